import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { atMost, type Figure } from './figure.ts';

export const name = 'JavaScript on first load (gzip)';

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.optional(z.boolean()),
    imports: z.optional(z.array(z.string())),
    dynamicImports: z.optional(z.array(z.string())),
    assets: z.optional(z.array(z.string())),
  }),
);

function kilobytes(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(`dist/client/${file}`), { level: 9 }).length;
  return bytes / 1000;
}

/** Reads Vite's manifest: what the entry pulls in statically, and with the map chunk and its worker. */
export async function run(): Promise<readonly Figure[]> {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync('dist/client/.vite/manifest.json', 'utf8')));
  const collect = (key: string, into: Set<string>) => {
    const chunk = manifest[key];
    if (chunk === undefined || into.has(chunk.file)) return;
    into.add(chunk.file);
    for (const asset of chunk.assets ?? []) if (/\.m?js$/.test(asset)) into.add(asset);
    for (const next of chunk.imports ?? []) collect(next, into);
  };
  const first = new Set<string>();
  const entry = Object.entries(manifest).find(([, chunk]) => chunk.isEntry);
  const map = Object.keys(manifest).find((key) => key.endsWith('map/risk-map.tsx'));
  if (entry === undefined || map === undefined) throw new Error('the manifest names no entry or no map chunk');
  collect(entry[0], first);
  const withMap = new Set(first);
  collect(map, withMap);
  const worker = [...withMap].some((file) => file.includes('worker'));
  if (!worker) throw new Error('the map chunk names no worker: its size would be missing from the sum');
  return [
    atMost('before the map is asked for', kilobytes(first), 200, 'kB'),
    atMost('with the map and its worker', kilobytes(withMap), 633, 'kB'),
  ];
}
