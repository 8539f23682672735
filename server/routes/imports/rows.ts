import type { RouteRow } from '../route-row.ts';

const JSON_TYPE = 'application/json';

export const IMPORT_ROUTES = [
  {
    method: 'GET',
    path: '/api/imports',
    access: 'incident.import',
    summary: 'Limits of a file, and the newest imports with their counts',
    answers: JSON_TYPE,
  },
  {
    method: 'POST',
    path: '/api/imports',
    access: 'incident.import',
    summary: 'Takes a file (CSV, XLSX or GeoJSON as the raw body) and reads its header',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/imports/template.csv',
    access: 'incident.import',
    summary: 'A file to fill in, with made-up rows',
    answers: 'text/csv',
  },
  {
    method: 'GET',
    path: '/api/imports/template.xlsx',
    access: 'incident.import',
    summary: 'The same as a workbook, with a codebook',
    answers: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  {
    method: 'GET',
    path: '/api/imports/:importId',
    access: 'incident.import',
    summary: 'State of an import, its columns, its counts, rows done so far',
    answers: JSON_TYPE,
  },
  {
    method: 'PUT',
    path: '/api/imports/:importId/columns',
    access: 'incident.import',
    summary: 'Says what each column is read as, and begins the dry run',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/imports/:importId/report',
    access: 'incident.import',
    summary: 'Rows of the dry run, 100 a page: kind accepted, rejected or duplicates',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/imports/:importId/rejects.csv',
    access: 'incident.import',
    summary: 'Every rejected row: number, field and reason; no value of the file',
    answers: 'text/csv',
  },
  {
    method: 'POST',
    path: '/api/imports/:importId/confirm',
    access: 'incident.import',
    summary: 'Begins to write what the dry run accepted',
    answers: JSON_TYPE,
  },
  {
    method: 'POST',
    path: '/api/imports/:importId/cancel',
    access: 'incident.import',
    summary: 'Ends an import that is not yet visible and removes what it wrote',
    answers: JSON_TYPE,
  },
] as const satisfies readonly RouteRow[];
