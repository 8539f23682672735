import { createHash } from 'node:crypto';
import type { PlaceRole } from '../../domain/incident.ts';
import type { NarrowedCell } from '../../domain/privacy/audit-release.ts';
import { type AreaYearCount, type BandFrame, bandTable } from '../../domain/privacy/band-table.ts';
import { EXTERNAL_FACTS, factStatements } from '../../domain/privacy/external-facts.ts';
import { type Release, releasedCells } from '../../domain/privacy/release.ts';
import { releaseQuarter } from '../../domain/privacy/release-quarter.ts';
import type { ReleaseReason } from '../../domain/privacy/release-request.ts';
import type { AuditEntry, AuditStore } from '../store/contract/audit-store.ts';
import type { ReleaseStore } from '../store/contract/release-store.ts';
import type { Judge } from './band-judge.ts';

/**
 * `too_soon`: from when on it may be asked again, RFC 3339. `refused`: cells that the counts would narrow, empty when
 * the audit did not end in time. Not for planners.
 */
export type BandVerdict =
  | { readonly outcome: 'released' | 'unchanged' }
  | { readonly outcome: 'too_soon'; readonly again: string }
  | { readonly outcome: 'refused'; readonly cells: readonly NarrowedCell[] };

export interface BandRelease {
  /** The table that planners may see, its bytes and their hash; null when none was ever released. */
  readonly shown: { readonly table: string; readonly hash: string } | null;
  /** `settled`: this quarter was decided before, and nobody looked at a count. */
  readonly verdict: Exclude<BandVerdict, { readonly outcome: 'too_soon' }> | { readonly outcome: 'settled' };
}

/** Asked for only when a table is to be made: else the time of an answer would hang on the number of cases. */
type Counts = () => Promise<readonly AreaYearCount[]>;

/** Who releases by hand, and why. */
export interface Hand extends Pick<AuditEntry, 'userId' | 'role' | 'ip'> {
  readonly reason: ReleaseReason;
}

export interface BandReleases {
  /**
   * What a planner may see. The first to ask in a calendar quarter has the counts judged, against everything ever
   * released and the external facts: a table that passes is released, else the last one stays. Until the next quarter
   * that is what everybody gets, byte for byte. Counts outside the frame are left out.
   */
  ofQuarter(frame: BandFrame, counts: Counts): Promise<BandRelease>;
  /** A release within the quarter, through the same audit, at most once in 24 hours for each place role. */
  byHand(frame: BandFrame, counts: Counts, hand: Hand): Promise<BandVerdict>;
}

export interface BandReleaseParts {
  readonly releases: ReleaseStore;
  readonly audit: Pick<AuditStore, 'append' | 'rows'>;
  readonly judge: Judge;
  readonly now: () => Date;
  readonly timeZone: string;
}

/** Others may release at the same moment; somebody is first each time. */
const MOST_TRIES = 5;

export const BETWEEN_HANDS_MS = 24 * 3_600_000;

/** Lines of one action looked through: by hand there are at most one a day for each of six roles. */
const LINES = 50;

const SERVER = { userId: null, role: 'admin', ip: null } as const;

export function bandReleases({ releases, audit, judge, now, timeZone }: BandReleaseParts): BandReleases {
  const quarterOf = (at: Date): string => releaseQuarter(at, timeZone);
  /** One judgement at a time for each series, however many ask. */
  const underWay = new Map<string, Promise<BandRelease>>();

  const newestLine = async (action: 'bands_refused' | 'bands_released_by_hand', name: string) => {
    const rows = await audit.rows({ before: null, limit: LINES, action, userId: null });
    return rows.find(({ subject }) => subject === name) ?? null;
  };

  /** The quarter of the last decision; a clock that was put back does not make a new one. */
  const isSettled = async (name: string, last: Release | null): Promise<boolean> => {
    const decided =
      last === null ? (await newestLine('bands_refused', name))?.detail.quarter : quarterOf(new Date(last.at));
    return typeof decided === 'string' && decided >= quarterOf(now());
  };

  const judged = async (frame: BandFrame, counts: readonly AreaYearCount[], ledger: readonly Release[]) => {
    const { areaCodes, years } = frame;
    const inFrame = counts.filter(({ areaCode, year }) => areaCodes.includes(areaCode) && years.includes(year));
    const bands = bandTable(frame, inFrame);
    const made = tableOf(JSON.stringify(bands), releasedCells(bands));
    const seq = (ledger.at(-1)?.seq ?? 0) + 1;
    const last = lastOf(ledger, seriesOf(frame.placeRole));
    if (last?.table === made.table) return { made, seq, verdict: { outcome: 'unchanged' } as const };
    const facts = factStatements(EXTERNAL_FACTS, areaCodes);
    const found = await judge({ ledger: withoutRepeats(ledger), candidate: { cells: made.cells }, facts });
    const verdict = found.ok ? ({ outcome: 'released' } as const) : ({ outcome: 'refused', ...found } as const);
    return { made, seq, verdict };
  };

  const decide = async (frame: BandFrame, counts: Counts): Promise<BandRelease> => {
    const name = seriesOf(frame.placeRole);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const last = await releases.last(name);
      if (await isSettled(name, last)) return { shown: last, verdict: { outcome: 'settled' } };
      const ledger = await releases.releases();
      // Another server was first meanwhile; who is first after this reading takes the number that this one would take.
      if (lastOf(ledger, name)?.seq !== last?.seq) continue;
      const { made, seq, verdict } = await judged(frame, await counts(), ledger);
      const { line, keeps } = lineOf(verdict, name, { seq, hash: made.hash, quarter: quarterOf(now()) });
      const next = keeps ? last : made;
      if (next === null) {
        await audit.append({ ...SERVER, ...line });
        return { shown: null, verdict };
      }
      // The ledger keeps that the quarter was decided, also where its table is the one of before.
      const { table, hash, cells } = next;
      const release: Release = { seq, at: now().toISOString(), name, table, hash, cells };
      if (await releases.append(release, { ...SERVER, ...line })) return { shown: release, verdict };
    }
    return { shown: await releases.last(name), verdict: { outcome: 'settled' } };
  };

  return {
    async ofQuarter(frame, counts) {
      const name = seriesOf(frame.placeRole);
      const found = underWay.get(name) ?? decide(frame, counts).finally(() => underWay.delete(name));
      underWay.set(name, found);
      return found;
    },
    async byHand(frame, counts, { reason, ...who }) {
      const name = seriesOf(frame.placeRole);
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const before = await newestLine('bands_released_by_hand', name);
        const again = before === null ? 0 : Date.parse(before.at) + BETWEEN_HANDS_MS;
        if (now().getTime() < again) return { outcome: 'too_soon', again: new Date(again).toISOString() };
        const { made, seq, verdict } = await judged(frame, await counts(), await releases.releases());
        if (verdict.outcome === 'unchanged') return verdict;
        const { line } = lineOf(verdict, name, { seq, hash: made.hash, quarter: quarterOf(now()) });
        if (verdict.outcome === 'refused') {
          await audit.append({ ...who, ...line, detail: { ...line.detail, reason } });
          return verdict;
        }
        const { table, hash, cells } = made;
        const release: Release = { seq, at: now().toISOString(), name, table, hash, cells };
        const detail = { ...line.detail, reason };
        if (await releases.append(release, { ...who, ...line, action: 'bands_released_by_hand', detail }))
          return verdict;
      }
      // Others were first each time: nothing stands in the way of another try.
      return { outcome: 'too_soon', again: now().toISOString() };
    },
  };
}

function lastOf(ledger: readonly Release[], name: string): Release | null {
  return ledger.findLast((release) => release.name === name) ?? null;
}

function tableOf(table: string, cells: Release['cells']): Pick<Release, 'table' | 'hash' | 'cells'> {
  return { table, hash: createHash('sha256').update(table).digest('hex'), cells };
}

/** A table that was kept for another quarter says nothing new. */
function withoutRepeats(ledger: readonly Release[]): readonly Pick<Release, 'cells'>[] {
  const newest = new Map<string, string>();
  return ledger.flatMap(({ name, hash, cells }) => {
    if (newest.get(name) === hash) return [];
    newest.set(name, hash);
    return [{ cells }];
  });
}

function seriesOf(placeRole: PlaceRole): string {
  return `bands/${placeRole}`;
}

type Line = Pick<AuditEntry, 'action' | 'subject' | 'detail'>;

/** What the audit log says of a decision, and whether the table of before stays. */
function lineOf(
  verdict: Exclude<BandVerdict, { readonly outcome: 'too_soon' }>,
  subject: string,
  { quarter, ...table }: { readonly seq: number; readonly hash: string; readonly quarter: string },
): { readonly line: Line; readonly keeps: boolean } {
  if (verdict.outcome !== 'refused')
    return { line: { action: 'bands_released', subject, detail: table }, keeps: false };
  const cells = verdict.cells.map(({ key }) => key);
  return { line: { action: 'bands_refused', subject, detail: { cells, quarter } }, keeps: true };
}
