import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CITY } from '../../domain/city.ts';
import { useShown } from '../bands/shown.tsx';
import { useLayerWords } from '../bands/use-layer-words.ts';
import { areaClassOf, classText } from '../class-text.ts';
import { useFormat } from '../i18n/use-format.ts';
import type { AreaRow } from '../model.ts';
import { Section } from '../ui/section.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useView } from '../use-view.tsx';
import css from './area-table.module.css';
import { LayerCell } from './layer-cell.tsx';
import { SortHeader } from './sort-header.tsx';
import { Swatch } from './swatch.tsx';
import { LIST_ORDER, NAME_ORDER, type SortColumn, sortRows } from './table-sort.ts';

/** The map as a table: the same areas, classes and order, for a keyboard or a screen reader. */
export function AreaTable() {
  const { t } = useTranslation();
  const { rows: all, layer } = useShown();
  if (layer === 'bands') return <RecordedTable rows={all} />;
  const scored = all.filter((row) => row.assessment.status === 'scored');
  const incomplete = all.filter((row) => row.assessment.status !== 'scored');
  return (
    <Section title={t('table.title')}>
      {all.length === 0 && <p>{t('state.empty')}</p>}
      {scored.length > 0 && <RankedTable rows={scored} />}
      {incomplete.length > 0 && <IncompleteTable rows={incomplete} />}
    </Section>
  );
}

/** Head of the column of the layer; null on a layer that the other columns already say. */
function useLayerHead(): string | null {
  const { t } = useTranslation();
  const { layer, bands } = useShown();
  if (bands !== null) return bands.words.column;
  if (layer === 'police') return t('table.police');
  return layer.startsWith('factor:') ? t('table.factorValue') : null;
}

/** Recorded cases are no risk: no rank and no class stands beside them, and the list goes by name. */
function RecordedTable({ rows }: { readonly rows: readonly AreaRow[] }) {
  const { t } = useTranslation();
  const layerHead = useLayerHead();
  const words = useLayerWords();
  return (
    <Section title={t('table.title')}>
      <div className={css.scroll}>
        <table className={css.table}>
          <caption>{words.caution}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table.name')}</th>
              <th scope="col">{layerHead}</th>
            </tr>
          </thead>
          <tbody>
            {sortRows(rows, NAME_ORDER, 'bands').map((row) => (
              <AreaTableRow key={row.code} row={row}>
                {{
                  before: null,
                  after: (
                    <td>
                      <LayerCell row={row} />
                    </td>
                  ),
                }}
              </AreaTableRow>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function RankedTable({ rows }: { readonly rows: readonly AreaRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view } = useView();
  const { layer } = useShown();
  const [sorting, setSorting] = useState(LIST_ORDER);
  const layerHead = useLayerHead();
  const withLayer = layerHead !== null;
  const columns: readonly SortColumn[] = withLayer
    ? ['rank', 'name', 'layer', 'class', 'coverage']
    : ['rank', 'name', 'range', 'class', 'coverage'];
  const active = columns.includes(sorting.column) ? sorting : LIST_ORDER;
  const labelOf = (column: SortColumn): string => {
    return column === 'layer' ? (layerHead ?? '') : t(`table.${column}`);
  };
  return (
    <>
      <div className={css.scroll}>
        <table className={css.table}>
          <caption>{t(view.level === 'kecamatan' ? 'table.captionKecamatan' : 'table.captionKelurahan')}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <SortHeader key={column} column={column} label={labelOf(column)} sorting={active} onSort={setSorting} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sortRows(rows, active, layer).map((row) => (
              <AreaTableRow key={row.code} row={row}>
                {{
                  before: (
                    <td className={css.number}>
                      {row.assessment.status === 'scored' && row.assessment.rank
                        ? format.rank(row.assessment.rank)
                        : '—'}
                    </td>
                  ),
                  after: (
                    <>
                      {withLayer ? (
                        <td>
                          <LayerCell row={row} />
                        </td>
                      ) : (
                        <td className={css.number}>
                          {row.assessment.status === 'scored' && format.range(row.assessment.score)}
                        </td>
                      )}
                      <td className={css.class}>{classText(t, row.assessment)}</td>
                      <td className={css.number}>{format.percent(row.assessment.coverage)}</td>
                    </>
                  ),
                }}
              </AreaTableRow>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > 1 && <p className={css.note}>{t('table.rankNote')}</p>}
    </>
  );
}

/** Areas without a score: listed apart, without a rank, so that unknown is not read as low. */
function IncompleteTable({ rows }: { readonly rows: readonly AreaRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const layerHead = useLayerHead();
  const withLayer = layerHead !== null;
  return (
    <div className={css.incomplete}>
      <h3>{t('table.incompleteTitle')}</h3>
      <p className={css.note}>{t('table.incompleteNote')}</p>
      <div className={css.scroll}>
        <table className={css.table} aria-label={t('table.incompleteTitle')}>
          <thead>
            <tr>
              <th scope="col">{t('table.name')}</th>
              {withLayer && <th scope="col">{layerHead}</th>}
              <th scope="col">{t('table.class')}</th>
              <th scope="col">{t('table.coverage')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <AreaTableRow key={row.code} row={row}>
                {{
                  before: null,
                  after: (
                    <>
                      {withLayer && (
                        <td>
                          <LayerCell row={row} />
                        </td>
                      )}
                      <td className={css.class}>{t(`class.${areaClassOf(row.assessment)}`)}</td>
                      <td className={css.number}>{format.percent(row.assessment.coverage)}</td>
                    </>
                  ),
                }}
              </AreaTableRow>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Every kecamatan starts with the name of the city: said, but not drawn, where a column is narrow. */
function AreaName({ name }: { readonly name: string }) {
  const prefix = `${CITY.shortName} `;
  if (!name.startsWith(prefix)) return <span>{name}</span>;
  return (
    <span>
      <VisuallyHidden>{prefix}</VisuallyHidden>
      {name.slice(prefix.length)}
    </span>
  );
}

function AreaTableRow(props: {
  readonly row: AreaRow;
  readonly children: { readonly before: React.ReactNode; readonly after: React.ReactNode };
}) {
  const { t } = useTranslation();
  const { view, change } = useView();
  const { row } = props;
  const selected = view.area === row.code;
  const select = (): void => change({ area: selected ? null : row.code });
  return (
    // The button in the row is the keyboard's way.
    <tr className={`${css.row} ${selected ? css.selected : ''}`} data-code={row.code} onClick={select}>
      {props.children.before}
      <th scope="row">
        <button
          type="button"
          className={css.name}
          aria-pressed={selected}
          title={t('table.select', { name: row.name })}
          onClick={(event) => {
            event.stopPropagation();
            select();
          }}
        >
          <Swatch row={row} />
          <AreaName name={row.name} />
        </button>
      </th>
      {props.children.after}
    </tr>
  );
}
