import { useState } from 'react';

interface Act {
  readonly busy: boolean;
  /** What the last act failed with. */
  readonly error: unknown;
  /** Runs one act at a time; a second one while the first is under way is dropped. */
  readonly run: (act: () => Promise<void>) => void;
}

/** An act of a form: under way, failed or neither. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (act: () => Promise<void>): void => {
    if (busy) return;
    setBusy(true);
    setError(null);
    act()
      .catch((reason: unknown) => setError(reason))
      .finally(() => setBusy(false));
  };
  return { busy, error, run };
}
