export interface Turns {
  /** Does the work when its turn comes; null at once when too many wait already. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T | null>;
}

/**
 * Lets `atOnce` works run side by side and `waiting` more wait. A password hash takes 32 MB and one of Node's four
 * worker threads, which files and compression need as well: strangers must not have all of them.
 */
export function openTurns(atOnce: number, waiting: number): Turns {
  let running = 0;
  const queue: (() => void)[] = [];
  return {
    take: async (work) => {
      if (running >= atOnce) {
        if (queue.length >= waiting) return null;
        await new Promise<void>((resolve) => queue.push(resolve));
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        // The turn is handed on, so nobody who comes later gets between.
        const next = queue.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
