export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly fields?: readonly { readonly field: string; readonly code: string }[] | undefined;
  readonly reason?: string | undefined;
  readonly incidentId?: string | undefined;
  readonly have?: number | undefined;
  readonly need?: number | undefined;
  /** Cells of a table of bands that was not released. */
  readonly cells?: readonly string[] | undefined;
  /** From when on it may be asked again, RFC 3339. */
  readonly again?: string | undefined;
}

/** An internal route said no; the page chooses its text by `code`. */
export class ServerProblem extends Error {
  override readonly name = 'ServerProblem';
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(`${body.code}: ${body.detail}`);
    this.body = body;
  }
}
