import type { IdentityKind } from './identity-kind.ts';

/** Vehicle area letters in use in Indonesia (KT = East Kalimantan). */
const PLATE_AREA = 'A[ABDEG]?|B[ABDEGHKLMNP]?|D[ABCDEGHKLMNPRSTW]?|E[ABD]?|F|G|H|K[BHTU]?|L|M|N|P[ABG]?|R|S|T|W|Z';

/**
 * Content that gives a person away, first match speaks. Every pattern is linear: no nested repetition, each
 * repetition bounded, so that a hostile cell costs no more than its length.
 */
export const VALUE_PATTERNS: readonly (readonly [IdentityKind, RegExp])[] = [
  // NIK and family card: 16 digits, also in groups; as a spreadsheet spoils them (6,47105E+15).
  ['nik', /(?<!\d|\d\.)\d(?:[ .-]?\d){15}(?!\d)/],
  ['nik', /^\d[.,]\d{1,14}E\+?1[4-6]$/i],
  // Tax number 99.999.999.9-999.999 and Indonesian passports.
  ['nik', /\b\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}\b/],
  ['nik', /\b[ABCEX]\d{7}\b/],
  ['nik', /\b(?:nik|ktp|no\.? ?kk|paspor|passport|npwp)\b[^a-z\d]{0,4}\d{3}/i],
  // Mobile numbers from 08…, 62 8… and 8… (a spreadsheet drops the zero), landlines, foreign numbers.
  ['phone', /(?<!\d)(?:\(?\+?62\)?[ .\-()]{0,3}|\(?0)8\d(?:[ .\-()]{0,2}\d){6,11}(?!\d)/],
  ['phone', /^8[1-9]\d{7,10}$/],
  ['phone', /(?<!\d)\(?0\d{2,3}\)?[ -]{1,2}\d{3}[ -]?\d{2,5}(?!\d)/],
  ['phone', /(?<!\d)\+\d{1,3}[ .\-(]{0,2}\d(?:[ .\-()]{0,2}\d){6,12}(?!\d)/],
  ['phone', /\bwa\.me\/|\b(?:telp|tlp|hp|wa|phone|no\.? ?hp)\b[ .:]{1,3}\+?\d{5}/i],
  ['email', /[\w.+-]{1,64}(?:@|\(at\)|\[at\])[\w-]{1,63}\.[a-z]{2}/i],
  // Handles and profiles, bank and wallet accounts.
  ['account', /(?:^|[\s(:;,])@[\w.]{3,30}/],
  ['account', /\b(?:instagram|facebook|fb|tiktok|twitter|x|t|michat)\.(?:com|me)\/[\w.@]/i],
  ['account', /\b(?:rek|rekening|norek|bca|bri|bni|bsi|btn|mandiri|dana|ovo|gopay)\b[^\d\n]{0,12}\d[\d\- ]{4,}/i],
  ['account', /^(?!(?:19|20)\d\d(?:0[1-9]|1[0-2]))\d{11,24}$/],
  ['plate', new RegExp(`(?<![\\w/.-])(?:${PLATE_AREA})(?:[ -]\\d{1,4}[ -]?|\\d{2,4}[ -]?)[A-Z]{1,3}(?![\\w/.-])`, 'i')],
  ['birth_date', /\b(?:lahir|tgl ?lhr|ttl|born|dob|birth)\b/i],
  ['birth_date', /\b(?:umur|usia|age|aged)\b[^a-z\d]{0,3}\d{1,2}\b|\b\d{1,2} ?(?:tahun|thn|th|years? old|y\.?o)\b/i],
  // Streets, neighbourhood units, lanes, estates and lodgings by name.
  ['address', /\b(?:jl|jln)\b[. ]{1,2}\S|\bjalan +\S|\b(?:street|avenue|road|lane)\b/i],
  ['address', /\brt\b[ ./:]{0,3}(?:rw\b[ ./:]{0,3})?\d|\brw\b[ ./:]{0,3}\d|\br[tw]\d{1,3}\b/i],
  ['address', /\b(?:gang|gg)\b[. ]{1,2}\w|\bkm\b[. ]{0,2}\d{1,3}\b/i],
  [
    'address',
    /\b(?:komp|komplek|kompleks|perum|perumahan|blok|kavling|kav|apartemen|apartment|kos|kost|kontrakan|wisma|hotel|losmen|penginapan|guest ?house|rumah)\b[. ]{1,2}\w/i,
  ],
  ['name', /(?:^|[\s(,;/])(?:sdr|sdri|sdra|saudara|saudari|bin|binti|alias|als)\b[.:]? +\p{L}/iu],
  ['name', /(?:^|[\s(,;])(?:a\.? ?n\.|a\/n|atas nama|inisial)[.: ]{0,3}\p{L}/iu],
  [
    'name',
    /(?:^|[\s(,;/])(?:[Bb]p?k|[Bb]apak|[Ii]bu|[Pp]ak|[Bb]u|[Tt]n|[Nn]y|[Nn]n|[Mm]rs?|[Mm]s|BPK|IBU|TN|NY|NN|BAPAK)\b\.? *\p{Lu}/u,
  ],
  // "H. Amir", "Hj. Siti"; initials alone ("A.S.", "M. R."), initials with an age ("AS (17)").
  ['name', /(?:^|[\s(,;])[Hh]j?\. ?\p{Lu}/u],
  ['name', /^(?:\p{Lu}\. ?){2,4}\p{Lu}?$/u],
  ['name', /\b\p{Lu}{1,3} ?\(\d{1,2}\)/u],
  // A code has Latin letters only; what else is written here cannot be checked.
  ['name', /[^\p{Script=Latin}\P{L}]/u],
  ['narrative', /^data:/i],
];

/** LP number by its parts: `LP/B/123/XI/2025/SPKT/POLRESTA BALIKPAPAN/POLDA KALIMANTAN TIMUR`. */
export const LP_NUMBER =
  /^LP[ /.-]{1,3}(?:A|B)[ /.-]{1,3}\d{1,5}[ /.-]{1,3}(?:X{0,1}(?:IX|IV|V?I{0,3})|\d{1,2})[ /.-]{1,3}(?:19|20)\d{2}(?:[ /.-]{1,3}(?:SPKT|RESKRIM|SATRESKRIM|DITRESKRIMUM|BARESKRIM|UNIT PPA|PPA|KALTIM|RES BPP|RESTA BPP|(?:POLSEK|POLRESTA|POLRES|POLDA)(?: [A-Z]{3,20}){0,3}|MABES POLRI)){0,5}$/i;

/** One code or several, without a space inside: `michat; telegram`. */
export const CODE_LIST = /^[\w+.:-]{1,64}(?: ?[;,|] ?[\w+.:-]{1,64}){0,40}$/;

/** A hash, a UUID or an H3 index: their digits are no phone and no NIK. */
export const MACHINE_CODE =
  /^(?=.{0,64}[a-f])(?:[0-9a-f]{15}|[0-9a-f]{32,128}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** A number of any use on a map, a month, a band: `12`, `-1,2654`, `116.83`, `2025-11`, `2–4`, `10+`. */
export const PLAIN_NUMBER = /^[-+]?(?:\d{1,10}|\d{1,3}[.,]\d{1,18}|\d{4}-\d{2}|\d{1,4} ?[-–] ?\d{1,4}|\d{1,4}\+)%?$/;
