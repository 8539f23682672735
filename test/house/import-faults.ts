import { type Import, importsOf } from './imports-of.ts';
import type { SourceFile } from './source-files.ts';

interface Rule {
  /** Files that the rule speaks of; of several the first that matches counts. */
  readonly room: RegExp;
  /** What a file there may import, ours (by path) and others (by specifier); anything else is a fault. */
  readonly may: readonly RegExp[];
  /** What only types may be taken from. */
  readonly mayType?: readonly RegExp[];
}

const DOMAIN = /^domain\//;
const NODE = /^node:/;
const ZOD_MINI = /^zod\/mini$/;
const REACT = /^react(-dom)?(\/|$)/;
const TEXTS = /^(i18next|react-i18next)$/;

/** The import table of `docs/architecture.md`, first match counts. */
const RULES: readonly Rule[] = [
  { room: /^domain\//, may: [DOMAIN, ZOD_MINI] },
  {
    room: /^geodata\//,
    may: [DOMAIN, /^geodata\//, NODE, /^@turf\//, ZOD_MINI, /^(papaparse|h3-js|d3-geo)$/, /^geojson$/],
  },
  {
    room: /^server\/store\//,
    may: [DOMAIN, /^server\/(store\/|fault\.ts$)/, NODE, /^(kysely|better-sqlite3|pg)$/, ZOD_MINI, /^zod$/],
  },
  {
    room: /^server\/services\//,
    may: [
      DOMAIN,
      /^server\/(services\/|store\/(store\.ts$|contract\/))/,
      NODE,
      ZOD_MINI,
      /^zod$/,
      /^(javascript-lp-solver|h3-js)$/,
    ],
  },
  {
    // Passwords, sessions and second factors: the auth library on the store's own connection.
    room: /^server\/accounts\//,
    may: [
      DOMAIN,
      /^server\/(accounts|http|store)\//,
      /^server\/(?!main\.ts$|app\.ts$)[^/]+\.ts$/,
      NODE,
      /^(better-auth|@better-auth\/[a-z-]+|rate-limiter-flexible|kysely|uqr)(\/|$)/,
      ZOD_MINI,
      /^zod$/,
    ],
    mayType: [/^pino$/],
  },
  {
    // Files of others, read in a worker with its own connection to the store.
    room: /^server\/importing\//,
    may: [
      DOMAIN,
      /^server\/(importing|store|services)\//,
      /^server\/(?!main\.ts$|app\.ts$)[^/]+\.ts$/,
      NODE,
      /^(papaparse|read-excel-file|write-excel-file|yauzl|h3-js|kysely|geojson)(\/|$)/,
      ZOD_MINI,
      /^zod$/,
    ],
    mayType: [/^pino$/],
  },
  {
    // Backup, restore, retention, exports: what is done with the whole of the store.
    room: /^server\/keeping\//,
    may: [
      DOMAIN,
      /^server\/(keeping|store|services)\//,
      /^server\/(?!main\.ts$|app\.ts$)[^/]+\.ts$/,
      NODE,
      /^(better-sqlite3|write-excel-file|papaparse|kysely)(\/|$)/,
      ZOD_MINI,
      /^zod$/,
    ],
    mayType: [/^pino$/],
  },
  {
    room: /^server\/routes\//,
    may: [
      DOMAIN,
      /^server\/(routes|services|http|accounts|importing|keeping)\//,
      /^server\/store\/(store\.ts$|contract\/)/,
      // What stands directly in server/: problem, policy and other plain values, none of which knows SQL.
      /^server\/(?!main\.ts$|app\.ts$)[^/]+\.ts$/,
      NODE,
      /^hono(\/|$)/,
      /^@hono\//,
      ZOD_MINI,
      /^zod$/,
      /^geojson$/,
    ],
    mayType: [/^pino$/],
  },
  { room: /^server\/http\//, may: [DOMAIN, /^server\/(http\/|problem\.ts$)/, NODE, /^hono(\/|$)/, ZOD_MINI] },
  { room: /^server\//, may: [DOMAIN, /^server\//, NODE, /^hono(\/|$)/, /^@hono\//, /^pino$/, ZOD_MINI, /^zod$/] },
  { room: /^client\/(ui|i18n)\//, may: [DOMAIN, /^client\/(ui|i18n)\//, REACT, TEXTS, /^lucide-react$/] },
  {
    room: /^client\/map\/layers\//,
    may: [DOMAIN, /^client\/map\/(layers\/|theme\.ts$)/],
    mayType: [/^@maplibre\/maplibre-gl-style-spec$/, /^client\/(view|model)\.ts$/, /^geojson$/],
  },
  { room: /^client\/api\.ts$/, may: [DOMAIN, /^client\//, /^hono\/client$/, ZOD_MINI], mayType: [/^server\/app\.ts$/] },
  { room: /^client\//, may: [DOMAIN, /^client\//, /^(?!node:|zod$|server\/|geodata\/|test\/|scripts\/)(?!\.\.)[^(]/] },
  { room: /^test\/(?!house\/)/, may: [/.*/] },
  { room: /^(test\/house|scripts)\//, may: [/.*/] },
];

function isAllowed({ target, typeOnly }: Import, rule: Rule): boolean {
  const patterns = typeOnly ? [...rule.may, ...(rule.mayType ?? [])] : rule.may;
  return patterns.some((pattern) => pattern.test(target));
}

/** Imports that the table does not allow, each as `file → target`; a file in no room is a fault as well. */
export function importFaults(file: SourceFile): readonly string[] {
  const rule = RULES.find(({ room }) => room.test(file.path));
  if (rule === undefined) return [`${file.path} stands in no room of the import table`];
  return importsOf(file)
    .filter((one) => !isAllowed(one, rule))
    .map(({ target, typeOnly }) => `${file.path} → ${target}${typeOnly ? ' (type)' : ''}`);
}
