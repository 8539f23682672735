/** Why something could not be loaded, as a code that the page words in its own language. */
export class LoadError extends Error {
  override readonly name = 'LoadError';

  constructor(
    readonly kind: 'network' | 'status' | 'shape',
    readonly path: string,
    /** HTTP status, or the first fault of the shape. */
    readonly detail: string,
  ) {
    super(`${kind} ${path} ${detail}`);
  }
}
