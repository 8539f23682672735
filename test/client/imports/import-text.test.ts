import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../../client/i18n/imports/en.ts';
import { id } from '../../../client/i18n/imports/id.ts';
import { faultText, fieldText, problemText, refusalText } from '../../../client/imports/import-text.ts';
import { rejectsInWords } from '../../../client/imports/rejects-download.ts';
import { ServerProblem } from '../../../client/server-problem.ts';
import { ALL_CELL_FAULTS, FILE_FAULTS } from '../../../domain/import-fault.ts';
import { IMPORT_FIELDS } from '../../../domain/import-field.ts';

const texts = i18next.createInstance();
beforeAll(async () => {
  const resources = { id: { imports: id }, en: { imports: en } };
  await texts.init({ lng: 'id', resources, interpolation: { escapeValue: false } });
});
const t = () => texts.getFixedT('id', 'imports');

describe('texts of an import', () => {
  it.each(ALL_CELL_FAULTS)('there is one for %s in both languages', (code) => {
    expect(Object.keys(id.fault)).toContain(code);
    expect(en.fault[code as keyof typeof en.fault]).not.toBe('');
    expect(faultText(t(), code)).not.toBe(code);
  });

  it.each(FILE_FAULTS)('and for a file that is refused for %s', (code) => {
    expect(refusalText(t(), code, []).text).toBe(id.refused[code]);
  });

  it.each(IMPORT_FIELDS)('and for the field %s', (field) => {
    expect(fieldText(t(), field)).not.toBe(field);
  });

  it('name the place of a refusal: by name, by number, with its row', () => {
    const fields = [
      { field: 'nama', code: 'identity_name' },
      { field: '#3', code: 'identity_nik' },
      { field: 'x, y, 12', code: 'identity_phone' },
      { field: 'file', code: 'empty' },
    ];
    expect(refusalText(t(), 'identity_column', fields).places).toEqual([
      'Kolom “nama”: tampak seperti nama orang',
      'Kolom 3: tampak seperti nomor identitas',
      'Kolom “x, y”, baris 12: tampak seperti nomor telepon',
    ]);
  });

  it('say what an act failed with', () => {
    const problem = (body: object) => new ServerProblem({ status: 422, code: 'invalid_fields', detail: '', ...body });
    expect(problemText(t(), problem({ reason: 'damaged' })).text).toBe(id.refused.damaged);
    expect(problemText(t(), problem({ code: 'conflict' })).text).toBe(id.error.conflict);
    expect(problemText(t(), problem({ code: 'odd' })).text).toContain('odd');
    expect(problemText(t(), new Error('x')).text).not.toContain('x)');
  });

  it('put the list of rejected rows into words that a spreadsheet does not reckon', () => {
    const list = rejectsInWords(t(), 'row,field,code\n5,place2_longitude,swapped_coordinates\n6,row,not_a_point\n');
    expect(list.split('\r\n')).toEqual([
      '\uFEFF"baris","kolom","sebab","kode"',
      '5,"Bujur, tempat 2","bujur dan lintang tertukar",swapped_coordinates',
      '6,"Seluruh baris","geometrinya bukan titik",not_a_point',
      '',
    ]);
  });
});
