import { isApart } from '../../../domain/incident.ts';
import type { IncidentInput } from '../../../domain/incident-input.ts';
import type { FormValues } from './form-values.ts';

export const ELEMENTS = ['acts', 'means', 'purposes'] as const;
export type Element = (typeof ELEMENTS)[number];
export type ElementState = 'filled' | 'empty' | 'notNeeded';

export interface ElementsHint {
  readonly states: Readonly<Record<Element, ElementState>>;
  readonly missing: readonly Element[];
  readonly child: IncidentInput['childInvolved'] | null;
}

/**
 * Which of act, means and purpose are still missing (UU 21/2007 art. 1(1)). For a child no means is needed (Palermo
 * Protocol art. 3(c)); while that is unknown the means stays asked for. A vice raid and a case found not to be TPPO need
 * none. A hint about the record, not about the law: a record is kept with whatever is known.
 */
export function elementsHint(
  values: Pick<FormValues, 'acts' | 'means' | 'purposes' | 'childInvolved' | 'stage'>,
): ElementsHint {
  const child = values.childInvolved;
  const stateOf = (element: Element): ElementState => {
    if (values[element].length > 0) return 'filled';
    return isApart(values.stage) || (element === 'means' && child === 'yes') ? 'notNeeded' : 'empty';
  };
  const states = { acts: stateOf('acts'), means: stateOf('means'), purposes: stateOf('purposes') };
  return { states, missing: ELEMENTS.filter((element) => states[element] === 'empty'), child };
}
