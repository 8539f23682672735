import { useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { mayDo, type Permission, ROLES } from '../domain/role.ts';
import { askServer } from './internal-api.ts';

/** `GET /api/session`. The server decides; the page only leaves out what would be refused. */
const sessionSchema = z.object({
  /** What the server treats this visitor as: `public` while something is `pending`. */
  role: z.enum(ROLES),
  /** Null when nobody signed in. */
  user: z.nullable(
    z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(ROLES), secondFactor: z.boolean() }),
  ),
  /** Whether there is an identity provider to sign in by. */
  oidc: z.boolean(),
  /** What is still missing before the role counts. */
  pending: z.nullable(z.enum(['second_factor', 'second_factor_enrolment', 'confirmation'])),
});
export type Session = Readonly<z.infer<typeof sessionSchema>>;

export const SESSION_KEY = ['session'] as const;

export const fetchSession = (): Promise<Session> => askServer('GET', '/api/session', sessionSchema);

/** Who is signed in; undefined while it is being asked, or is not to be asked yet. */
export function useSession(enabled = true): Session | undefined {
  const options = { staleTime: 60_000, refetchOnWindowFocus: true, enabled };
  return useQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, ...options }).data;
}

export function sessionMay(session: Session | undefined, permission: Permission): boolean {
  return session !== undefined && mayDo(session.role, permission);
}
