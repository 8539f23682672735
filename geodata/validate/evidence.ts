import { CITY } from '../../domain/city.ts';
import { DIRECTIONS, EVIDENCE_KINDS, GRADES, ISO_DATE, STRENGTHS } from '../../domain/evidence.ts';
import { EVIDENCE_TAGS, isFactor } from '../../domain/factor.ts';
import { identityInProse } from '../../domain/privacy/evidence-identity.ts';
import type { Source } from '../source.ts';
import { check } from './check.ts';

/** What a row says instead of a date when its source shows none. */
export const UNDATED = 'tanpa tanggal';

type Row = Source['evidence'][number];

const where = ({ line, cell }: Row): string => `evidence.csv row ${line} (${cell.id || 'no id'})`;
const among = (list: readonly string[], text: string): boolean => list.includes(text);

/** Ids are unique and have the form EV123. */
export const evidenceIds = check('evidence-ids', ({ evidence }, error) => {
  const seen = new Set<string>();
  return evidence.flatMap((row) => {
    const { id } = row.cell;
    if (!/^EV\d{3,5}$/.test(id))
      return [error({ message: `${where(row)}, column id: '${id}' is not of the form EV123` })];
    if (seen.has(id)) return [error({ message: `${where(row)}, column id: used twice` })];
    seen.add(id);
    return [];
  });
});

/** Every row is about an area of ours and a factor or tag of ours. */
export const evidenceReferences = check('evidence-references', ({ evidence, kecamatan, kelurahan }, error) => {
  const codes = new Set<string>([CITY.code, ...[...kecamatan, ...kelurahan].map(({ properties }) => properties.code)]);
  return evidence.flatMap((row) => {
    const { area_code: code, factor } = row.cell;
    const faults = [];
    if (!codes.has(code))
      faults.push(error({ message: `${where(row)}, column area_code: no area ${code}`, areaCodes: [code] }));
    if (!among(EVIDENCE_TAGS, factor))
      faults.push(error({ message: `${where(row)}, column factor: no factor ${factor}` }));
    return faults;
  });
});

/** Every row has kind, direction and grade of ours, a finding in both languages, and a source that can be opened. */
export const evidenceSources = check('evidence-sources', ({ evidence }, error) =>
  evidence.flatMap((row) => {
    const { cell } = row;
    const faults: [string, string][] = [];
    if (!among(GRADES, cell.grade)) faults.push(['grade', `'${cell.grade}' is not a grade`]);
    if (!among(EVIDENCE_KINDS, cell.kind)) faults.push(['kind', `'${cell.kind}' is not a kind`]);
    if (!among(DIRECTIONS, cell.direction)) faults.push(['direction', `'${cell.direction}' is not a direction`]);
    for (const column of ['finding', 'finding_en', 'source_title', 'source_publisher'] as const) {
      if (cell[column] === '') faults.push([column, 'is empty']);
    }
    if (!/^https?:\/\/\S+$/.test(cell.source_url)) faults.push(['source_url', `'${cell.source_url}' is no address`]);
    return faults.map(([column, what]) => error({ message: `${where(row)}, column ${column}: ${what}` }));
  }),
);

/** Every row has a date not after the edition, or says so in words; the second kind is counted. */
export const evidenceDates = check('evidence-dates', ({ evidence, edition }, error, warning) => {
  const faults = evidence.flatMap((row) => {
    const date = row.cell.source_date;
    if (date === UNDATED) return [];
    const message = `${where(row)}, column source_date: `;
    if (!ISO_DATE.test(date)) return [error({ message: `${message}'${date}' is neither a date nor '${UNDATED}'` })];
    return date > edition.asOf ? [error({ message: `${message}${date} is after the edition (${edition.asOf})` })] : [];
  });
  const undated = evidence.filter(({ cell }) => cell.source_date === UNDATED);
  if (undated.length === 0) return faults;
  const ids = undated.map(({ cell }) => cell.id).join(' ');
  return [...faults, warning({ message: `${undated.length} rows are ${UNDATED}: ${ids}` })];
});

/** Strength belongs to raising or measured rows of the six factors, where it is needed; `absent` to measurements only. */
export const evidenceStrengths = check('evidence-strengths', ({ evidence }, error) =>
  evidence.flatMap((row) => {
    const { factor, kind, direction, strength } = row.cell;
    const fault = (what: string) => [error({ message: `${where(row)}, column strength: ${what}` })];
    const measured = kind === 'measurement';
    if (strength === '') {
      const needed = isFactor(factor) && direction === 'raises' && row.cell.measured_value === '';
      return needed ? fault('a row that raises a factor must say how strongly') : [];
    }
    if (!among(STRENGTHS, strength)) return fault(`'${strength}' is not a strength`);
    if (strength === 'absent') {
      if (!measured) return fault(`'absent' is allowed to a measurement only, not to a ${kind}`);
      if (direction === 'raises') return fault(`'absent' cannot raise`);
    }
    if (!isFactor(factor)) return fault(`a row tagged ${factor} never reads, so it has no strength`);
    return direction === 'raises' || measured
      ? []
      : fault(`a row that is ${direction} and no measurement has no strength`);
  }),
);

/** A measured value comes with two different goalposts and a unit, and only on a measurement. */
export const evidenceMeasurements = check('evidence-measurements', ({ evidence }, error) =>
  evidence.flatMap((row) => {
    const { cell } = row;
    const numbers = [cell.measured_value, cell.goal_low, cell.goal_high];
    if ([...numbers, cell.unit].every((text) => text === '')) return [];
    const fault = (what: string) => [error({ message: `${where(row)}, column measured_value: ${what}` })];
    if (cell.kind !== 'measurement') return fault(`a ${cell.kind} has no measured value`);
    if (cell.unit === '' || numbers.some((text) => text === '' || !Number.isFinite(Number(text)))) {
      return fault('value, both goalposts and unit are needed, as numbers');
    }
    return Number(cell.goal_low) < Number(cell.goal_high) ? [] : fault('goal_low must be below goal_high');
  }),
);

/** No text of a row gives a person away (law 6). What was found stays out of the message. */
export const evidenceNoPerson = check('evidence-no-person', ({ evidence }, error) =>
  evidence.flatMap((row) =>
    (['finding', 'finding_en', 'source_title', 'source_publisher'] as const).flatMap((column) => {
      const kind = identityInProse(row.cell[column]);
      return kind === null ? [] : [error({ message: `${where(row)}, column ${column}: holds a ${kind} of a person` })];
    }),
  ),
);

/** The city strip quotes evidence that exists, in both languages; a fact without evidence is not shown. */
export const cityContextEvidence = check('city-context-evidence', ({ cityContext, evidence }, error) => {
  const ids = new Set(evidence.map(({ cell }) => cell.id));
  const topics = new Set<string>();
  return cityContext.flatMap(({ line, cell }) => {
    const fault = (column: string, what: string) => [
      error({ message: `city-context.csv row ${line}, column ${column}: ${what}` }),
    ];
    if (cell.topic === '' || topics.has(cell.topic)) return fault('topic', `'${cell.topic}' is empty or used twice`);
    topics.add(cell.topic);
    if (cell.headline_id === '' || cell.headline_en === '') return fault('headline_id', 'a language is missing');
    if (!ISO_DATE.test(cell.as_of)) return fault('as_of', `'${cell.as_of}' is no date`);
    const quoted = cell.evidence_ids.split(' ').filter((id) => id !== '');
    const missing = quoted.filter((id) => !ids.has(id));
    if (quoted.length === 0) return fault('evidence_ids', 'no evidence');
    return missing.length > 0 ? fault('evidence_ids', `no evidence ${missing.join(' ')}`) : [];
  });
});
