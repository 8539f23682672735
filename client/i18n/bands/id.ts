/** Indonesian texts of the recorded cases in bands. English `satisfies` its shape. */
export const id = {
  group: 'Kasus tercatat (terbatas)',
  option: 'Kasus tercatat per tahun (pita)',
  name: 'Kasus tercatat {{year}} · {{role}}',
  column: 'Kasus {{year}}',
  caution: 'Ini kasus tercatat, bukan kerawanan: sedikit laporan tidak berarti aman.',
  band: {
    '0-10': '0–10 (disembunyikan)',
    '11-19': '11–19 kasus',
    '20+': '20 kasus atau lebih',
    '11+': '11 kasus atau lebih',
  },
  short: { '0-10': '0–10', '11-19': '11–19', '20+': '20+', '11+': '11+' },
  year: 'Tahun kejadian',
  yearNow: '{{year}} (berjalan)',
  role: 'Peran tempat',
  note: 'Kasus yang punya tempat dengan peran ini di kecamatan itu. Dari 0 sampai 10 tidak dibedakan: tidak ada kasus dan sepuluh kasus tampak sama.',
  missing:
    'Kasus daring, dan yang tempatnya hanya diketahui sampai kota, tidak masuk tabel ini; banyaknya tidak ditulis.',
  level: 'Kelurahan tidak ditampilkan: hitungan sekecil itu dapat menunjuk orang.',
  cityOfYear: 'Seluruh kota, {{year}}',
  notEdition: 'Bukan bagian dari edisi peta dan tidak pernah masuk ke indeks.',
  restricted: 'Terbatas untuk perencana dan Satgas.',
  share: 'Tautan ini hanya terbuka bagi yang masuk sebagai perencana atau Satgas.',
  grid: {
    title: 'Kasus tercatat menurut tahun',
    caption: 'Peran tempat: {{role}}. 0–10 disembunyikan. Jumlah dibagi dalam 0–10 dan 11+, bukan penjumlahan pita.',
    year: 'Tahun',
    city: 'Kota',
    total: 'Jumlah',
  },
  drawer: 'Kasus tercatat',
  loading: 'Memuat kasus tercatat…',
  refused:
    'Belum ada tabel yang dapat dirilis untuk peran tempat ini: dari pita dan jumlahnya orang dapat menghitung angka kecil. Peta tetap menampilkan indeks.',
  failed: 'Kasus tercatat tidak dapat dimuat. Peta tetap menampilkan indeks.',
  retry: 'Coba lagi',
} as const;
