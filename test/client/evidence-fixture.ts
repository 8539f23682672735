import type { Evidence } from '../../domain/evidence.ts';

/** An invented row that reads; give what matters to the test. */
export function evidence(part: Partial<Evidence>): Evidence {
  return {
    id: 'EV900',
    areaCode: '64.71.02',
    factor: 'trade',
    kind: 'statement',
    direction: 'raises',
    strength: 'named',
    grade: 'B',
    measured: null,
    finding: 'Temuan contoh.',
    findingEn: 'A sample finding.',
    sourceTitle: 'Judul contoh',
    sourcePublisher: 'Penerbit contoh',
    sourceDate: '2025-11-12',
    sourceUrl: 'https://example.org/a',
    ...part,
  };
}
