import { LP_NUMBER } from '../../../domain/incident-input.ts';
import { identityInValue } from '../../../domain/privacy/identity.ts';
import type { FaultCode } from './fault.ts';

/** Why a typed LP number is refused, or null. Empty is fine: the number is optional. */
export function lpNumberFault(text: string): FaultCode | null {
  const number = text.trim();
  if (number === '') return null;
  const identity = identityInValue(number, { allowLpNumber: true });
  if (identity !== null) return `identity_${identity}`;
  return LP_NUMBER.test(number) ? null : 'lp_pattern';
}
