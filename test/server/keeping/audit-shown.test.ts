import { describe, expect, it } from 'vitest';
import { auditShown } from '../../../server/routes/keeping/audit-shown.ts';
import { AUDIT_ACTIONS, type AuditAction, type AuditRow } from '../../../server/store/contract/audit-store.ts';

const row = (action: AuditAction): AuditRow => ({
  seq: 7,
  at: '2026-11-24T00:00:00Z',
  userId: 'u',
  role: 'satgas',
  action,
  subject: 'incident:12',
  detail: { ids: [12], stage: 'verdict', events: 1 },
  ip: null,
});

/** Users, sessions, the machine: what an admin keeps. */
const OWN =
  /^(sign_|second_factor|recovery_codes|password|session|user_|invitation|colleague_|confirmation_|audit_|retention|backup)/;

describe('the audit log as an admin sees it', () => {
  it.each(AUDIT_ACTIONS.filter((action) => !OWN.test(action)))('%s says nothing of a case', (action) => {
    expect(auditShown(row(action))).toEqual({ ...row(action), subject: null, detail: {} });
  });

  it.each(AUDIT_ACTIONS.filter((action) => OWN.test(action)))('%s is whole', (action) => {
    expect(auditShown(row(action))).toEqual(row(action));
  });
});
