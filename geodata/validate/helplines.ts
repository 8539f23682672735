import { check } from './check.ts';

const PRINT = ['yes', 'after-check', 'no'];

/** A help line has two names, a number, a source, and says whether it may be printed. */
export const helplinesComplete = check('helplines', ({ helplines }, error) => {
  const seen = new Set<string>();
  const faults = helplines.flatMap(({ line, cell }) => {
    const fault = (column: string, what: string) => [
      error({ message: `helplines.csv row ${line}, column ${column}: ${what}` }),
    ];
    if (cell.id === '' || seen.has(cell.id)) return fault('id', `'${cell.id}' is empty or used twice`);
    seen.add(cell.id);
    for (const column of ['name_id', 'name_en', 'source', 'source_date'] as const) {
      if (cell[column] === '') return fault(column, 'is empty');
    }
    if (!/^\d[\d-]*$/.test(cell.phone)) return fault('phone', `'${cell.phone}' is not a number to dial`);
    return PRINT.includes(cell.print) ? [] : fault('print', `'${cell.print}' is none of ${PRINT.join(', ')}`);
  });
  return helplines.some(({ cell }) => cell.print === 'yes')
    ? faults
    : [...faults, error({ message: 'helplines.csv: no line may be printed' })];
});
