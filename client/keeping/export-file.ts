import type { ExportRequest } from '../../domain/export-request.ts';
import { problemOf } from '../internal-api.ts';
import { ServerProblem } from '../server-problem.ts';

/**
 * Asks for an export and hands it to the browser as a download. Returns the name of the file. Throws a ServerProblem
 * when the server refuses, or with the code `network` when the transfer breaks off.
 */
export async function exportFile(request: ExportRequest): Promise<string> {
  const response = await fetch('/api/incidents/export', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    cache: 'no-store',
    body: JSON.stringify(request),
  }).catch(() => null);
  if (response === null) throw new ServerProblem({ status: 0, code: 'network', detail: '' });
  if (!response.ok) throw await problemOf(response);
  const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'petarawan';
  const blob = await response.blob().catch(() => null);
  if (blob === null) throw new ServerProblem({ status: 0, code: 'network', detail: '' });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}
