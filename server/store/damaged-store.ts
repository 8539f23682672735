import { NoResultError } from 'kysely';
import * as z from 'zod/mini';

/** The file can be read and what it holds was never written by this program. */
export class DamagedStore extends Error {
  override readonly name = 'DamagedStore';
}

/** Reads rows; one that is missing, is not JSON or has another shape makes the store a damaged one. */
export async function readStored<T>(what: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.core.$ZodError || error instanceof NoResultError) {
      throw new DamagedStore(`its ${what} cannot be read`, { cause: error });
    }
    throw error;
  }
}
