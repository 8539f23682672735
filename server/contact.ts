export interface Contact {
  /** What the page links to: `mailto:`, `tel:` or `https:`. */
  readonly href: string;
  /** What the page prints. */
  readonly label: string;
}

const EMAIL = /^[^\s@<>"'/:]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
/** A country code alone calls nobody. */
const MIN_DIGITS = 7;
const TELEPHONE = /^\+?\d[\d\s().-]{1,20}$/;

/** Whom to tell that something on the map is wrong, or null when `value` is none of e-mail, telephone, https. */
export function parseContact(value: string): Contact | null {
  const text = value.trim();
  const address = text.replace(/^mailto:/i, '');
  if (EMAIL.test(address)) return { href: `mailto:${address}`, label: address };
  const number = text.replace(/^tel:/i, '');
  if (TELEPHONE.test(number)) {
    const digits = number.replace(/[^\d+]/g, '');
    return digits.replace('+', '').length < MIN_DIGITS ? null : { href: `tel:${digits}`, label: number };
  }
  if (/^https:\/\//i.test(text) && URL.canParse(text)) {
    const url = new URL(text);
    return url.username === '' && url.password === '' ? { href: url.href, label: text } : null;
  }
  return null;
}
