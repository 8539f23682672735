import type { RouteRow } from '../route-row.ts';

const JSON_TYPE = 'application/json';

export const KEEPING_ROUTES = [
  {
    method: 'POST',
    path: '/api/incidents/export',
    access: 'incident.export',
    summary: 'Cases as CSV, XLSX or GeoJSON, with reason, watermark and audit line',
    answers: 'text/csv',
  },
  {
    method: 'GET',
    path: '/api/audit',
    access: 'audit.read',
    summary: 'Lines of the audit log, newest first',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/audit/chain',
    access: 'audit.read',
    summary: 'Whether the audit log is whole',
    answers: JSON_TYPE,
  },
  {
    method: 'GET',
    path: '/api/retention',
    access: 'retention.manage',
    summary: 'How long what is kept, and what is due',
    answers: JSON_TYPE,
  },
  {
    method: 'PUT',
    path: '/api/retention',
    access: 'retention.manage',
    summary: 'Decide how long what is kept',
    answers: JSON_TYPE,
  },
  {
    method: 'POST',
    path: '/api/retention/preview',
    access: 'retention.manage',
    summary: 'Dry run: how many would go',
    answers: JSON_TYPE,
  },
  { method: 'GET', path: '/api/backups', access: 'backup.manage', summary: 'Backups of the store', answers: JSON_TYPE },
  { method: 'POST', path: '/api/backups', access: 'backup.manage', summary: 'Make a backup now', answers: JSON_TYPE },
] as const satisfies readonly RouteRow[];
