import { useTranslation } from 'react-i18next';
import css from './area-table.module.css';
import type { SortColumn, Sorting } from './table-sort.ts';

interface Props {
  readonly column: SortColumn;
  readonly label: string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

/** A column head that sorts; a second press turns the order round. */
export function SortHeader({ column, label, sorting, onSort }: Props) {
  const { t } = useTranslation();
  const active = sorting.column === column;
  const order = sorting.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={active ? order : undefined}>
      <button
        type="button"
        className={`${css.sort} ${active ? css.active : ''}`}
        title={t('table.sortBy', { column: label })}
        onClick={() => onSort({ column, descending: active && !sorting.descending })}
      >
        {label}
        <span className={css.arrow} aria-hidden="true">
          {active && (sorting.descending ? '↓' : '↑')}
        </span>
      </button>
    </th>
  );
}
