export interface Credit {
  readonly subject: 'boundaries' | 'places_roads' | 'evidence';
  readonly text: string;
  readonly licence: string;
  readonly url: string | null;
}

/** Whom the data is from; the licences want these lines wherever it is shown. */
export const CREDITS: readonly Credit[] = [
  {
    subject: 'boundaries',
    text: 'Batas wilayah: Badan Informasi Geospasial (BIG), via cahyadsn/wilayah_boundaries',
    licence: 'MIT',
    url: 'https://github.com/cahyadsn/wilayah_boundaries',
  },
  {
    subject: 'places_roads',
    text: '© OpenStreetMap contributors',
    licence: 'ODbL-1.0',
    url: 'https://www.openstreetmap.org/copyright',
  },
  {
    subject: 'evidence',
    text: 'Bukti: perumusan dan kompilasi Petarawan; tiap baris menyebut sumbernya',
    licence: 'CC-BY-4.0',
    url: null,
  },
];

/** One line for files that have room for one. */
export const ATTRIBUTION = CREDITS.map(({ text, licence }) => `${text} (${licence})`).join('; ');
