/**
 * Accounts: the only place with anything about a person, an e-mail and a display name. Written by the account library
 * (better-auth), so every field that it knows has a column; dates are ISO text, booleans 0 or 1.
 */
export interface AccountTables {
  readonly user_account: {
    id: string;
    /** Lower case. */
    email: string;
    email_verified: number;
    name: string;
    role: string;
    locked: number;
    two_factor_enabled: number;
    created_at: string;
    updated_at: string;
  };
  readonly user_session: {
    id: string;
    user_id: string;
    /** Worth nothing without the signature in the cookie. */
    token: string;
    expires_at: string;
    created_at: string;
    /** When the session was last used, to the minute. */
    updated_at: string;
    ip_address: string | null;
    /** Always empty. */
    user_agent: string | null;
    /** 1 when a code was given in this session. */
    second_factor: number;
  };
  /** A way to sign in: `credential` with a password hash, or `oidc` with the subject of the provider. */
  readonly user_credential: {
    id: string;
    account_id: string;
    provider_id: string;
    user_id: string;
    /** The tokens of a provider are not kept: always null. */
    access_token: string | null;
    refresh_token: string | null;
    id_token: string | null;
    access_token_expires_at: string | null;
    refresh_token_expires_at: string | null;
    scope: string | null;
    password: string | null;
    created_at: string;
    updated_at: string;
  };
  /** A sign-in under way: waiting for its code, or for the provider to send the person back. */
  readonly user_challenge: {
    id: string;
    identifier: string;
    value: string;
    expires_at: string;
    created_at: string;
    updated_at: string;
  };
  readonly user_second_factor: {
    id: string;
    user_id: string;
    /** Encrypted with a key of the server's secret, as are the recovery codes. */
    secret: string;
    backup_codes: string;
    verified: number;
    failed_verification_count: number;
    locked_until: string | null;
  };
  /** Of each account with the role satgas: whether a colleague has confirmed it. No row = nobody has. */
  readonly satgas_membership: {
    user_id: string;
    /** Since when the account waits, or waited. */
    since: string;
    reason: string;
    confirmed_at: string | null;
    /** Null when it was the first of all, the command at the machine, or the migration. */
    confirmed_by: string | null;
  };
  /** One-time links: of the first admin (no user yet), of a new user, of a reset. */
  readonly invitation: {
    /** SHA-256 of the token, hex; the token itself is in the link only. */
    token_hash: string;
    user_id: string | null;
    created_at: string;
    expires_at: string;
    used_at: string | null;
  };
  /** Tries by account and by address; keys are digests. Shared by all servers of one store. */
  readonly throttle: {
    key: string;
    points: number;
    expires_at: string;
  };
}
