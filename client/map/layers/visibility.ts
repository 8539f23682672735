/** Layers are never added or removed, only shown or hidden: feature state and order hold. */
export function visibility(shown: boolean): 'visible' | 'none' {
  return shown ? 'visible' : 'none';
}
