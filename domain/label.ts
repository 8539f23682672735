import type { RiskClass } from './assessment.ts';
import type { Strength } from './evidence.ts';
import type { Factor } from './factor.ts';

/** A text in both languages of the page; Indonesian is the source. */
export interface Text {
  readonly id: string;
  readonly en: string;
}

export const FACTOR_LABEL: Readonly<Record<Factor, Text>> = {
  entertainment: { id: 'kawasan hiburan', en: 'entertainment areas' },
  trade: { id: 'kawasan perdagangan', en: 'trade areas' },
  inter_provincial_access: { id: 'akses lintas provinsi', en: 'inter-provincial access' },
  nature_tourism: { id: 'wisata alam', en: 'nature tourism' },
  rdmp_workers: { id: 'pekerja RDMP', en: 'RDMP workers' },
  ikn_gateway: { id: 'pintu gerbang IKN', en: 'IKN gateway' },
};

export const CLASS_LABEL: Readonly<Record<RiskClass, Text>> = {
  low: { id: 'rendah', en: 'low' },
  medium: { id: 'sedang', en: 'medium' },
  high: { id: 'tinggi', en: 'high' },
};

export const STRENGTH_LABEL: Readonly<Record<Strength, Text>> = {
  absent: { id: 'tidak ada (terukur)', en: 'absent (measured)' },
  limited: { id: 'terbatas', en: 'limited' },
  present: { id: 'ada', en: 'present' },
  named: { id: 'disebut sebagai alasan', en: 'named as a reason' },
  principal: { id: 'utama se-kota', en: 'principal in the city' },
};
