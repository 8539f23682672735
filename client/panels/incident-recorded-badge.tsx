import '../i18n/incidents/add.ts';
import { useTranslation } from 'react-i18next';
import type { PlaceRole } from '../../domain/incident.ts';
import { useFormat } from '../i18n/use-format.ts';
import type { IncidentLayerData } from '../map/incident-layer.ts';

/** What lies over the map, on the map itself. */
export default function RecordedBadge({
  role,
  layer,
}: {
  readonly role: PlaceRole;
  readonly layer: IncidentLayerData;
}) {
  const { t } = useTranslation('incidents');
  const format = useFormat();
  const { t: common } = useTranslation();
  const { decision } = layer;
  const name = t(`form.roles.${role}`);
  return (
    <span>
      {decision.open
        ? t('overlay.badge', { role: name, count: format.integer(layer.unmappedCount) })
        : t('overlay.badgeRefused', { role: name, reason: common(`gate.${decision.reason}`, { ...decision }) })}
    </span>
  );
}
