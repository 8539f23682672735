import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { FileRefusal } from './file-refusal.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

/** A sheet of 100,000 rows and 16 columns is some 70 MB of XML. */
const MOST_BYTES = 160_000_000;
const MOST_ENTRIES = 200;
/** XML of a table packs 10 to 40 times; a bomb 1,000 times. Small parts may be as they like. */
const MOST_RATIO = 150;
const SMALL_BYTES = 1_000_000;
/** 100,000 rows of 20 columns. */
const MOST_CELLS = 2_000_000;
const XLSX_PART = /^(?:\[Content_Types\]\.xml|(?:_rels|docProps|xl|customXml)\/[\w./ -]+)$/;
const INNER_ARCHIVE = /\.(?:zip|xlsx|xlsm|xlsb|docx|pptx|jar|gz|7z|rar)$/i;

const refuse = (): FileRefusal => new FileRefusal('suspicious_archive');

function checkEntry({ fileName, compressedSize, uncompressedSize, compressionMethod }: Entry): void {
  const climbs = fileName.split('/').includes('..');
  if (climbs || !XLSX_PART.test(fileName) || INNER_ARCHIVE.test(fileName)) throw refuse();
  if (compressionMethod !== 0 && compressionMethod !== 8) throw refuse();
  if (uncompressedSize > SMALL_BYTES && uncompressedSize > compressedSize * MOST_RATIO) throw refuse();
}

/** Counts rows and cells of a sheet as it goes by, and looks at how far out their addresses lie. */
function sheetGuard(): Transform {
  let tail = '';
  let cells = 0;
  let rows = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = tail + chunk.toString('latin1');
      for (const [, kind, address] of text.matchAll(
        /<(?:\w{1,8}:)?(c|row)\b(?:[^<>]{0,200}?\sr="([A-Z0-9]{1,12})")?/g,
      )) {
        if (kind === 'c') cells += 1;
        else rows += 1;
        const [, letters = '', digits = ''] = /^([A-Z]*)(\d*)$/.exec(address ?? '') ?? [];
        const far =
          letters.length > 2 || (letters.length === 2 && letters > 'BL') || Number(digits) > IMPORT_LIMITS.rows + 1;
        if (far && kind === 'row') return done(new FileRefusal('too_many_rows'));
        if (far)
          return done(new FileRefusal(Number(digits) > IMPORT_LIMITS.rows + 1 ? 'too_many_rows' : 'too_many_columns'));
      }
      // An element may be cut by the end of the chunk; what was counted must not be counted again.
      const cut = text.lastIndexOf('<');
      const open = cut !== -1 && !text.slice(cut).includes('>') && text.length - cut < 300;
      tail = open ? text.slice(cut) : '';
      if (open && /^<(?:\w{1,8}:)?(?:c|row)\b/.test(tail)) {
        if (/^<(?:\w{1,8}:)?c\b/.test(tail)) cells -= 1;
        else rows -= 1;
      }
      if (rows > IMPORT_LIMITS.rows + 1) return done(new FileRefusal('too_many_rows'));
      if (cells > MOST_CELLS) return done(new FileRefusal('too_large'));
      done();
    },
  });
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }, (error, zip) =>
      error === null ? resolve(zip) : reject(new FileRefusal('damaged')),
    );
  });
}

/** Unpacks one part to nowhere: yauzl ends with an error when it is longer than it says. */
async function unpackThrough(zip: ZipFile, entry: Entry): Promise<void> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error === null ? resolve(opened) : reject(error)));
  });
  // Whatever the relations call a sheet: every part of the workbook is counted as one.
  const isSheet = /^xl\/.*\.xml$/i.test(entry.fileName);
  const guard = isSheet ? sheetGuard() : new Transform({ transform: (_chunk, _encoding, done) => done() });
  guard.resume();
  await pipeline(stream, guard);
}

/**
 * Looks at a workbook as an archive before anything is read from it: names, number and true sizes of its parts, how
 * far they unpack, nothing packed inside, and how many cells its sheets have. Throws a FileRefusal.
 */
export async function checkArchive(bytes: Buffer): Promise<void> {
  const zip = await open(bytes);
  const names = new Set<string>();
  let total = 0;
  try {
    if (zip.entryCount > MOST_ENTRIES) throw refuse();
    await new Promise<void>((resolve, reject) => {
      zip.on('error', () => reject(new FileRefusal('damaged')));
      zip.on('end', resolve);
      zip.on('entry', (entry: Entry) => {
        const look = async (): Promise<void> => {
          checkEntry(entry);
          if (names.has(entry.fileName) || entry.isEncrypted()) throw refuse();
          names.add(entry.fileName);
          total += entry.uncompressedSize;
          if (total > MOST_BYTES) throw new FileRefusal('too_large');
          await unpackThrough(zip, entry);
          zip.readEntry();
        };
        look().catch((error) => reject(error instanceof FileRefusal ? error : new FileRefusal('damaged')));
      });
      zip.readEntry();
    });
  } finally {
    zip.close();
  }
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) throw new FileRefusal('wrong_type');
}
