import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { type Retention, retentionSchema } from '../../domain/retention.ts';
import { useAct } from '../accounts/use-act.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { Check } from '../ui/check.tsx';
import { Loading, Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import css from './keeping.module.css';
import { fetchRetention, previewRetention, saveRetention } from './keeping-api.ts';
import { KeepingError } from './keeping-error.tsx';

const KEY = ['retention'] as const;

/** How long what is kept, with a dry run of what would go. */
export function RetentionSection() {
  const { t } = useTranslation('keeping');
  const kept = useQuery({ queryKey: KEY, queryFn: fetchRetention, staleTime: 0 });
  return (
    <>
      <p className={css.note}>{t('retention.lead')}</p>
      <KeepingError error={kept.error} />
      {kept.isPending && <Loading label={t('loading')} />}
      {kept.data?.decided === false && <p className={css.note}>{t('retention.undecided')}</p>}
      {kept.data !== undefined && (
        <RetentionForm key={JSON.stringify(kept.data.retention)} kept={kept.data.retention} />
      )}
    </>
  );
}

interface Typed {
  readonly never: boolean;
  readonly closedMonths: string;
  readonly deletedDays: string;
  readonly addressDays: string;
}

/** Null while a field is no whole number within its limits. */
function read({ never, closedMonths, deletedDays, addressDays }: Typed): Retention | null {
  const whole = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN);
  const given = {
    closedMonths: never ? null : whole(closedMonths),
    deletedDays: whole(deletedDays),
    addressDays: whole(addressDays),
  };
  return z.safeParse(retentionSchema, given).data ?? null;
}

function RetentionForm({ kept }: { readonly kept: Retention }) {
  const { t } = useTranslation('keeping');
  const client = useQueryClient();
  const { busy, error, run } = useAct();
  const [saved, setSaved] = useState(false);
  const [typed, setTyped] = useState<Typed>({
    never: kept.closedMonths === null,
    closedMonths: String(kept.closedMonths ?? 60),
    deletedDays: String(kept.deletedDays),
    addressDays: String(kept.addressDays),
  });
  const set = (part: Partial<Typed>) => {
    setSaved(false);
    setTyped((before) => ({ ...before, ...part }));
  };
  const retention = read(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (retention === null) return;
    run(async () => {
      await saveRetention(retention);
      await client.invalidateQueries({ queryKey: KEY });
      setSaved(true);
    });
  };
  const numeric = { inputMode: 'numeric', autoComplete: 'off' } as const;
  return (
    <form className={css.form} onSubmit={submit}>
      <Check label={t('retention.closedNever')} checked={typed.never} onChange={(never) => set({ never })} />
      {!typed.never && (
        <TextField
          {...numeric}
          label={t('retention.closedMonths')}
          hint={t('retention.closedHint')}
          value={typed.closedMonths}
          onText={(closedMonths) => set({ closedMonths })}
        />
      )}
      <TextField
        {...numeric}
        label={t('retention.deletedDays')}
        hint={t('retention.deletedHint')}
        value={typed.deletedDays}
        onText={(deletedDays) => set({ deletedDays })}
      />
      <TextField
        {...numeric}
        label={t('retention.addressDays')}
        hint={t('retention.addressHint')}
        value={typed.addressDays}
        onText={(addressDays) => set({ addressDays })}
      />
      <Preview retention={retention} />
      <KeepingError error={error} />
      <div className={css.row}>
        <Button type="submit" look="primary" disabled={busy || retention === null}>
          {t('retention.save')}
        </Button>
        <span role="status">{saved && t('retention.saved')}</span>
      </div>
    </form>
  );
}

function Preview({ retention }: { readonly retention: Retention | null }) {
  const { t } = useTranslation('keeping');
  const format = useFormat();
  const asked = useDeferredValue(retention);
  const due = useQuery({
    queryKey: ['retention-preview', asked],
    queryFn: () => (asked === null ? null : previewRetention(asked)),
    enabled: asked !== null,
  });
  if (retention === null) return <Notice tone="caution">{t('retention.invalid')}</Notice>;
  if (due.error !== null) return <KeepingError error={due.error} />;
  if (due.data === undefined || due.data === null) return <p className={css.note}>{t('retention.previewAsking')}</p>;
  const { incidentsAtMost, addresses } = due.data;
  const counts = { incidents: format.integer(incidentsAtMost), addresses: format.integer(addresses) };
  return (
    <Notice tone="caution" live>
      {t('retention.preview', counts)}
    </Notice>
  );
}
