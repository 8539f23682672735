import { useTranslation } from 'react-i18next';
import type { IncidentLayerData } from '../map/incident-layer.ts';
import { Notice } from '../ui/notice.tsx';
import css from './map-frame.module.css';

interface Props {
  readonly reason: 'no_webgl' | 'failed';
  readonly incidents: IncidentLayerData | null;
}

/** The drawn map in place of the interactive one, and why. */
export function StillMap({ reason }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <div className={css.notice}>
        <Notice live>{t(reason === 'no_webgl' ? 'state.noWebGl' : 'state.mapFailed')}</Notice>
      </div>
    </>
  );
}
