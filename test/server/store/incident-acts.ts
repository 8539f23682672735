import fc from 'fast-check';
import { expect } from 'vitest';
import type { Incident } from '../../../domain/incident.ts';
import type { IncidentStore, Write, WriteResult } from '../../../server/store/contract/incident-store.ts';
import { incidentRecord } from '../../domain/incident-arbitrary.ts';
import { kept, type ModelRecord } from './incident-model.ts';

export const write = (action: Write['audit']['action'], at = '2026-11-24T08:00:00.000Z'): Write => ({
  at,
  audit: { userId: 'u1', role: 'satgas', action, subject: null, detail: {}, ip: null },
});
export const CREATE = write('incident_created');
export const CHANGE = write('incident_changed');
export const DELETE = write('incident_deleted');

export type Act =
  | { readonly kind: 'create'; readonly incident: Incident }
  | { readonly kind: 'change'; readonly at: number; readonly incident: Incident; readonly stale: boolean }
  | { readonly kind: 'close' | 'reopen' | 'remove'; readonly at: number }
  | { readonly kind: 'merge'; readonly at: number; readonly into: number };

export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('create' as const), incident: incidentRecord }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      at: fc.nat(9),
      incident: incidentRecord,
      stale: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('close', 'reopen', 'remove'), at: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), at: fc.nat(9), into: fc.nat(9) }) },
);

/** Does it to the store and to the model, and compares what the store said. */
export async function perform(store: IncidentStore, model: ModelRecord[], step: Act): Promise<void> {
  if (step.kind === 'create') {
    const { incident, version, closed } = await store.create(step.incident, CREATE);
    expect(incident).toEqual(kept(step.incident, incident.id));
    model.push({ id: incident.id, incident, version, closed, deleted: false });
    return;
  }
  const index = step.at % Math.max(1, model.length);
  const before = model[index];
  if (before === undefined) return;
  const { id, version } = before;
  const set = (part: Partial<ModelRecord>): void => {
    model[index] = { ...before, version: version + 1, ...part };
  };
  const expectResult = (result: WriteResult, reason: 'not_found' | 'closed' | 'changed_meanwhile' | null): boolean => {
    expect(result.ok ? null : result.reason).toBe(reason);
    return result.ok;
  };
  const gone = before.deleted ? ('not_found' as const) : null;
  if (step.kind === 'change') {
    const given = step.stale ? version + 1 : version;
    const result = await store.change(id, given, step.incident, CHANGE);
    const stale = step.stale ? ('changed_meanwhile' as const) : null;
    if (expectResult(result, gone ?? stale ?? (before.closed ? 'closed' : null)))
      set({ incident: kept(step.incident, id) });
  } else if (step.kind === 'remove') {
    if (expectResult(await store.remove(id, version, DELETE), gone)) set({ deleted: true });
  } else if (step.kind === 'merge') {
    const into = model[step.into % model.length];
    const result = await store.merge(id, version, into?.id ?? '0', write('incident_merged'));
    const noTarget = into === undefined || into.id === id || into.deleted ? ('not_found' as const) : null;
    if (!expectResult(result, gone ?? noTarget) || into === undefined) return;
    // Of what the two say of a child the stricter holds for both.
    const said = [before, into].map(({ incident }) => incident.childInvolved);
    const childInvolved = (['yes', 'unknown'] as const).find((word) => said.includes(word)) ?? 'no';
    const stricter = ({ id: own, incident }: ModelRecord) => kept({ ...incident, childInvolved }, own);
    model[step.into % model.length] = { ...into, incident: stricter(into) };
    set({ deleted: true, incident: stricter(before) });
  } else {
    const closed = step.kind === 'close';
    const result = await store.setClosed(id, version, closed, write(closed ? 'incident_closed' : 'incident_reopened'));
    if (expectResult(result, gone ?? (before.closed === closed ? 'closed' : null))) set({ closed });
  }
}
