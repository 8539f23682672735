import type { Kysely } from 'kysely';
import type { AccountRole, WaitingReason } from '../../../domain/role.ts';
import type { Schema } from '../schema.ts';
import type { AuditEntry } from './audit-store.ts';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly locked: boolean;
  /** Whether a code is asked for at sign-in. */
  readonly secondFactor: boolean;
  /** Whether there is a way to sign in at all: false until the link was used. */
  readonly ready: boolean;
  /** A satgas whom no colleague has confirmed. */
  readonly unconfirmed: boolean;
  readonly createdAt: string;
}

export interface UserSession {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly ip: string | null;
  readonly secondFactor: boolean;
}

/** When it happened, and the line about it that is kept in the same transaction. */
export interface AccountWrite {
  readonly at: string;
  readonly audit: AuditEntry;
}

export type UserChange = { readonly name?: string; readonly role?: AccountRole; readonly locked?: boolean };

export interface UserStore {
  count(): Promise<number>;
  /** By name. */
  all(): Promise<readonly User[]>;
  find(id: string): Promise<User | null>;
  /** `email` in lower case. */
  findByEmail(email: string): Promise<User | null>;
  create(
    user: Pick<User, 'id' | 'email' | 'name' | 'role'>,
    invitation: Invitation,
    write: AccountWrite,
  ): Promise<'done' | 'email_taken'>;
  /**
   * Another role, and a lock, end the user's sessions. Who becomes a satgas waits for a colleague. `last_admin` when
   * no unlocked admin who can sign in would be left.
   */
  change(id: string, change: UserChange, write: AccountWrite): Promise<'done' | 'not_found' | 'last_admin'>;
  /**
   * Takes password, provider, second factor and sessions away, and the confirmation of a satgas; the new link is the
   * only way in.
   */
  reset(id: string, invitation: Invitation, write: AccountWrite): Promise<'done' | 'not_found'>;
}

/** A one-time link. `userId` null = of the first admin. */
export interface Invitation {
  readonly tokenHash: string;
  readonly userId: string | null;
  readonly expiresAt: string;
}

export interface InvitationStore {
  /** Replaces every earlier link of the first admin. */
  offerFirst(invitation: Invitation, at: string): Promise<void>;
  /** Null when there is none, or it is used or too old. */
  find(tokenHash: string, at: string): Promise<Invitation | null>;
  /**
   * Spends the link: keeps the password, and makes the first admin where the link is that one's. Null when the link
   * is spent meanwhile, or an admin is there already.
   */
  use(
    tokenHash: string,
    passwordHash: string,
    firstAdmin: Pick<User, 'id' | 'email' | 'name'> | null,
    write: { readonly at: string; readonly ip: string | null },
  ): Promise<User | null>;
}

export interface SessionStore {
  /** Newest first, of one user or of all. */
  list(userId: string | null): Promise<readonly UserSession[]>;
  find(id: string): Promise<UserSession | null>;
  findByToken(token: string): Promise<UserSession | null>;
  end(id: string): Promise<boolean>;
  endAllBut(userId: string, keepId: string): Promise<number>;
  touch(id: string, at: string): Promise<void>;
  /** Notes that a code was given in the session of this token. */
  markSecondFactor(token: string): Promise<void>;
  /** Whose sign-in waits for a code under this name. */
  challengedUser(identifier: string): Promise<string | null>;
  /** Removes sessions begun before `begunBefore` or unused since `usedBefore`, and whatever else is over at `now`. */
  sweep(times: { readonly begunBefore: string; readonly usedBefore: string; readonly now: string }): Promise<void>;
}

/** A satgas whom no colleague has confirmed. */
export interface WaitingColleague extends Pick<User, 'id' | 'email' | 'name'> {
  /** RFC 3339. */
  readonly since: string;
  readonly reason: WaitingReason;
  /** Whether the account is in somebody's hands: password or provider, and second factor. Before, none is confirmed. */
  readonly setUp: boolean;
}

export interface ColleagueStore {
  isConfirmed(userId: string): Promise<boolean>;
  /** Longest first; without locked accounts. */
  waiting(): Promise<readonly WaitingColleague[]>;
  /** Confirmed ones who could sign in and confirm another. */
  confirmers(): Promise<number>;
  /**
   * Confirms a waiting one and voids links that are still open. `by` is the colleague who does it, null for the
   * command at the machine; `not_allowed` when that colleague is the same or is not confirmed (any more).
   */
  confirm(
    userId: string,
    by: string | null,
    write: AccountWrite,
  ): Promise<'done' | 'not_found' | 'not_set_up' | 'not_allowed'>;
}

export interface AccountStore {
  readonly users: UserStore;
  readonly colleagues: ColleagueStore;
  readonly invitations: InvitationStore;
  readonly sessions: SessionStore;
  /** The connection itself, for the account library and the throttle only. */
  readonly database: Kysely<Schema>;
}
