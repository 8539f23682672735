import type { BandSeries } from '../../services/band-series.ts';
import type { InternalInput } from '../internal.ts';

export interface BandInput extends InternalInput {
  readonly bands: BandSeries;
}
