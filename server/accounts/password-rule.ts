/** Characters; NIST SP 800-63B-4 §3.1.1.2 asks for 15 without and 8 with a second factor. */
export const MIN_PASSWORD = 12;
/** A hash takes the same time for any length; a body does not. */
export const MAX_PASSWORD = 128;
