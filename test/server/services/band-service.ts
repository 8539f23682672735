import type { PlaceRole } from '../../../domain/incident.ts';
import { auditRelease } from '../../../domain/privacy/audit-release.ts';
import type { AreaYearCount, BandFrame } from '../../../domain/privacy/band-table.ts';
import { bandYears } from '../../../domain/privacy/band-years.ts';
import type { Release } from '../../../domain/privacy/release.ts';
import type { Judge } from '../../../server/services/band-judge.ts';
import { bandReleases, type Hand } from '../../../server/services/band-release.ts';
import { solveInteger } from '../../../server/services/integer-solver.ts';
import type { AuditEntry, AuditRow } from '../../../server/store/contract/audit-store.ts';
import type { ReleaseStore } from '../../../server/store/contract/release-store.ts';

export const AREAS = ['64.71.01', '64.71.02', '64.71.03', '64.71.04', '64.71.05', '64.71.06'];
export const YEARS = bandYears(2026);
export const frameOf = (placeRole: PlaceRole, years = YEARS): BandFrame => ({ placeRole, areaCodes: AREAS, years });
export const FRAME = frameOf('exploitation');
export const TWO_YEARS = frameOf('exploitation', [2026, 2027]);
export const count = (areaCode: string, year: number, n: number): AreaYearCount => ({ areaCode, year, count: n });

export function service() {
  const ledger: Release[] = [];
  const lines: AuditRow[] = [];
  const line = (entry: AuditEntry): void => {
    lines.push({ ...entry, seq: lines.length + 1, at: at.toISOString() });
  };
  const rivals: Release[] = [];
  let [audits, looks, at] = [0, 0, new Date('2026-11-24T08:00:00Z')];
  const releases: ReleaseStore = {
    releases: async () => [...ledger],
    last: async (name) => ledger.findLast((one) => one.name === name) ?? null,
    append: async (release, entry) => {
      const rival = rivals.pop();
      if (rival) ledger.push({ ...rival, seq: ledger.length + 1 });
      if (release.seq !== ledger.length + 1) return false;
      ledger.push(release);
      line(entry);
      return true;
    },
  };
  const parts = {
    releases,
    audit: {
      append: async (entry: AuditEntry) => line(entry),
      rows: async ({ action }: { action: string | null }) => lines.filter((row) => row.action === action).reverse(),
    },
    judge: (async ({ ledger: tables, candidate, facts }) => {
      audits += 1;
      return auditRelease(tables, candidate, facts, solveInteger);
    }) as Judge,
    now: () => at,
    timeZone: 'Asia/Makassar',
  };
  const made = bandReleases(parts);
  const counted = (counts: readonly AreaYearCount[]) => async () => {
    looks += 1;
    return counts;
  };
  const ask = (frame: BandFrame, counts: readonly AreaYearCount[]) => made.ofQuarter(frame, counted(counts));
  return {
    parts,
    ask,
    byHand: (frame: BandFrame, counts: readonly AreaYearCount[]) => made.byHand(frame, counted(counts), HAND),
    /** What the next quarter shows. */
    next: (frame: BandFrame, counts: readonly AreaYearCount[]) => {
      at = new Date(at.getTime() + QUARTER_MS);
      return ask(frame, counts);
    },
    setClock: (text: string) => {
      at = new Date(text);
    },
    ledger,
    lines,
    rivals,
    judged: () => audits,
    looks: () => looks,
  };
}

const HAND: Hand = { userId: 'u1', role: 'satgas', ip: null, reason: 'first_import' };
/** 92 days: in the next quarter from any day of the middle month. */
const QUARTER_MS = 92 * 24 * 3_600_000;
export const refusedOf = ({ verdict }: Awaited<ReturnType<ReturnType<typeof service>['ask']>>) =>
  verdict.outcome === 'refused' ? verdict.cells : [];
