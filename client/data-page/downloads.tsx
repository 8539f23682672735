import { useTranslation } from 'react-i18next';
import { CopyLine } from './copy-line.tsx';
import css from './data-page.module.css';

const FILES = [
  { href: '/kecamatan.geojson', text: 'dataPage.fileKecamatan', name: 'kecamatan.geojson' },
  { href: '/kelurahan.geojson', text: 'dataPage.fileKelurahan', name: 'kelurahan.geojson' },
  { href: '/ogc/collections/evidence/items?limit=10000', text: 'dataPage.fileEvidence', name: 'evidence.geojson' },
  { href: '/ogc/collections/places/items?limit=10000', text: 'dataPage.filePlaces', name: 'places.geojson' },
  { href: '/ogc/collections/roads/items?limit=10000', text: 'dataPage.fileRoads', name: 'roads.geojson' },
] as const;

/** Plain files, and the address that GIS tools read. */
export function Downloads() {
  const { t } = useTranslation();
  const address = `${location.origin}/ogc`;
  return (
    <>
      <p>{t('dataPage.downloadsIntro')}</p>
      <div className={css.downloads}>
        {FILES.map((file) => (
          <a key={file.href} href={file.href} download={file.name}>
            {t(file.text)}
            <small>{file.href}</small>
          </a>
        ))}
      </div>
      <h3>{t('dataPage.ogc')}</h3>
      <p>{t('dataPage.ogcIntro')}</p>
      <CopyLine text={address} />
      <h3>{t('dataPage.ogcCommand')}</h3>
      <CopyLine text={`ogr2ogr -f GPKG petarawan.gpkg OAPIF:${address} kecamatan kelurahan`} />
    </>
  );
}
