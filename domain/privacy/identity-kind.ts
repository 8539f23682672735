/** What a column or a cell can give away about a person. A photo or an attachment counts as `narrative`. */
export const IDENTITY_KINDS = [
  'name',
  'nik',
  'phone',
  'email',
  'address',
  'birth_date',
  'plate',
  'account',
  'narrative',
] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];
