import type { Intake } from '../../services/incident-intake.ts';
import type { InternalInput } from '../internal.ts';

export interface IncidentHandlersInput extends InternalInput {
  readonly intake: () => Promise<Intake>;
}
