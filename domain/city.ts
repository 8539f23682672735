/** The only file of code that knows which city this is; the rest comes from `geodata/`. */
export const CITY = {
  code: '64.71',
  name: 'Kota Balikpapan',
  shortName: 'Balikpapan',
  timeZone: 'Asia/Makassar',
  timeZoneLabel: 'WITA',
  /** UTM zone 50 south, WGS 84: metres. */
  epsg: 32750,
  centralMeridianDegrees: 117,
  /** BIG letter B-16.10/DIGD-BIG/IGD.04.04/12/2024 of 16 Dec 2024. */
  officialAreaKm2: 509.45,
  /** west, south, east, north; degrees. */
  bbox: [116.728924, -1.282242, 117.022702, -1.013304],
} as const;
