import * as z from 'zod/mini';
import { WAITING_REASONS } from '../../domain/role.ts';
import { askServer } from '../internal-api.ts';

const waitingSchema = z.object({
  waiting: z.array(
    z.object({
      id: z.string(),
      email: z.string(),
      name: z.string(),
      since: z.string(),
      reason: z.enum(WAITING_REASONS),
      setUp: z.boolean(),
    }),
  ),
});
export type WaitingColleague = Readonly<z.infer<typeof waitingSchema>['waiting'][number]>;

export const WAITING_KEY = ['colleagues', 'waiting'] as const;

export const fetchWaiting = () => askServer('GET', '/api/colleagues/waiting', waitingSchema);
export const confirmColleague = (id: string, code: string) =>
  askServer('POST', `/api/colleagues/${encodeURIComponent(id)}/confirm`, z.object({ next: z.literal('done') }), {
    code,
  });
