/** What an act of the library came to: its answer with the cookies to set, or the code of its refusal. */
export type Outcome<T> =
  | { readonly ok: true; readonly answer: T; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly code: string };

/** The library's own error, without loading the library. Over 499 it failed rather than refused. */
function isRefusal(error: unknown): error is Error & { readonly body?: { readonly code?: unknown } } {
  return error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500;
}

/** Does one act of the library; what it refuses is a value. Throws what is no refusal. */
export async function attempt<T>(
  act: () => Promise<{ readonly headers: Headers; readonly response: T }>,
): Promise<Outcome<T>> {
  try {
    const { headers, response } = await act();
    return { ok: true, answer: response, cookies: headers.getSetCookie() };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { ok: false, code: String(error.body?.code ?? '') };
  }
}
