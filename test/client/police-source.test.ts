import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { policeSource } from '../../client/police-source.ts';
import { evidenceSchema } from '../../domain/evidence.ts';
import { policeStatementOf } from '../../domain/police-statement.ts';

const DIST = 'geodata/dist';
const read = (path: string): unknown => JSON.parse(readFileSync(`${DIST}/${path}`, 'utf8'));
const rows = z.array(evidenceSchema).parse(read('evidence.json'));
const { policeStatementSource } = z
  .object({ policeStatementSource: z.string() })
  .parse(z.object({ edition: z.unknown() }).parse(read('manifest.json')).edition);
const kecamatan = ['01', '02', '03', '04', '05', '06'].map((part) => {
  const area = { code: `64.71.${part}`, level: 'kecamatan' } as const;
  return { ...area, policeStatement: policeStatementOf(area, rows, policeStatementSource) };
});

describe('the source of the police statement', () => {
  it('is found among the evidence of the edition', () => {
    expect(policeSource(kecamatan, rows)?.sourceUrl).toBe(policeStatementSource);
  });

  it('is none when no kecamatan is named, or when no source says it all', () => {
    const unnamed = kecamatan.map((area) => ({ ...area, policeStatement: 'not_mentioned' as const }));
    expect(policeSource(unnamed, rows)).toBeNull();
    const others = kecamatan.map((area) => ({ ...area, policeStatement: 'access_tourism' as const }));
    expect(policeSource(others, rows)).toBeNull();
  });
});
