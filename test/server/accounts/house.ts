import type { AccountRole } from '../../../domain/role.ts';
import { byCommand } from '../../../server/accounts/account-command.ts';
import { firstAdminLink } from '../../../server/accounts/one-time-link.ts';
import { totpCode } from '../../running/totp.ts';
import { BASE, openTestApp, type TestApp, type TestAppOptions } from '../fixture/app.ts';
import { type Visitor, visitor } from './visitor.ts';

export const ADMIN = { email: 'kepala@example.invalid', name: 'Kepala', password: 'sebuah sandi yang panjang' };

/** An app whose clock the test holds; it begins at the machine's time, which the account library goes by. */
export interface House extends TestApp {
  readonly clock: { now: Date };
}

export async function openHouse(options: Omit<TestAppOptions, 'now'> = {}): Promise<House> {
  const clock = { now: new Date() };
  return { ...(await openTestApp({ ...options, now: () => clock.now })), clock };
}

export function later(house: House, minutes: number): void {
  house.clock.now = new Date(house.clock.now.getTime() + minutes * 60_000);
}

/** The part of a one-time link after `#`. */
export function tokenOf(link: string | null): string {
  return link?.split('#')[1] ?? '';
}

export async function answerOf(response: Response): Promise<{ status: number; [field: string]: unknown }> {
  return { ...((await response.json()) as object), status: response.status };
}

export interface Enrolled {
  readonly visitor: Visitor;
  readonly uri: string;
  readonly recoveryCodes: readonly string[];
}

/** Confirms a second factor in a session that waits for one. It takes the present code: a sign-in takes the next one. */
export async function enrol(who: Visitor, password: string): Promise<Enrolled> {
  const begun = (await (await who.post('/api/account/second-factor', { password })).json()) as {
    uri: string;
    recoveryCodes: string[];
  };
  const confirmed = await who.post('/api/account/second-factor/confirm', { code: totpCode(begun.uri) });
  if (confirmed.status !== 200) throw new Error(`not enrolled: ${await confirmed.text()}`);
  return { visitor: who, ...begun };
}

/** The first admin by the printed link, second factor included. */
export async function makeFirstAdmin(house: House): Promise<Enrolled> {
  const link = await firstAdminLink(house.store.accounts, BASE, house.clock.now);
  const who = visitor(house);
  const made = await who.post('/api/setup', { token: tokenOf(link), ...ADMIN });
  if (made.status !== 200) throw new Error(`no admin: ${await made.text()}`);
  return enrol(who, ADMIN.password);
}

/** As the command at the machine does it. */
export async function confirm({ store, clock }: House, userId: string): Promise<void> {
  const write = byCommand('colleague_confirmed', userId, clock.now);
  const result = await store.accounts.colleagues.confirm(userId, null, write);
  if (result !== 'done') throw new Error(`not confirmed: ${result}`);
}

export interface Member {
  readonly id: string;
  readonly visitor: Visitor;
  readonly email: string;
}

/** A user whom the admin made and who is signed in, second factor included; a satgas is confirmed. */
export async function member(
  house: House,
  admin: Visitor,
  role: AccountRole,
  email = `${role}@example.invalid`,
): Promise<Member> {
  const made = await answerOf(await admin.post('/api/users', { email, name: `Uji ${role}`, role }));
  const who = visitor(house);
  const set = await answerOf(
    await who.post('/api/setup', { token: tokenOf(String(made.link)), password: ADMIN.password }),
  );
  if (set.next === 'second_factor_enrolment') await enrol(who, ADMIN.password);
  const id = String(made.id);
  if ((await house.store.accounts.users.find(id))?.unconfirmed === true) await confirm(house, id);
  return { id, visitor: who, email };
}
