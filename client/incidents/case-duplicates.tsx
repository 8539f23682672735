import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../accounts/use-act.ts';
import { Button } from '../ui/button.tsx';
import table from '../ui/data-table.module.css';
import own from './case.module.css';
import { CASE_FIELDS, differingFields, fieldText } from './case-fields.ts';
import { type CaseRecord, fetchDuplicates, mergeIncident } from './incident-api.ts';
import css from './incidents.module.css';
import { News } from './news.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { useCaseText } from './use-case-text.ts';

interface Props {
  readonly record: CaseRecord;
  readonly onOpen: (id: string) => void;
  readonly onMerged: () => void;
}

/** What may be the same case, one beside the other; a person decides which is kept. */
export function CaseDuplicates({ record, onOpen, onMerged }: Props) {
  const { t } = useTranslation('incidents');
  const { id } = record.incident;
  const query = useQuery({
    queryKey: ['incident', id, 'duplicates'],
    queryFn: () => fetchDuplicates(id),
    staleTime: 0,
    gcTime: 0,
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const [mergedId, setMergedId] = useState<string | null>(null);
  const [comparedId, setComparedId] = useState<string | null>(null);
  const compared = query.data?.find(({ incident }) => incident.id === comparedId);
  return (
    <section className={css.part} aria-labelledby="duplicates">
      <h2 id="duplicates" ref={heading} tabIndex={-1}>
        {t('page.duplicates.title')}
      </h2>
      <p className={css.note}>{t('page.duplicates.lead')}</p>
      <News text={mergedId === null ? null : t('page.duplicates.mergedNote', { keep: id, drop: mergedId })} />
      <ProblemNotice error={query.error} retry={() => void query.refetch()} />
      {query.data?.length === 0 && <p>{t('page.duplicates.none')}</p>}
      {query.data !== undefined && query.data.length > 0 && (
        <div className={css.row}>
          {query.data.map(({ incident }) => (
            <Button
              key={incident.id}
              aria-pressed={incident.id === comparedId}
              onClick={() => setComparedId(incident.id === comparedId ? null : incident.id)}
            >
              {t('page.duplicates.compare', { id: incident.id })}
            </Button>
          ))}
        </div>
      )}
      {compared !== undefined && (
        <SideBySide
          key={compared.incident.id}
          a={record}
          b={compared}
          onKeptOther={() => onOpen(compared.incident.id)}
          onKeptThis={() => {
            setComparedId(null);
            setMergedId(compared.incident.id);
            // The buttons of the comparison are gone.
            heading.current?.focus({ preventScroll: true });
            void query.refetch();
            onMerged();
          }}
        />
      )}
    </section>
  );
}

function SideBySide(props: {
  readonly a: CaseRecord;
  readonly b: CaseRecord;
  readonly onKeptThis: () => void;
  readonly onKeptOther: () => void;
}) {
  const { t } = useTranslation('incidents');
  const text = useCaseText();
  const { error, run } = useAct();
  const { a, b } = props;
  const differing = differingFields(a.incident, b.incident);
  const merge = (keep: CaseRecord, drop: CaseRecord, done: () => void) => (
    <Button
      onClick={() =>
        run(async () => {
          await mergeIncident(drop.incident.id, drop.version, keep.incident.id);
          done();
        })
      }
    >
      {t('page.duplicates.keep', { keep: keep.incident.id, drop: drop.incident.id })}
    </Button>
  );
  return (
    <>
      <div className={table.scroll}>
        <table className={`${table.table} ${own.compare}`}>
          <caption>{t('page.duplicates.caption', { a: a.incident.id, b: b.incident.id })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('page.duplicates.field')}</th>
              <th scope="col">#{a.incident.id}</th>
              <th scope="col">#{b.incident.id}</th>
            </tr>
          </thead>
          <tbody>
            {CASE_FIELDS.map((field) => (
              <tr key={field} data-differs={differing.includes(field)}>
                <th scope="row">
                  {t(`form.field.${field}`)}
                  {differing.includes(field) && <em>{t('page.duplicates.differs')}</em>}
                </th>
                <td>{fieldText(text, a.incident, field)}</td>
                <td>{fieldText(text, b.incident, field)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={css.note}>{t('page.duplicates.keepNote')}</p>
      <ProblemNotice error={error} />
      <div className={css.row}>
        {merge(a, b, props.onKeptThis)}
        {merge(b, a, props.onKeptOther)}
      </div>
    </>
  );
}
