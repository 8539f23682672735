import { createContext, useContext } from 'react';

/** What every part of the form asks: the id of a field's element, and what is wrong with it. */
export interface FormScope {
  readonly idOf: (field: string) => string;
  readonly errorOf: (field: string) => string | undefined;
}

export const FormScopeContext = createContext<FormScope | null>(null);

/** Throws outside an IncidentForm. */
export function useFormScope(): FormScope {
  const scope = useContext(FormScopeContext);
  if (scope === null) throw new Error('useFormScope: no IncidentForm above');
  return scope;
}
