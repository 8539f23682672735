import '../i18n/incidents/add.ts';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { encodeCaseRoute } from '../incidents/use-case-hash.ts';
import type { IncidentLayerData } from '../map/incident-layer.ts';
import { Button } from '../ui/button.tsx';
import { useView } from '../use-view.tsx';
import css from './map-frame.module.css';

interface Props {
  readonly id: string;
  readonly layer: IncidentLayerData;
  readonly onClose: () => void;
}

/** A case that was clicked on the map: whose report it is, and the way to its record. */
export default function RecordedCard({ id, layer, onClose }: Props) {
  const { t } = useTranslation('incidents');
  const { t: common } = useTranslation();
  const { open, hrefOf } = useView();
  const kind = layer.points.features.find(({ properties }) => properties.id === id)?.properties.kind;
  if (kind === undefined) return null;
  const address = `${hrefOf('/incidents')}${encodeCaseRoute({ kind: 'one', id })}`;
  return (
    <div className={css.card} role="status">
      <span>
        <b>{t('overlay.card', { id })}</b>
        <small>
          {common(`incidents.kinds.${kind}`)} ·{' '}
          <a
            href={address}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
              event.preventDefault();
              open('/incidents');
              // The page reads the fragment when it is drawn, which is after this.
              history.replaceState(null, '', address);
            }}
          >
            {t('overlay.cardOpen')}
          </a>
        </small>
      </span>
      <Button look="quiet" icon aria-label={t('overlay.cardClose')} onClick={onClose}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
