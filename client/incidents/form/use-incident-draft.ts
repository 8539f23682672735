import { useEffect, useRef, useState } from 'react';
import type { Locate } from '../../../domain/geometry/locator.ts';
import type { ServerProblem } from '../../server-problem.ts';
import { draftOf } from './draft-values.ts';
import { eraseDraft, type FormDraft, readDraft, saveDraft } from './form-draft.ts';
import type { FormValues } from './form-values.ts';

interface Given {
  readonly draftKey: string;
  readonly values: FormValues;
  /** What the form began with: nothing of it needs a draft. */
  readonly start: FormValues;
  readonly locate: Locate | null;
  readonly busy: boolean;
  readonly problem: ServerProblem | null;
}

export interface IncidentDraft {
  /** Left on this device earlier, neither continued nor dropped yet. */
  readonly offered: FormDraft | null;
  /** ISO moment of the last save; null = none yet. */
  readonly savedAt: string | null;
  /** This browser keeps nothing. */
  readonly failed: boolean;
  /** The offer is answered: saving begins. */
  readonly settle: (how: 'resumed' | 'discarded') => void;
}

/**
 * Keeps what the form holds on this device at each change, and erases it when a send has ended without a problem.
 * While an older draft is on offer nothing is kept: it would be written over.
 */
export function useIncidentDraft({ draftKey, values, start, locate, busy, problem }: Given): IncidentDraft {
  const [offered, setOffered] = useState(() => readDraft(draftKey, new Date()));
  const [kept, setKept] = useState<{ readonly savedAt: string | null; readonly failed: boolean }>(NOTHING_KEPT);
  const sent = useRef<{ busy: boolean; values: FormValues | null }>({ busy: false, values: null });
  const isOpen = offered !== null;

  useEffect(() => {
    const justEnded = sent.current.busy && !busy;
    sent.current.busy = busy;
    if (justEnded && problem === null) {
      sent.current.values = values;
      eraseDraft(draftKey);
      setKept(NOTHING_KEPT);
    }
  }, [busy, problem, values, draftKey]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a problem after the send brings an erased draft back.
  useEffect(() => {
    if (isOpen || values === start || (problem === null && sent.current.values === values)) return;
    const draft = draftOf(values, locate, new Date());
    const ok = saveDraft(draftKey, draft);
    setKept({ savedAt: ok ? draft.savedAt : null, failed: !ok });
  }, [isOpen, values, start, problem, draftKey]);

  const settle = (how: 'resumed' | 'discarded'): void => {
    if (how === 'discarded') eraseDraft(draftKey);
    setOffered(null);
  };
  return { offered, ...kept, settle };
}

const NOTHING_KEPT = { savedAt: null, failed: false } as const;
