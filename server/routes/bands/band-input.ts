import type { BandReleases } from '../../services/band-release.ts';
import type { InternalInput } from '../internal.ts';

export interface BandInput extends InternalInput {
  readonly bands: () => Promise<BandReleases>;
  /** Of every kecamatan, in the order of the rows. */
  readonly kecamatanCodes: readonly string[];
}
