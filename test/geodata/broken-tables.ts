import type { Source } from '../../geodata/source.ts';
import type { Broken } from './broken.ts';
import { evidenceRow, populationRow } from './small-source.ts';

type Change = (source: Source) => Source;
type Cell<Table extends 'cityContext' | 'helplines' | 'population'> = Partial<Source[Table][number]['cell']>;

const evidence =
  (more: Parameters<typeof evidenceRow>[0]): Change =>
  (s) => ({ ...s, evidence: [evidenceRow(more)] });
const measured = (more: object): Change => evidence({ kind: 'measurement', measured_value: '3', ...more });
const strip =
  (more: Cell<'cityContext'>): Change =>
  (s) => ({ ...s, cityContext: s.cityContext.map((row) => ({ ...row, cell: { ...row.cell, ...more } })) });
const helplines =
  (more: Cell<'helplines'>): Change =>
  (s) => ({ ...s, helplines: s.helplines.map((row) => ({ ...row, cell: { ...row.cell, ...more } })) });
const population =
  (more: Cell<'population'>): Change =>
  (s) => ({ ...s, population: s.population.map((row) => ({ ...row, cell: { ...row.cell, ...more } })) });

const turned = { goal_low: '9', goal_high: '1', unit: 'per km2' };
const twice: Change = (s) => ({ ...s, evidence: [evidenceRow(), evidenceRow({}, 3)] });
const samePeriod: Change = (s) => ({ ...s, population: [populationRow(), populationRow({}, 3)] });

export const BROKEN_TABLES: readonly Broken[] = [
  ['evidence-ids', 'an id used twice', twice, /row 3 \(EV001\), column id: used twice/],
  ['evidence-ids', 'an id of another form', evidence({ id: 'X1' }), /'X1' is not of the form/],
  ['evidence-references', 'an unknown area', evidence({ area_code: '64.71.07' }), /area_code: no area 64\.71\.07/],
  ['evidence-references', 'an unknown factor', evidence({ factor: 'gambling' }), /column factor: no factor gambling/],
  ['evidence-sources', 'no grade', evidence({ grade: '' }), /column grade/],
  ['evidence-sources', 'no publisher', evidence({ source_publisher: '' }), /column source_publisher: is empty/],
  ['evidence-sources', 'no address', evidence({ source_url: 'javascript:alert(1)' }), /column source_url/],
  ['evidence-sources', 'an unknown kind', evidence({ kind: 'rumour' }), /'rumour' is not a kind/],
  ['evidence-sources', 'an unknown direction', evidence({ direction: 'up' }), /'up' is not a direction/],
  ['evidence-dates', 'no date and no word for it', evidence({ source_date: '' }), /neither a date nor 'tanpa tanggal'/],
  ['evidence-dates', 'a month 13', evidence({ source_date: '2025-13' }), /'2025-13'/],
  ['evidence-dates', 'a date after the edition', evidence({ source_date: '2027' }), /after the edition/],
  [
    'evidence-no-person',
    'a phone in a finding',
    evidence({ finding: 'Hubungi 0812-0000-0000.' }),
    /column finding: holds a phone/,
  ],
  [
    'evidence-no-person',
    'a form of address in a title',
    evidence({ source_title: 'Kata Sdr. Contoh' }),
    /source_title: holds a name/,
  ],
  [
    'evidence-no-person',
    'an identity number',
    evidence({ finding_en: 'No. 6471000000000000' }),
    /finding_en: holds a nik/,
  ],
  ['evidence-strengths', 'a raising row without strength', evidence({ strength: '' }), /must say how strongly/],
  ['evidence-strengths', 'a strength of another scale', evidence({ strength: 'huge' }), /'huge' is not a strength/],
  ['evidence-strengths', 'a neutral statement with one', evidence({ direction: 'neutral' }), /neutral and no measur/],
  ['evidence-strengths', 'a context row with one', evidence({ factor: 'context' }), /tagged context never reads/],
  [
    'evidence-strengths',
    'an absence that is only said',
    evidence({ strength: 'absent', direction: 'lowers' }),
    /measurement only/,
  ],
  [
    'evidence-strengths',
    'an absence that raises',
    evidence({ strength: 'absent', kind: 'measurement' }),
    /cannot raise/,
  ],
  ['evidence-measurements', 'a value without goalposts', measured({}), /both goalposts and unit/],
  ['evidence-measurements', 'goalposts the wrong way round', measured(turned), /below/],
  ['evidence-measurements', 'a statement with a value', measured({ kind: 'statement' }), /has no measured value/],
  ['city-context-evidence', 'evidence that is not there', strip({ evidence_ids: 'EV001 EV999' }), /no evidence EV999/],
  ['city-context-evidence', 'a fact without evidence', strip({ evidence_ids: '' }), /no evidence/],
  ['city-context-evidence', 'a headline in one language', strip({ headline_en: '' }), /language is missing/],
  ['city-context-evidence', 'a headline without a date', strip({ as_of: 'kemarin' }), /'kemarin' is no date/],
  ['population-rows', 'an unknown area', population({ code: '64.71.08' }), /no area 64\.71\.08/],
  ['population-rows', 'a population of 0 for unknown', population({ population: '0' }), /'0' is not a count/],
  ['population-rows', 'a row given twice', samePeriod, /row 3.*given twice/],
  ['population-rows', 'a row without source', population({ source: '' }), /column source: is empty/],
  ['population-sums', 'a sum unlike its source', population({ stated_total: '301' }), /up to 300, the source says 301/],
  ['helplines', 'a number that cannot be dialled', helplines({ phone: 'ask' }), /'ask' is not a number/],
  ['helplines', 'a line without source', helplines({ source: '' }), /column source: is empty/],
  ['helplines', 'no line to print', helplines({ print: 'after-check' }), /no line may be printed/],
];
