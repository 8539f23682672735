import type { CityAreas } from './use-city-areas.ts';

interface Props {
  readonly areas: CityAreas;
  /** Of one kecamatan; '' = of all, grouped. */
  readonly kecamatan: string;
}

/** The kelurahan as options of a select. */
export function KelurahanOptions({ areas, kecamatan }: Props) {
  if (kecamatan === '') {
    return areas.kecamatan.features.map(({ properties: { code, name } }) => (
      <optgroup key={code} label={name}>
        <KelurahanOptions areas={areas} kecamatan={code} />
      </optgroup>
    ));
  }
  return areas.kelurahan.features
    .filter(({ properties }) => properties.kecamatan_code === kecamatan)
    .map(({ properties: { code, name } }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ));
}
