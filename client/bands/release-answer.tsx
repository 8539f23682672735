import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { ServerProblem } from '../server-problem.ts';
import { Notice } from '../ui/notice.tsx';
import type { ReleaseOutcome } from './band-api.ts';
import css from './bands.module.css';
import { cellText } from './cell-text.ts';

const PROBLEMS = ['network', 'sign_in_required', 'forbidden', 'store_busy'] as const;

function problemText(t: TFunction<'bands'>, code: string): string {
  const known = PROBLEMS.find((one) => one === code);
  return known === undefined ? t('release.problem.other', { code }) : t(`release.problem.${known}`);
}

/** What came of a release by hand, read out when it comes; the place is there before. */
export function ReleaseAnswer({
  outcome,
  error,
}: {
  readonly outcome: ReleaseOutcome | null;
  readonly error: unknown;
}) {
  const { t } = useTranslation('bands');
  return (
    <div role="status" data-testid="release-answer">
      {outcome !== null && <Notice>{t(`release.${outcome}`)}</Notice>}
      {error !== null && (
        <Notice tone="caution">
          <Refusal error={error} />
        </Notice>
      )}
    </div>
  );
}

function Refusal({ error }: { readonly error: unknown }) {
  const { t: main } = useTranslation();
  const { t } = useTranslation('bands');
  const format = useFormat();
  const { nameByCode } = useAtlas();
  const { code, again, cells = [] } = error instanceof ServerProblem ? error.body : { code: 'client' };
  if (code === 'too_many_requests' && again !== undefined)
    return <p>{t('release.tooSoon', { when: format.moment(new Date(again)) })}</p>;
  if (code !== 'release_refused') return <p>{problemText(t, code)}</p>;
  if (cells.length === 0) return <p>{t('release.refusedLate')}</p>;
  return (
    <>
      <p>{t('release.refused')}</p>
      <ul className={css.cells} aria-label={t('release.cells')}>
        {cells.map((key) => (
          <li key={key}>{cellText(t, main, nameByCode, key)}</li>
        ))}
      </ul>
    </>
  );
}
