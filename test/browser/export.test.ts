import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { id } from '../../client/i18n/keeping/id.ts';
import { signInOn } from '../running/sign-in.ts';
import { SIZES } from './driver.ts';
import { stage } from './stage.ts';

const { reader, url, server } = stage();

describe('the export of cases', () => {
  it.each([
    ['csv', SIZES.desk, ''],
    ['geojson', SIZES.phone, '?theme=night'],
  ] as const)(
    'as %s wants a reason, then hands over a file that says who took it',
    async (format, viewport, search) => {
      const session = await signInOn(server(), 'satgas');
      const { page } = await reader({ viewport, acceptDownloads: true });
      await page.context().addCookies([...session.cookies]);
      await page.goto(`${url()}/incidents${search}`);
      await page.getByRole('button', { name: id.export.open }).click();
      const dialog = page.getByRole('dialog', { name: id.export.title });
      const submit = dialog.getByRole('button', { name: id.export.submit, exact: true });
      expect(await submit.isDisabled()).toBe(true);
      const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(violations.map(({ id: rule }) => rule)).toEqual([]);
      if (process.env.SHOTS !== undefined)
        await page.screenshot({ path: join(process.env.SHOTS, `export-${format}.png`) });
      await dialog.getByLabel(id.export.format).selectOption(format);
      await dialog.getByLabel(id.export.reason).selectOption('victim_referral');
      const waiting = page.waitForEvent('download');
      await submit.click();
      const download = await waiting;
      expect(download.suggestedFilename()).toMatch(new RegExp(`^petarawan-kejadian-\\d{8}T\\d{6}Z\\.${format}$`));
      const text = readFileSync(await download.path(), 'utf8');
      if (format === 'geojson') {
        expect(JSON.parse(text)).toMatchObject({
          features: [],
          export: { by: 'Uji satgas', reason: 'victim_referral' },
        });
      } else {
        expect(text).toMatch(/^\ufeffexport_by,export_at,export_reason,incident_id,/);
      }
      await page.getByText(id.export.done.replace('{{name}}', download.suggestedFilename())).waitFor();
      await dialog.waitFor({ state: 'hidden' });
    },
  );
});
