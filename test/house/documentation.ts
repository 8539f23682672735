import { posix } from 'node:path';

/** Whether a name (a setting, a path, a collection) stands in one of the texts as a whole, not inside a longer one. */
export function isMentioned(name: string, texts: readonly string[]): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = new RegExp(`(?<![\\w./-])${escaped}(?![\\w/-])`);
  return texts.some((text) => whole.test(text));
}

/** `/a/:id` and `/a/{id}` both as `/a/{}`: the server writes parameters the one way, the OGC documents the other. */
export function withPlainParameters(text: string): string {
  return text.replace(/\/:\w+|\/\{\w+\}/g, '/{}');
}

/** Commands of `package.json` that a text tells the reader to run, in its order: `npm run check` is `check`. */
export function commandsIn(text: string): readonly string[] {
  return [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map((match) => match[1] ?? match[2] ?? '');
}

/**
 * Relative links and pictures of a Markdown page that lead to no file, as paths from the root. Fenced code is not prose.
 *
 * @param page its own path from the root
 * @param exists whether a path from the root exists
 */
export function brokenLinks(page: string, text: string, exists: (path: string) => boolean): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^([a-z]+:|#)/i.test(link))
    .map((link) => posix.join(posix.dirname(page), link.replace(/#.*$/, '')))
    .filter((path) => !exists(path));
}
