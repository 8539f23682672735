import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pageId } from '../i18n/incidents/page-id.ts';
import { useFormat } from '../i18n/use-format.ts';
import own from './case.module.css';
import { differingFields, fieldText } from './case-fields.ts';
import { type CaseRecord, fetchRevisions, type Revision, type ShownIncident } from './incident-api.ts';
import css from './incidents.module.css';
import { ProblemNotice } from './problem-notice.tsx';
import { useCaseText } from './use-case-text.ts';

type Action = keyof (typeof pageId)['history']['action'];

function isAction(action: string): action is Action {
  return action in pageId.history.action;
}

/** Who changed what, when, and what stood before. */
export function CaseHistory({ record }: { readonly record: CaseRecord }) {
  const { t } = useTranslation('incidents');
  const { id } = record.incident;
  const query = useQuery({
    queryKey: ['incident', id, 'revisions', record.version],
    queryFn: () => fetchRevisions(id),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <section className={css.part} aria-labelledby="history">
      <h2 id="history">{t('page.history.title')}</h2>
      <ProblemNotice error={query.error} retry={() => void query.refetch()} />
      {query.data?.length === 0 && <p>{t('page.history.none')}</p>}
      <ol className={own.history}>
        {query.data?.map((revision, index) => (
          // What came after a revision is what stood before the next one, or what stands now.
          <Entry key={revision.version} revision={revision} after={query.data[index - 1]?.before ?? record.incident} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ revision, after }: { readonly revision: Revision; readonly after: ShownIncident }) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  const text = useCaseText();
  const { at, action, userName, before } = revision;
  return (
    <li>
      <p>
        <b>{isAction(action) ? t(`page.history.action.${action}`) : action}</b>{' '}
        <span className={css.note}>
          {t('page.history.entry', {
            when: format.moment(new Date(at)),
            who: userName ?? t('page.one.somebody'),
          })}
        </span>
      </p>
      <ul className={own.changes}>
        {differingFields(before, after).map((field) => (
          <li key={field}>
            {t(`form.field.${field}`)}: <del>{fieldText(text, before, field)}</del> →{' '}
            <ins>{fieldText(text, after, field)}</ins>
          </li>
        ))}
      </ul>
    </li>
  );
}
