import { describe, expect, it } from 'vitest';
import { readCsv } from '../../geodata/csv.ts';

describe('reading CSV', () => {
  it('reads quoted cells, trims, ignores other columns, a mark at the start and blank lines', () => {
    const rows = readCsv('\uFEFFa,skip,b\r\n"x, ""y""",1, z \r\n\r\n', 'f.csv', ['b', 'a']);
    expect(rows).toEqual([{ line: 2, cell: { a: 'x, "y"', b: 'z' } }]);
  });

  it('gives optional columns as empty when they are not there', () => {
    expect(readCsv('a\n1\n', 'f.csv', ['a'], ['b'])[0]?.cell).toEqual({ a: '1', b: '' });
  });

  it.each([
    ['', 'f.csv: the file is empty'],
    ['a,c\n1,2\n', 'f.csv, row 1: column b is missing'],
    ['a,b\n1,2\n1\n', 'f.csv, row 3, column a: 1 cells instead of 2'],
    ['a,b\n1,2,3\n', 'f.csv, row 2, column b: 3 cells instead of 2'],
    ['a,b\n"1,2\n', 'f.csv, row 2: Quoted field unterminated'],
  ])('names the place of the fault in %j', (text, message) => {
    expect(() => readCsv(text, 'f.csv', ['a', 'b'])).toThrow(message);
  });
});
