import type {
  ACTS,
  CHILD_INVOLVED,
  INCIDENT_SOURCES,
  MEANS,
  PLACE_PRECISIONS,
  PLACE_ROLES,
  PLATFORMS,
  PURPOSES,
  STAGES,
  SUSPECT_COUNTS,
  VICTIM_COUNTS,
} from '../../domain/incident.ts';

/** What stands for each code in files, in Indonesian and English, besides the code itself. */
export const CODE_WORDS = {
  acts: {
    recruit: 'merekrut, perekrutan, rekrut, recruitment',
    transport: 'mengangkut, pengangkutan, angkut, transportation',
    harbour: 'menampung, penampungan, tampung, harbor, harbouring, harboring',
    send: 'mengirim, pengiriman, kirim, sending',
    transfer: 'memindahkan, pemindahan, pindah',
    receive: 'menerima, penerimaan, terima, receipt',
  },
  means: {
    threat: 'ancaman, ancaman kekerasan, threat of violence',
    violence: 'kekerasan, penggunaan kekerasan, force',
    abduction: 'penculikan',
    confinement: 'penyekapan',
    forgery: 'pemalsuan, fraud',
    deception: 'penipuan, tipu',
    abuse_of_power: 'penyalahgunaan kekuasaan',
    vulnerable_position: 'posisi rentan, memanfaatkan posisi rentan, vulnerability',
    debt_bondage: 'jeratan utang, penjeratan utang, jeratan hutang',
    payment_or_benefit: 'bayaran atau manfaat, bayaran, pemberian bayaran atau manfaat, manfaat',
  },
  purposes: {
    sexual_exploitation: 'eksploitasi seksual, seksual',
    forced_labour: 'kerja paksa, eksploitasi tenaga kerja, forced labor',
    slavery: 'perbudakan',
    bride: 'pengantin pesanan, pengantin, forced marriage',
    organ: 'organ tubuh, organ removal',
    other: 'lain, lainnya',
  },
  source: {
    lp_a: 'lp-a, lp model a, model a, a',
    lp_b: 'lp-b, lp model b, model b, b',
    referral: 'rujukan, rujukan uptd ppa, uptd ppa, ngo, lsm',
    operation: 'operasi',
    media: 'pers, press, berita',
  },
  stage: {
    suspected: 'dugaan',
    lp: 'laporan, laporan polisi, police report',
    investigation: 'sidik, penyidikan, lidik',
    p21: 'p-21, p 21',
    verdict: 'putusan, vonis',
    not_tppo: 'bukan tppo, not trafficking',
    vice_raid: 'penertiban, penertiban (razia), razia, razia prostitusi, vice raid',
  },
  platforms: {
    michat: 'mi chat',
    instagram: 'ig',
    whatsapp: 'wa, whats app',
    telegram: 'tele',
    facebook: 'fb',
    other: 'lainnya, lain',
    unknown: 'tidak diketahui, tidak tahu',
  },
  role: {
    recruitment: 'perekrutan, rekrut',
    transit: 'transit, persinggahan',
    harbouring: 'penampungan, harboring',
    exploitation: 'eksploitasi',
    rescue: 'penyelamatan',
    report: 'pelaporan, laporan, report',
  },
  precision: {
    point: 'titik, koordinat, coordinates',
    kelurahan: 'desa, village',
    kecamatan: 'district, subdistrict',
    kota: 'kota balikpapan, balikpapan, city',
    online: 'daring, on line',
  },
  victims: {
    '1': 'satu, one',
    '2-4': '2–4',
    '5-9': '5–9',
    '10+': '10 atau lebih, >=10, ≥10',
    unknown: 'tidak diketahui, belum diketahui, tidak tahu, not known, ?',
  },
  suspects: {
    '0': 'nihil, belum ada, tidak ada, none yet, none',
    '1': 'satu, one',
    '2-4': '2–4',
    '5-9': '5–9',
    '10+': '10 atau lebih, >=10, ≥10',
    unknown: 'tidak diketahui, belum diketahui, tidak tahu, not known, ?',
  },
  child_involved: {
    yes: 'ya, y, ada, true',
    no: 'tidak, n, tidak ada, false, t',
    unknown: 'tidak diketahui, tidak tahu, ?',
  },
} as const satisfies {
  readonly acts: Readonly<Record<(typeof ACTS)[number], string>>;
  readonly means: Readonly<Record<(typeof MEANS)[number], string>>;
  readonly purposes: Readonly<Record<(typeof PURPOSES)[number], string>>;
  readonly source: Readonly<Record<(typeof INCIDENT_SOURCES)[number], string>>;
  readonly stage: Readonly<Record<(typeof STAGES)[number], string>>;
  readonly platforms: Readonly<Record<(typeof PLATFORMS)[number], string>>;
  readonly role: Readonly<Record<(typeof PLACE_ROLES)[number], string>>;
  readonly precision: Readonly<Record<(typeof PLACE_PRECISIONS)[number], string>>;
  readonly victims: Readonly<Record<(typeof VICTIM_COUNTS)[number], string>>;
  readonly suspects: Readonly<Record<(typeof SUSPECT_COUNTS)[number], string>>;
  readonly child_involved: Readonly<Record<(typeof CHILD_INVOLVED)[number], string>>;
};

/** What stands in a cell of an element (act, means, purpose) that nobody knows; an empty cell says the same. */
export const NOT_KNOWN: ReadonlySet<string> = new Set([
  'unknown',
  'not known',
  'tidak diketahui',
  'belum diketahui',
  '?',
]);

/** Case, accents, underscores and doubled blanks do not matter. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}

/** From the words of one enumeration to its codes. */
export function codeLookup<T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const lookup = new Map<string, T>();
  for (const code of Object.keys(words) as T[]) {
    for (const word of [code, ...words[code].split(',')]) {
      const plain = plainWord(word);
      if (!lookup.has(plain)) lookup.set(plain, code);
    }
  }
  return lookup;
}
