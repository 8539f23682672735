import { describe, expect, it } from 'vitest';
import { proposeColumns } from '../../../server/importing/propose-columns.ts';

describe('proposeColumns', () => {
  it.each(Object.getOwnPropertyNames(Object.prototype))('takes the header %s for no field', (name) => {
    expect(proposeColumns(['month', name, 'kelurahan'])).toEqual(['month', null, 'place1_area']);
  });
});
