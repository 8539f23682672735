import { IDENTITY_KINDS, type IdentityKind } from './identity-kind.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words of a header that name a person's particulars, in Indonesian and English, with the usual abbreviations. */
const HEADER_WORDS: Readonly<Record<IdentityKind, readonly string[]>> = {
  name: words(`
    nama nm nma name names fullname firstname lastname surname nickname alias panggilan julukan inisial initial
    initials pelapor terlapor saksi pelaku witness reporter perpetrator offender ayah ibu bapak suami istri isteri
    wali orangtua ortu keluarga father mother husband wife parent guardian kerabat penyintas survivor mucikari`),
  nik: words(`
    nik ktp ektp noktp kk nokk paspor passport visa npwp bpjs sim nosim identitas identity nisn nis nip nrp kitas
    kitap nik16 ssn sidikjari fingerprint dna`),
  phone: words(`
    telp tlp tel tlpn telepon telpon telfon telephone phone phones hp nohp handphone hape ponsel wa nowa whatsapp
    msisdn imei kontak contact contacts mobile cellphone seluler gsm fax faks notelp notlp`),
  email: words('email mail surel emails'),
  address: words(`
    alamat almt address addresses addr jalan jl jln street rt rw rtrw gang gg rumah domisili residence home house
    tinggal dusun perumahan kodepos postcode zip zipcode kos kost kontrakan`),
  birth_date: words(`
    lahir lhr kelahiran tgllahir ttl dob birth birthdate birthday birthplace born umur usia age ages`),
  plate: words('plat nopol plate plates tnkb stnk bpkb nopolisi norangka nomesin'),
  account: words(`
    rekening rek norek iban akun account accounts username userid handle pengguna profil profile`),
  narrative: words(`
    kronologi kronologis kronologinya uraian urain keterangan ket catatan cttn narasi narrative notes note
    description deskripsi desc remarks remark comment comments komentar cerita story ringkasan summary rincian
    detail details memo teks text freetext pesan message isi perihal testimoni pengakuan foto photo photos gambar
    image images picture lampiran attachment attachments video rekaman audio`),
};

/** Word of a header → what it gives away. */
export const HEADER_KIND: ReadonlyMap<string, IdentityKind> = new Map(
  IDENTITY_KINDS.flatMap((kind) => HEADER_WORDS[kind].map((word): [string, IdentityKind] => [word, kind])),
);

/** Parts of a word written together (`namakorban`, `tgllahir`, `phonenumber`). Long enough to mean one thing only. */
export const HEADER_STEMS: readonly (readonly [RegExp, IdentityKind])[] = [
  [/^(?:no|nomor|nmr)?(?:nik|e?ktp|kk|paspor|passport|npwp|identitas)(?:korban|tersangka|pelapor|saksi)?$/, 'nik'],
  [/lahir|birth|^tgllhr/, 'birth_date'],
  [/^(?:no|nomor|nmr)(?:hp|wa|telp?|tlp|telepon|telpon|kontak|ponsel)/, 'phone'],
  [/telepon|telpon|telephone|handphone|whatsapp|phone/, 'phone'],
  [/email|surel/, 'email'],
  [/alamat|address|tempattinggal|^rtrw$/, 'address'],
  [/^(?:no|nomor|nmr)(?:pol|polisi|plat|kendaraan|rangka|mesin|stnk)$|^nopol|licen[cs]eplate/, 'plate'],
  [/rekening|^(?:no|nomor)rek|username/, 'account'],
  [/kronolog|keterangan|deskripsi|description|narasi|narrati|freetext/, 'narrative'],
  [/^(?:nama|nm)[a-z]|[a-z]nama$|(?:full|first|last|middle|victim|suspect|person|witness)s?name$|^inisial/, 'name'],
];

/** Two words that mean a kind only together. */
export const HEADER_PAIRS: readonly (readonly [string, string, IdentityKind])[] = [
  ['no', 'polisi', 'plate'],
  ['nomor', 'polisi', 'plate'],
  ['no', 'pol', 'plate'],
  ['nomor', 'kendaraan', 'plate'],
  ['no', 'kendaraan', 'plate'],
  ['id', 'number', 'nik'],
  ['nomor', 'induk', 'nik'],
  ['kartu', 'keluarga', 'nik'],
  ['kartu', 'penduduk', 'nik'],
];

/** With one of these a word for `name` names an area, an app or a file, not a person (`nama_kecamatan`). */
export const NAMED_THINGS: ReadonlySet<string> = new Set(
  words(`
    kelurahan kecamatan kota kabupaten provinsi wilayah area district subdistrict city province desa platform
    aplikasi app file berkas lembaga instansi sumber source layer kolom column`),
);

/** Words for people: with one of these a header with a name word is always about a person. */
export const PERSON_WORDS: ReadonlySet<string> = new Set(
  words(`
    korban tersangka pelapor terlapor saksi pelaku victim victims suspect suspects witness person people orang anak
    child lengkap full panggilan`),
);

/** Words for a number of people; a count of witnesses is no witness. */
export const COUNT_WORDS: ReadonlySet<string> = new Set(words('jumlah jml banyak banyaknya count total'));

/** An age band is no age (`kelompok_umur`). */
export const GROUP_WORDS: ReadonlySet<string> = new Set(words('kelompok group band rentang kategori'));

/** Capitalised words that are not parts of a name: codes, agencies, months, labels of the template. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  words(`
    balikpapan kalimantan timur barat utara selatan tengah kota kecamatan kelurahan kec kel provinsi kabupaten
    indonesia ikn nusantara penajam samarinda daring online laut pelabuhan bandara terminal
    polri polda polres polresta polsek reskrim satreskrim ditreskrimum spkt bareskrim unit ppa uptd dp3akb dinsos
    lpsk satgas tppo gugus tugas pengadilan kejaksaan imigrasi kementerian ngo laporan polisi lp model
    michat instagram whatsapp telegram facebook tiktok line twitter google lainnya other unknown media sosial
    tidak diketahui bukan belum ada ya sudah yes no none null nihil kosong korban tersangka anak dewasa orang
    merekrut mengangkut menampung mengirim memindahkan menerima perekrutan pengangkutan penampungan pengiriman
    pemindahan penerimaan perekrutan transit penampung eksploitasi seksual kerja paksa perbudakan pengantin pesanan
    organ lain ancaman kekerasan penculikan penyekapan pemalsuan penipuan penyalahgunaan kekuasaan posisi rentan
    jeratan utang pemberian bayaran atau manfaat dan dari di ke oleh rujukan operasi dugaan sidik penyidikan putusan
    penertiban penyelamatan titik tempat lokasi kejadian sexual exploitation forced labour labor slavery bride
    threat violence abduction confinement forgery deception abuse of power vulnerable position debt bondage payment
    or benefit suspected investigation verdict vice raid referral operation recruitment recruit transport harbour
    harbouring send transfer receive rescue report north south east west central city district
    januari februari maret april mei juni juli agustus september oktober november desember january february march
    may june july august october december jan feb mar apr jun jul agu ags aug sep okt oct nov des dec
    senin selasa rabu kamis jumat sabtu minggu monday tuesday wednesday thursday friday saturday sunday
    wita wib wit utc data latihan`),
);

/** Words that begin the name of a place or an office: what follows is no person (`Pelabuhan Semayang`). */
export const PLACE_LEADERS: ReadonlySet<string> = new Set(
  words(`
    pelabuhan bandara terminal polsek polres polresta polda kota kabupaten kecamatan kelurahan provinsi kec kel
    balikpapan kalimantan unit satgas`),
);

/**
 * Very common Indonesian given names, so that a name in small letters or of one word is seen too. Words that are
 * also common nouns or parts of place names (sari, indah, damai) are left out.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  words(`
    muhammad mohammad muhamad mochammad ahmad achmad abdul abdullah agus andi andri anton anita arif arief
    asep ayu bambang budi budiman cahyo citra dedi deni denny desi dewi dian diana dimas edi eko
    endang erna faisal fatimah febri ferry fitri fitriani gunawan hadi hamzah handoko 
    hariyanto hasan hendra hendri heru heri husein ilham indra irfan irma irwan ismail iwan joko
    juliana junaidi kartika kurniawan laila linda lukman maria marlina maya mulyadi nani
    nanang ningsih novi novita nurul nurhayati oktavia purnomo rahmat rahman rahmawati rani ratna rendi reza rian
    rina rini riski rizki rizky robert rohman rosita rudi rusli santi santoso saputra setiawan sinta siti slamet
    sri sudarsono sugeng suharto sulastri sumarni supriyadi suryani susanti susanto sutrisno suyanto syahrul
    taufik tono udin umar utami wahyu wahyuni wati wawan widodo wulan wulandari yanti yanto yudi yuli yuliana
    yulianti yusuf zainal zulkifli`),
);
