import type { TFunction } from 'i18next';
import { faultText, fieldText } from './import-text.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The list of rejected rows with its codes put into the words of the page. */
export function rejectsInWords(t: TFunction<'imports'>, csv: string): string {
  const [, ...lines] = csv.trim().split('\n');
  const heads = [
    t('report.downloadRow'),
    t('report.downloadField'),
    t('report.downloadReason'),
    t('report.downloadCode'),
  ];
  const rows = lines.map((line) => {
    const [row = '', field = '', code = ''] = line.split(',');
    return [row, quoted(fieldText(t, field)), quoted(faultText(t, code)), code].join(',');
  });
  // With a mark, so that Excel reads it as UTF-8.
  return `\uFEFF${[heads.map(quoted).join(','), ...rows].join('\r\n')}\r\n`;
}

/** Saves the list on the reader's machine. */
export async function downloadRejects(t: TFunction<'imports'>, id: string): Promise<void> {
  const response = await fetch(`/api/imports/${id}/rejects.csv`, { cache: 'no-store' });
  if (!response.ok) return;
  const file = new Blob([rejectsInWords(t, await response.text())], { type: 'text/csv' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `impor-${id}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
