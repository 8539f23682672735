import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDENTITY_KINDS, type IdentityKind, identityInHeader } from '../../../domain/privacy/identity.ts';

const PERSONAL: Readonly<Record<IdentityKind, readonly string[]>> = {
  name: [
    'nama',
    'Nama Korban',
    'NAMA_KORBAN',
    'namaKorban',
    'namakorban',
    'nama_korban_2',
    'nm',
    'nm_tersangka',
    'n.a.m.a',
    'Nàma',
    'name',
    'Full Name',
    'victimName',
    'child name',
    'names',
    'inisial',
    'alias',
    'pelapor',
    'saksi',
    'nama tempat',
    'tersangka-nama',
  ],
  nik: [
    'NIK',
    'nik korban',
    'no_ktp',
    'No. KTP',
    'KTP',
    'nomorKTP',
    'KK',
    'No. KK',
    'kartu keluarga',
    'paspor',
    'passport no',
    'identity number',
    'ID number',
  ],
  phone: [
    'telp',
    'No. Telp',
    'telepon',
    'no_hp',
    'NoHP',
    'nohp',
    'No HP',
    'handphone',
    'WA',
    'nomor wa',
    'whatsapp',
    'phone',
    'phone_number',
    'phoneNumber',
    'kontak',
  ],
  email: ['email', 'e-mail', 'E_Mail', 'surel', 'alamat email'],
  address: [
    'alamat',
    'Alamat Rumah',
    'alamatrumah',
    'address',
    'home address',
    'jalan',
    'Jl.',
    'RT/RW',
    'rt',
    'RW',
    'domisili',
    'gang',
    'kodepos',
  ],
  birth_date: [
    'tgl_lahir',
    'TglLahir',
    'tgllahir',
    'tanggal lahir',
    'tempat_lahir',
    'tempat/tgl lahir',
    'TTL',
    'birth date',
    'birthdate',
    'DOB',
    'date of birth',
    'umur',
    'usia korban',
    'age',
  ],
  plate: ['plat', 'plat nomor', 'nopol', 'no_pol', 'no polisi', 'nomor polisi', 'license plate', 'nomor kendaraan'],
  account: ['rekening', 'no rekening', 'nomor rekening bank', 'norek', 'akun', 'username'],
  narrative: [
    'kronologi',
    'kronologis kejadian',
    'uraian',
    'Uraian Kejadian',
    'keterangan',
    'ket',
    'catatan',
    'narasi',
    'notes',
    'description',
    'remarks',
    'ringkasan',
    'foto',
    'lampiran',
  ],
};

const TEMPLATE =
  'month bulan day tanggal acts proses means cara purposes tujuan source sumber stage tahap platforms platform sarana victims korban suspects tersangka child_involved anak lp_number nomor_lp place_role peran_tempat precision ketelitian area_code kode_wilayah kelurahan kecamatan longitude bujur latitude lintang'.split(
    ' ',
  );
const ALSO_PLAIN = [
  'No. LP',
  'Nomor Laporan Polisi',
  'nama_kecamatan',
  'nama kelurahan',
  'namakelurahan',
  'area_name',
  'jumlah_korban',
  'jumlah saksi',
  'kelompok umur',
  'lon',
  'lat',
  'x',
  'y',
  'id',
  'h3',
  'tahun',
  'hari',
  'bulan_kejadian',
  'tanggal kejadian',
  'geometry',
  'status',
  'jenis',
  'no',
  'kode',
  'lokasi',
  'anak terlibat',
  'place_1_role',
  '',
  '  ',
  '123',
];

const disguise = fc.record({
  separator: fc.constantFrom('_', ' ', '-', '.', '/', ' - '),
  shout: fc.boolean(),
  number: fc.constantFrom('', '1', '_2', ' (3)'),
});

describe('identityInHeader', () => {
  const cases = IDENTITY_KINDS.flatMap((kind) =>
    PERSONAL[kind].map((header): [string, IdentityKind] => [header, kind]),
  );
  // An e-mail address is an address too; either word refuses it.
  it.each(cases)('refuses %j as %s', (header, kind) => {
    const found = identityInHeader(header);
    expect(header === 'alamat email' ? 'email' : found).toBe(kind);
    expect(found).not.toBe(null);
  });

  it.each([...TEMPLATE, ...ALSO_PLAIN])('lets %j pass', (header) => {
    expect(identityInHeader(header)).toBe(null);
    expect(identityInHeader(header.toUpperCase())).toBe(null);
    expect(identityInHeader(` ${header}: `)).toBe(null);
  });

  it('sees through case, separators and numbers', () => {
    const pair = fc.tuple(
      fc.constantFrom('nama', 'alamat', 'telepon', 'nik', 'umur', 'catatan', 'email', 'rekening'),
      fc.constantFrom('korban', 'tersangka', 'anak', 'lengkap'),
      fc.boolean(),
    );
    fc.assert(
      fc.property(pair, disguise, ([first, second, turned], { separator, shout, number }) => {
        const header = (turned ? [second, first] : [first, second]).join(separator) + number;
        expect(identityInHeader(shout ? header.toUpperCase() : header)).not.toBe(null);
      }),
    );
  });

  it('lets the columns of the template pass in any spelling', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEMPLATE), disguise, (column, { separator, shout, number }) => {
        const header = column.split('_').join(separator) + number;
        expect(identityInHeader(shout ? header.toUpperCase() : header)).toBe(null);
      }),
    );
  });

  it('refuses a header in letters that only look Latin', () => {
    expect(identityInHeader('nаma')).toBe('narrative');
  });
});
