import type { IncidentInput } from '../../domain/incident-input.ts';
import type { RunningServer } from './server.ts';
import type { RunningSession } from './sign-in.ts';

/** A made-up case with one place, known to its kecamatan. */
export function incidentIn(
  areaCode: string,
  year: number,
  role: IncidentInput['places'][number]['role'],
): IncidentInput {
  return {
    month: `${year}-02`,
    day: null,
    acts: ['recruit'],
    means: ['deception'],
    purposes: ['sexual_exploitation'],
    source: 'lp_b',
    stage: 'lp',
    platforms: ['michat'],
    places: [{ role, precision: 'kecamatan', areaCode, point: null }],
    victims: '1',
    suspects: '1',
    childInvolved: 'no',
    lpNumber: null,
  };
}

/** Records cases one by one, as the form does. Throws with the answer when one is refused. */
export async function recordIncidents(
  server: RunningServer,
  satgas: RunningSession,
  cases: readonly IncidentInput[],
): Promise<void> {
  for (const one of cases) {
    const response = await fetch(`${server.url}/api/incidents`, {
      method: 'POST',
      headers: { origin: server.url, cookie: satgas.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(one),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  }
}
