import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What only one of the two knows, or each reads in its own way. */
const ONE_SIDED =
  /\b(pragma|json_(each|extract|group_array|agg|build_object)|jsonb|sqlite_master|strftime|julianday|group_concat|string_agg|glob|rowid|without rowid|autoincrement|serial|ilike|distinct on|generate_series|unnest|to_char|date_trunc|pg_(?!dump|restore)\w+|insert or \w+|vacuum|attach|current_schema|skip locked)\b|::(int|text|bigint|jsonb?)\b|(?<!stringified)\$\$/i;

/** Files that speak to one of them: the connections, the mark and the copy of the file. */
const DIALECTS =
  /^server\/(store\/(sqlite-|postgres-|ownership\.ts|open\.ts|store-fault\.ts)|keeping\/|accounts\/|store-problem\.ts)/;

/** Text of a file without comments: what is said about a dialect is no SQL. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function oneSided(text: string): string | null {
  return ONE_SIDED.exec(codeOf(text))?.[0] ?? null;
}

const FILES = readdirSync('server', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('server', name).replaceAll('\\', '/'));

describe('SQL that both back ends read', () => {
  it.each(FILES.filter((file) => !DIALECTS.test(file)))('%s', (file) => {
    expect(oneSided(readFileSync(file, 'utf8'))).toBeNull();
  });

  it('the search can find', () => {
    expect(oneSided('sql`select value from json_each(x)`')).toBe('json_each');
    expect(oneSided("db.exec('PRAGMA foreign_keys')")).toBe('PRAGMA');
    expect(oneSided('sql`x::text`')).toBe('::text');
    expect(oneSided('/** json_each is not for us */ const a = 1; // pragma')).toBeNull();
  });
});

describe('the audit log', () => {
  it.each(FILES)('%s neither changes nor deletes a row of it', (file) => {
    const text = codeOf(readFileSync(file, 'utf8'));
    expect(text).not.toMatch(/(updateTable|deleteFrom|replaceInto|mergeInto|dropTable|alterTable)\(\s*['"`]audit['"`]/);
    expect(text).not.toMatch(/(update|delete from|drop table|truncate)\s+["'`]?audit\b/i);
  });
});
