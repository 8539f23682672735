import { isIP } from 'node:net';
import type { Settings } from './env.ts';

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** What the terminal says when the map is up: the address, and what a phone on the network would still miss. */
export function announcement({ host, port, baseUrl, tls, contact }: Settings, editionId: string): readonly string[] {
  const lines = [`Petarawan: ${baseUrl}  (edition ${editionId})`];
  const open = !isLoopback(host);
  if (open && baseUrl.startsWith('http:')) {
    lines.push(
      'Others on the network reach this over plain HTTP: location, the offline page and secure cookies need HTTPS.',
      'Set TLS_CERT and TLS_KEY, or put a proxy with HTTPS in front and set BASE_URL to its address (docs/operate.md).',
    );
  }
  if (open && isLoopback(new URL(baseUrl).hostname)) {
    lines.push(`Listening on ${host}:${port}; links say ${baseUrl}: set BASE_URL to the address that people open.`);
  }
  if (!open && tls === null && baseUrl.startsWith('http:')) {
    lines.push('Only this machine can open it. For others set HOST=0.0.0.0 and BASE_URL (docs/operate.md).');
  }
  if (contact === null) lines.push('CONTACT is not set: the page cannot say whom to tell that something is wrong.');
  return lines;
}

/** The one-time link of the first admin, while there is no account. */
export function firstAdminLines(link: string | null): readonly string[] {
  if (link === null) return [];
  return ['There is no account yet. This link makes the first admin, once, within 24 hours:', link];
}
