import type { Source } from '../source.ts';

const orNull = (text: string): string | null => (text === '' ? null : text);

/** All population rows, also those that lost to a newer one; density is never among them. */
export function buildPopulation({ population }: Source) {
  return population
    .map(({ cell }) => ({
      code: cell.code,
      level: cell.level,
      year: Number(cell.year),
      period: cell.period,
      population: Number(cell.population),
      statedTotal: cell.stated_total === '' ? null : Number(cell.stated_total),
      source: cell.source,
    }))
    .sort((a, b) => (`${a.code} ${a.period}` < `${b.code} ${b.period}` ? -1 : 1));
}

/** All help lines in the order of the file; only those with `print: "yes"` go on a page. */
export function buildHelplines({ helplines }: Source) {
  return helplines.map(({ cell }) => ({
    id: cell.id,
    nameId: cell.name_id,
    nameEn: cell.name_en,
    phone: cell.phone,
    whatsapp: orNull(cell.whatsapp),
    hours: orNull(cell.hours),
    scope: cell.scope,
    source: cell.source,
    sourceDate: cell.source_date,
    lastChecked: orNull(cell.last_checked),
    print: cell.print,
  }));
}

/** The city strip in the order of the file. */
export function buildCityContext({ cityContext }: Source) {
  return cityContext.map(({ cell }) => ({
    topic: cell.topic,
    headlineId: cell.headline_id,
    headlineEn: cell.headline_en,
    asOf: cell.as_of,
    evidenceIds: cell.evidence_ids.split(' '),
  }));
}
