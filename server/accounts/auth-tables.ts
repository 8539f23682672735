/**
 * What the account library calls things, as tables and columns of `server/store/tables/accounts.ts`. A field that is
 * not named here has its own name.
 */
const STAMPS = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

export const USER_TABLE = {
  modelName: 'user_account',
  fields: { emailVerified: 'email_verified', ...STAMPS },
  additionalFields: {
    role: { type: 'string', required: true, input: false },
    locked: { type: 'boolean', required: true, input: false, defaultValue: false },
  },
} as const;

export const SESSION_TABLE = {
  modelName: 'user_session',
  fields: {
    userId: 'user_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
    ...STAMPS,
  },
  additionalFields: {
    secondFactor: {
      type: 'boolean',
      required: true,
      input: false,
      defaultValue: false,
      fieldName: 'second_factor',
    },
  },
} as const;

export const CREDENTIAL_TABLE = {
  modelName: 'user_credential',
  fields: {
    accountId: 'account_id',
    providerId: 'provider_id',
    userId: 'user_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
    ...STAMPS,
  },
} as const;

export const CHALLENGE_TABLE = { modelName: 'user_challenge', fields: { expiresAt: 'expires_at', ...STAMPS } } as const;

export const SECOND_FACTOR_TABLE = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'user_second_factor',
    fields: {
      userId: 'user_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
} as const;
