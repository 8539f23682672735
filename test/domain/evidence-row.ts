import type { Evidence } from '../../domain/evidence.ts';

/** A synthetic row that reads as `present`, grade B; override what a test is about. */
export function row(over: Partial<Evidence> = {}): Evidence {
  return {
    id: 'EV900',
    areaCode: '64.71.01',
    factor: 'trade',
    kind: 'statement',
    direction: 'raises',
    strength: 'present',
    grade: 'B',
    measured: null,
    finding: 'Temuan uji.',
    findingEn: 'A test finding.',
    sourceTitle: 'Sumber uji',
    sourcePublisher: 'Kantor Uji',
    sourceDate: '2025-06-01',
    sourceUrl: 'https://example.org/',
    ...over,
  };
}
