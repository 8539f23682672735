import type { IncidentInput } from '../../../domain/incident-input.ts';

/** A case in the made-up city as the form sends it. */
export function incidentBody(part: Partial<IncidentInput> = {}): IncidentInput {
  return {
    month: '2026-03',
    day: 9,
    acts: ['recruit', 'harbour'],
    means: ['deception'],
    purposes: ['sexual_exploitation'],
    source: 'lp_b',
    stage: 'lp',
    platforms: ['michat'],
    places: [{ role: 'exploitation', precision: 'point', areaCode: null, point: [10.25, 0.5] }],
    victims: '1',
    suspects: '2-4',
    childInvolved: 'no',
    lpNumber: null,
    ...part,
  };
}
