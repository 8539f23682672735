import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import css from './keeping.module.css';
import type { AuditLine } from './keeping-api.ts';

interface Props {
  readonly line: AuditLine;
  readonly names: Readonly<Record<string, string>>;
}

/** Codes and numbers as they were kept; what is not there is left out. */
function detailText(detail: AuditLine['detail']): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${[value].flat().join(' ')}`)
    .join(' · ');
}

/** One row of the audit log. */
export function AuditEntry({ line, names }: Props) {
  const { t } = useTranslation('keeping');
  const format = useFormat();
  const { seq, at, userId, action, subject, detail, ip } = line;
  const who = userId === null ? t('audit.server') : (names[userId] ?? t('audit.unknownUser', { id: userId }));
  const about = subject === null ? '' : (names[subject.replace(/^user:/, '')] ?? subject);
  const more = [about, detailText(detail)].filter((part) => part !== '').join(' · ');
  return (
    <li className={css.line}>
      <span className={css.seq} title={t('audit.row', { seq })}>
        {seq}
      </span>
      <time dateTime={at} className={css.when}>
        {format.moment(new Date(at))}
      </time>
      <span className={css.who}>
        {who} <span className={css.what}>{t(`action.${action}`)}</span>
      </span>
      <span className={css.note}>
        {more !== '' && <code>{more}</code>}
        {ip !== null && ` ${t('audit.from', { ip })}`}
      </span>
    </li>
  );
}
