import { createHash } from 'node:crypto';
import type { PlaceRole } from '../../domain/incident.ts';
import { type AuditResult, auditRelease, type NarrowedCell } from '../../domain/privacy/audit-release.ts';
import { type AreaYearCount, type BandFrame, bandTable } from '../../domain/privacy/band-table.ts';
import { EXTERNAL_FACTS, factStatements } from '../../domain/privacy/external-facts.ts';
import type { IntegerSolver } from '../../domain/privacy/integer-program.ts';
import { type Release, type ReleasedCell, releasedCells } from '../../domain/privacy/release.ts';
import type { AuditEntry, AuditStore } from '../store/contract/audit-store.ts';
import type { ReleaseStore } from '../store/contract/release-store.ts';

export interface BandRelease {
  /** The table that planners may see, its bytes and their hash; null when none was ever released. */
  readonly shown: { readonly table: string; readonly hash: string } | null;
  /** Cells that the present counts would narrow, so that an older table stays. Never for the planner's eyes. */
  readonly refused: readonly NarrowedCell[];
}

export interface BandReleases {
  /**
   * What a planner may see of these counts, all of one place role. Equal bands: the last release as it is. Other
   * bands: released when the audit against everything ever released and the external facts lets them pass; else the
   * last release stays. Counts outside the frame are left out.
   */
  release(frame: BandFrame, counts: readonly AreaYearCount[]): Promise<BandRelease>;
}

export interface BandReleaseParts {
  readonly releases: ReleaseStore;
  readonly audit: Pick<AuditStore, 'append'>;
  readonly solver: IntegerSolver;
  readonly now: () => Date;
}

/** Others may release at the same moment; somebody is first each time. */
const MOST_TRIES = 5;

const SERVER = { userId: null, role: 'admin', ip: null } as const;

export function bandReleases({ releases, audit, solver, now }: BandReleaseParts): BandReleases {
  /** The last verdict of each series, so that a table that was refused is not judged at every look. */
  const refusals = new Map<string, { readonly table: string; readonly seq: number; readonly cells: NarrowedCell[] }>();

  const refuse = async (name: string, table: string, seq: number, cells: readonly NarrowedCell[]): Promise<void> => {
    refusals.set(name, { table, seq, cells: [...cells] });
    await audit.append(auditLine('bands_refused', name, { cells: cells.map(({ key }) => key) }));
  };

  const attempt = async (
    frame: BandFrame,
    table: string,
    cells: readonly ReleasedCell[],
  ): Promise<BandRelease | null> => {
    const name = seriesOf(frame.placeRole);
    const last = await releases.last(name);
    if (last?.table === table) return { shown: last, refused: [] };
    const known = refusals.get(name);
    if (known?.table === table && known.seq === (last?.seq ?? 0)) return { shown: last, refused: known.cells };
    const ledger = await releases.releases();
    const verdict: AuditResult = auditRelease(
      ledger,
      { cells },
      factStatements(EXTERNAL_FACTS, frame.areaCodes),
      solver,
    );
    if (!verdict.ok) {
      await refuse(name, table, last?.seq ?? 0, verdict.cells);
      return { shown: last, refused: verdict.cells };
    }
    const seq = (ledger.at(-1)?.seq ?? 0) + 1;
    const hash = createHash('sha256').update(table).digest('hex');
    const release: Release = { seq, at: now().toISOString(), name, table, hash, cells };
    const added = await releases.append(release, auditLine('bands_released', name, { seq, hash }));
    return added ? { shown: release, refused: [] } : null;
  };

  return {
    async release(frame, counts) {
      const inFrame = counts.filter(
        ({ areaCode, year }) => frame.areaCodes.includes(areaCode) && frame.years.includes(year),
      );
      const bands = bandTable(frame, inFrame);
      const table = JSON.stringify(bands);
      const cells = releasedCells(bands);
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const done = await attempt(frame, table, cells);
        if (done !== null) return done;
      }
      return { shown: await releases.last(seriesOf(frame.placeRole)), refused: [] };
    },
  };
}

function seriesOf(placeRole: PlaceRole): string {
  return `bands/${placeRole}`;
}

function auditLine(action: AuditEntry['action'], subject: string, detail: AuditEntry['detail']): AuditEntry {
  return { ...SERVER, action, subject, detail };
}
