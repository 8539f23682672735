/** What a spreadsheet takes for the beginning of a formula, behind blanks as well; full-width forms included. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/**
 * A text that a spreadsheet shows and does not reckon: an apostrophe goes before it, as OWASP advises
 * (https://owasp.org/www-community/attacks/CSV_Injection). Numbers are no texts and keep their sign.
 */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
