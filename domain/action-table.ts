import type { Factor } from './factor.ts';
import type { Text } from './label.ts';

/** The six fields of the national action plan (RAN PPTPPO, Perpres 19/2023). */
export const RAN_FIELDS = ['prevention', 'health', 'social', 'norms', 'enforcement', 'coordination'] as const;
export type RanField = (typeof RAN_FIELDS)[number];

export const RAN_LABEL: Readonly<Record<RanField, Text>> = {
  prevention: { id: 'pencegahan', en: 'prevention' },
  health: { id: 'rehabilitasi kesehatan', en: 'health rehabilitation' },
  social: {
    id: 'rehabilitasi sosial, pemulangan dan reintegrasi',
    en: 'social rehabilitation, return and reintegration',
  },
  norms: { id: 'pengembangan norma hukum', en: 'development of legal norms' },
  enforcement: { id: 'penegakan hukum', en: 'law enforcement' },
  coordination: { id: 'koordinasi dan kerja sama', en: 'coordination and cooperation' },
};

/** One thing that helps, who owns it, and the field of the action plan that it belongs to. */
export interface Action {
  readonly text: Text;
  readonly owner: string;
  readonly field: RanField;
}

/** What helps against each factor; every list starts with recognising and referring a victim. */
export const ACTIONS: Readonly<Record<Factor, readonly Action[]>> = {
  entertainment: [
    {
      text: {
        id: 'Kenali tanda korban di tempat hiburan dan penginapan; rujuk ke UPTD PPA, jangan menghukum.',
        en: 'Recognise the signs of a victim in venues and lodging; refer to UPTD PPA, do not punish.',
      },
      owner: 'UPTD PPA · Satgas TPPO',
      field: 'social',
    },
    {
      text: {
        id: 'Sosialisasi kepada pekerja dan pemilik usaha hiburan serta hotel: tanda perekrutan, anak, jeratan utang.',
        en: 'Sessions for workers and owners of venues and hotels: signs of recruitment, children, debt bondage.',
      },
      owner: 'DP3AKB · Satpol PP',
      field: 'prevention',
    },
    {
      text: {
        id: 'Periksa batas usia kerja dan dokumen kontrak bersama pengawas ketenagakerjaan.',
        en: 'Check working age and contracts together with the labour inspectors.',
      },
      owner: 'Disnaker · Satpol PP',
      field: 'enforcement',
    },
  ],
  trade: [
    {
      text: {
        id: 'Beri tahu pedagang dan pengelola pasar ke mana korban dapat dirujuk; pasang nomor bantuan.',
        en: 'Tell traders and market managers where a victim can be referred; put up the help lines.',
      },
      owner: 'DP3AKB · Disdag',
      field: 'prevention',
    },
    {
      text: {
        id: 'Patroli dialogis Bhabinkamtibmas di pasar dan ruko pada jam ramai.',
        en: 'Community patrols of Bhabinkamtibmas at markets and shophouses in busy hours.',
      },
      owner: 'Bhabinkamtibmas',
      field: 'prevention',
    },
    {
      text: {
        id: 'Data rumah kos dan penghuni sementara bersama RT, tanpa menyimpan data korban.',
        en: 'Register boarding houses and temporary residents with the RT, keeping no data on victims.',
      },
      owner: 'Lurah · Disdukcapil',
      field: 'coordination',
    },
  ],
  inter_provincial_access: [
    {
      text: {
        id: 'Di pelabuhan, terminal dan bandara: kenali calon korban, tawarkan bantuan, rujuk ke UPTD PPA.',
        en: 'At ports, terminals and the airport: recognise a possible victim, offer help, refer to UPTD PPA.',
      },
      owner: 'UPTD PPA · Polsek kawasan',
      field: 'social',
    },
    {
      text: {
        id: 'Latih petugas terminal, feri dan pelabuhan mengenali rombongan pekerja tanpa dokumen.',
        en: 'Train staff of terminals, ferries and ports to notice groups of workers without papers.',
      },
      owner: 'Dishub · KSOP · BP3MI',
      field: 'prevention',
    },
    {
      text: {
        id: 'Sepakati jalur kontak dengan daerah asal dan tujuan di jalur lintas provinsi.',
        en: 'Agree on contacts with the places of origin and destination along the inter-provincial routes.',
      },
      owner: 'Gugus Tugas PPTPPO',
      field: 'coordination',
    },
  ],
  nature_tourism: [
    {
      text: {
        id: 'Pengelola wisata tahu cara mengenali anak yang dieksploitasi dan ke mana merujuk.',
        en: 'Managers of destinations know how to recognise an exploited child and where to refer.',
      },
      owner: 'UPTD PPA · Disporapar',
      field: 'prevention',
    },
    {
      text: {
        id: 'Pasang nomor bantuan di pintu masuk, toilet dan penginapan sekitar kawasan wisata.',
        en: 'Put the help lines at entrances, toilets and lodging around the destinations.',
      },
      owner: 'Disporapar · Lurah',
      field: 'prevention',
    },
    {
      text: {
        id: 'Patroli pada akhir pekan dan hari libur di jalur menuju kawasan wisata.',
        en: 'Patrols on weekends and holidays on the roads to the destinations.',
      },
      owner: 'Polsek · Satgas TPPO',
      field: 'enforcement',
    },
  ],
  rdmp_workers: [
    {
      text: {
        id: 'Sediakan saluran aduan dan rujukan bagi pekerja yang diberhentikan atau tidak digaji.',
        en: 'Offer complaint and referral channels to workers who were dismissed or left unpaid.',
      },
      owner: 'Disnaker · Dinsos',
      field: 'social',
    },
    {
      text: {
        id: 'Pantau berakhirnya kerja RDMP dan tawaran kerja lanjutan yang mencurigakan.',
        en: 'Watch the end of RDMP jobs and suspicious offers of follow-on work.',
      },
      owner: 'Disnaker · Polresta',
      field: 'prevention',
    },
    {
      text: {
        id: 'Bersama kontraktor, periksa agen penyalur, biaya perekrutan dan penahanan dokumen.',
        en: 'With the contractors, check labour agents, recruitment fees and withheld papers.',
      },
      owner: 'Disnaker · Pertamina dan kontraktor',
      field: 'enforcement',
    },
  ],
  ikn_gateway: [
    {
      text: {
        id: 'Rumah singgah dan pemulangan bagi pekerja terlantar yang datang karena janji kerja IKN.',
        en: 'Transit shelter and return for stranded workers who came for promised IKN jobs.',
      },
      owner: 'Dinsos · Satgas TPPO',
      field: 'social',
    },
    {
      text: {
        id: 'Sosialisasi cara memeriksa lowongan kerja IKN yang asli, terutama di media sosial.',
        en: 'Sessions on how to check that an IKN job offer is real, above all on social media.',
      },
      owner: 'Disnaker · DP3AKB · Diskominfo',
      field: 'prevention',
    },
    {
      text: {
        id: 'Tukar informasi berkala dengan Penajam Paser Utara dan Otorita IKN.',
        en: 'Exchange information regularly with Penajam Paser Utara and the IKN Authority.',
      },
      owner: 'Gugus Tugas PPTPPO',
      field: 'coordination',
    },
  ],
};
