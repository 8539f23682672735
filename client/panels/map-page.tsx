import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useAtlas } from '../atlas.tsx';
import { useShown } from '../bands/shown.tsx';
import { PrintGate } from '../print/print-gate.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useView } from '../use-view.tsx';
import { AreaDrawer } from './area-drawer.tsx';
import { AreaTable } from './area-table.tsx';
import { CityStrip } from './city-strip.tsx';
import { IncidentsPanel } from './incidents-panel.tsx';
import { LayerPanel } from './layer-panel.tsx';
import { LegendPanel } from './legend-panel.tsx';
import { MapFrame } from './map-frame.tsx';
import css from './map-page.module.css';
import { SiteHeader } from './site-header.tsx';
import { TabBar, type TabName } from './tab-bar.tsx';
import { WeightsPanel } from './weights-panel.tsx';

/** Rail, map, drawer and strip; on a phone the rail is a sheet with tabs. */
export function MapPage() {
  const { t } = useTranslation();
  const { view, change } = useView();
  const { rowByCode } = useAtlas();
  const { bands, late } = useShown();
  const [tab, setTab] = useState<TabName>('map');
  const [isPrintAsked, setPrintAsked] = useState(false);
  const askPrint = useCallback(() => setPrintAsked(true), []);
  const answerPrint = useCallback(() => setPrintAsked(false), []);
  const row = view.area === null ? undefined : rowByCode.get(view.area);

  const close = (): void => {
    const code = view.area;
    change({ area: null });
    // The row that opened the drawer takes the focus back, where it is on the screen.
    const button = document.querySelector<HTMLElement>(`[data-code="${code}"] button`);
    const shown = button?.checkVisibility() === true;
    (shown ? button : document.querySelector<HTMLElement>('[data-map-state] canvas'))?.focus();
  };
  return (
    <>
      <div className={css.page} data-tab={tab} data-testid="map-page">
        <div className={css.header}>
          <SiteHeader
            onPrint={askPrint}
            onSkip={() => {
              // On a phone the list is behind its tab.
              flushSync(() => setTab('list'));
              document.getElementById('areas')?.focus();
            }}
          />
        </div>
        <main id="content" className={css.main}>
          <VisuallyHidden>
            <h1>{t('app.heading')}</h1>
          </VisuallyHidden>
          <div className={css.rail}>
            <div data-tab-part="legend">
              <LayerPanel />
              <LegendPanel />
            </div>
            <div data-tab-part="list" id="areas" tabIndex={-1}>
              <AreaTable />
              {bands !== null && late !== null && <late.BandGrid />}
            </div>
            <div data-tab-part="weights">
              <WeightsPanel />
            </div>
            <div data-tab-part="incidents">
              <IncidentsPanel />
            </div>
          </div>
          <div className={css.map}>
            <MapFrame />
          </div>
        </main>
        {row !== undefined && (
          <div className={css.drawer}>
            <AreaDrawer row={row} onClose={close} />
          </div>
        )}
        <div className={css.strip}>
          <CityStrip />
        </div>
        <div className={css.tabs}>
          <TabBar
            tab={tab}
            onChange={(next) => {
              setTab(next);
              if (next !== 'map' && row !== undefined) change({ area: null });
            }}
          />
        </div>
      </div>
      <PrintGate asked={isPrintAsked} onAsk={askPrint} onAnswered={answerPrint} />
    </>
  );
}
