import {
  ACTS,
  CHILD_INVOLVED,
  COUNT_BANDS,
  type Incident,
  type IncidentSource,
  MEANS,
  PLATFORMS,
  type Platform,
  PURPOSES,
  type Stage,
} from '../../domain/incident.ts';
import { drawIndex, type Random } from '../../domain/stats/random.ts';

/**
 * Shares of the synthetic set. They are chosen so that every filter, gate and overlay has something to
 * show; none is estimated from cases.
 */
const SHARE = {
  source: { lp_a: 16, lp_b: 42, referral: 20, operation: 14, media: 8 } satisfies Record<IncidentSource, number>,
  victims: [58, 28, 10, 4],
  suspects: [64, 27, 7, 2],
  /** yes, no, unknown */
  child: [22, 66, 12],
  purposes: [62, 24, 4, 5, 1, 4],
  platform: {
    michat: 30,
    instagram: 10,
    whatsapp: 22,
    telegram: 12,
    facebook: 14,
    other: 5,
    unknown: 7,
  } satisfies Record<Platform, number>,
} as const;

const STAGE_SHARE: Readonly<Record<IncidentSource, Partial<Record<Stage, number>>>> = {
  lp_a: { lp: 30, investigation: 30, p21: 18, verdict: 16, not_tppo: 6 },
  lp_b: { lp: 34, investigation: 28, p21: 14, verdict: 12, not_tppo: 12 },
  referral: { suspected: 45, lp: 25, investigation: 16, p21: 6, verdict: 4, not_tppo: 4 },
  operation: { suspected: 12, lp: 20, investigation: 20, p21: 8, verdict: 6, not_tppo: 6, vice_raid: 28 },
  media: { suspected: 70, lp: 20, not_tppo: 10 },
};

/** Draws one item of `items` by weight, equal weights when none are given. */
function pick<T>(random: Random, items: readonly T[], weights: readonly number[] = items.map(() => 1)): T {
  const item = items[drawIndex(random, weights)];
  if (item === undefined) throw new RangeError('training: nothing to draw from');
  return item;
}

function pickByShare<K extends string>(random: Random, shares: Readonly<Partial<Record<K, number>>>): K {
  const keys = Object.keys(shares) as K[];
  return pick(
    random,
    keys,
    keys.map((key) => shares[key] ?? 0),
  );
}

/** One to three different items in the order of `items`. */
function some<T>(random: Random, items: readonly T[], most: number): T[] {
  const count = 1 + Math.floor(random() * most);
  const chosen = new Set<T>();
  while (chosen.size < count) chosen.add(pick(random, items));
  return items.filter((item) => chosen.has(item));
}

function hex(random: Random, digits: number): string {
  let text = '';
  while (text.length < digits) text += Math.floor(random() * 16).toString(16);
  return text;
}

/** Everything of a synthetic case but id, month and places. */
export type CaseFacts = Omit<Incident, 'id' | 'training' | 'month' | 'day' | 'places'> & { readonly online: boolean };

/** Draws the facts of one synthetic case; `online` says that it recruited through a platform. */
export function drawCase(random: Random): CaseFacts {
  const source = pickByShare(random, SHARE.source);
  const stage = pickByShare(random, STAGE_SHARE[source]);
  const childInvolved = pick(random, CHILD_INVOLVED, SHARE.child);
  const online = random() < 0.72;
  const first = pickByShare(random, SHARE.platform);
  const second =
    random() < 0.25
      ? pick(
          random,
          PLATFORMS.filter((item) => item !== 'unknown' && item !== first),
        )
      : null;
  const chosen = first === 'unknown' || second === null ? [first] : [first, second];
  // For a child no means is needed (Palermo protocol, art. 3(c)), so it may be missing there.
  const noMeans = childInvolved === 'yes' && random() < 0.4;
  const hasReport = stage !== 'suspected' && stage !== 'vice_raid' && (source === 'lp_a' || source === 'lp_b');
  return {
    acts: some(random, ACTS, 3),
    means: noMeans ? [] : some(random, MEANS, 2),
    purposes: [pick(random, PURPOSES, SHARE.purposes)],
    source,
    stage,
    platforms: online ? PLATFORMS.filter((platform) => chosen.includes(platform)) : [],
    victims: pick(random, COUNT_BANDS, SHARE.victims),
    suspects: pick(random, COUNT_BANDS, SHARE.suspects),
    childInvolved,
    lpNumberHash: hasReport ? hex(random, 64) : null,
    online,
  };
}
