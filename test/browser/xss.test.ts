import type { Page, Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { id as imports } from '../../client/i18n/imports/id.ts';
import type { AccountRole } from '../../domain/role.ts';
import { signInOn } from '../running/sign-in.ts';
import { stage } from './stage.ts';
import { XSS_STRINGS } from './xss-strings.ts';

const { reader, url, server } = stage();

interface Watched {
  readonly page: Page;
  /** What an injected string managed: a mark, a dialog, a try that the policy had to stop, an element of its own. */
  readonly harm: () => Promise<readonly string[]>;
  readonly expectFault: (pattern: RegExp) => void;
}

async function watch(role: AccountRole | null): Promise<Watched> {
  const { page, expectFault } = await reader();
  if (role !== null) await page.context().addCookies([...(await signInOn(server(), role)).cookies]);
  const harm: string[] = [];
  page.on('dialog', (dialog) => {
    harm.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) harm.push(message.text());
  });
  return {
    page,
    expectFault,
    harm: async () => {
      for (const frame of page.frames()) {
        if (await frame.evaluate(() => '__injected' in window)) harm.push(`a script ran in ${frame.url()}`);
      }
      const strange = await page.locator('iframe, object, embed, base, math, audio, video, main script').count();
      if (strange > 0) harm.push(`${strange} elements that no page of ours has`);
      return harm;
    },
  };
}

/** Puts each string into each text field that is on the page now, the last one last. Gives the number of fields. */
async function fillEverything(page: Page): Promise<number> {
  const fields = page.locator(
    'main input:not([type]), main input[type=text], main input[type=search], main input[type=email], main input[type=password], main textarea',
  );
  const count = await fields.count();
  for (let index = 0; index < count; index += 1) {
    const field = fields.nth(index);
    if (!(await field.isEditable())) continue;
    // As a paste of each, without the wait of a person: React hears every one.
    await field.evaluate(async (element, strings) => {
      const input = element as HTMLInputElement;
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      for (const text of strings) {
        setter?.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
        // Two pastes never fall into one turn of the page; React takes fifty of them there for a loop.
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, XSS_STRINGS);
  }
  return count;
}

describe(`${XSS_STRINGS.length} hostile strings run nothing`, () => {
  it('there are 200 different ones', () => {
    expect(XSS_STRINGS).toHaveLength(200);
  });

  it('the watch sees a script, were there one', async () => {
    const { page, harm } = await watch(null);
    await page.goto(`${url()}/sign-in`);
    await page.evaluate(() => {
      Object.assign(window, { __injected: 1 });
      document.body.append(document.createElement('iframe'));
    });
    expect(await harm()).toHaveLength(2);
  });

  it.each([
    ['/data', null, 1],
    ['/sign-in', null, 2],
    ['/account', 'trainer', 1],
    ['/admin', 'admin', 2],
    ['/incidents#new', 'satgas', 1],
  ] as const)('typed into every field of %s', async (path, role, atLeast) => {
    const { page, harm } = await watch(role);
    await page.goto(url() + path);
    await page.locator('main h1').waitFor();
    await page.locator('main input:not([type=radio], [type=checkbox])').first().waitFor({ state: 'attached' });
    expect(await fillEverything(page)).toBeGreaterThanOrEqual(atLeast);
    expect(await harm()).toEqual([]);
  });

  it('as names of users, which every admin and the log then sees', async () => {
    const { cookie } = await signInOn(server(), 'admin');
    const made: string[] = [];
    for (const [index, text] of XSS_STRINGS.entries()) {
      const response = await fetch(`${url()}/api/users`, {
        method: 'POST',
        headers: { cookie, origin: url(), 'content-type': 'application/json' },
        body: JSON.stringify({ email: `x${index}@example.invalid`, name: text, role: 'trainer' }),
      });
      expect([201, 422]).toContain(response.status);
      if (response.status === 201) made.push(`x${index}@example.invalid`);
    }
    // The server takes no name with an angle bracket; what it takes is shown as it is.
    expect(made.length).toBeGreaterThan(4);
    const { page, harm } = await watch('admin');
    await page.goto(`${url()}/admin`);
    await page
      .getByText(made[0] ?? '')
      .first()
      .waitFor();
    await page.mouse.move(300, 300);
    expect(await harm()).toEqual([]);
  });

  const quoted = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\u0000', '')}"`;
  const needed = ['bulan', 'proses', 'tujuan', 'sumber', 'tahap', 'korban', 'tersangka', 'peran_tempat'];

  /** Sends a file of these rows under a hostile name; gives the status of the answer. */
  async function sendFile(page: Page, rows: readonly (readonly string[])[]): Promise<number> {
    await page.goto(`${url()}/import`);
    const isAnswer = (answer: Response) =>
      answer.request().method() === 'POST' && answer.url() === `${url()}/api/imports`;
    const answer = page.waitForResponse(isAnswer);
    await page.locator('input[type=file]').setInputFiles({
      name: '<img src=x onerror="window.__injected=1">.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.map((row) => row.map(quoted).join(',')).join('\r\n')),
    });
    return (await answer).status();
  }

  it('as file name and headers of an import', async () => {
    const { page, harm, expectFault } = await watch('satgas');
    // A header that looks like identity has its whole file refused. A file has 64 columns at most.
    for (let from = 0; from < XSS_STRINGS.length; from += 50) {
      const status = await sendFile(page, [[...needed, ...XSS_STRINGS.slice(from, from + 50)], ['2025-01']]);
      if (status === 201) await page.getByRole('heading', { name: imports.columns.title }).waitFor();
      else {
        expect(status).toBe(422);
        await page.locator('main [role=alert]').filter({ hasText: /\S/ }).first().waitFor();
        expectFault(/422/);
      }
      expect(await harm()).toEqual([]);
    }
  });

  it('as cells of an import, each of which is refused', async () => {
    const { page, harm } = await watch('satgas');
    const rows = XSS_STRINGS.map((text) => ['2025-01', ...needed.slice(1).map(() => text)]);
    expect(await sendFile(page, [needed, ...rows])).toBe(201);
    await page.getByRole('button', { name: imports.columns.run, exact: true }).click();
    const rejected = page.getByRole('table', { name: imports.report.rejected });
    await rejected.waitFor();
    expect(await rejected.locator('tbody tr').count()).toBeGreaterThan(10);
    expect(await harm()).toEqual([]);
  });

  it('in the address, under every key of the view', async () => {
    const { page, harm } = await watch(null);
    const keys = [
      'level',
      'layer',
      'grade',
      'w',
      'area',
      'places',
      'inc',
      'role',
      'app',
      'months',
      'at',
      'next',
      'year',
    ];
    const perVisit = 25;
    for (let from = 0; from < XSS_STRINGS.length; from += perVisit) {
      const search = new URLSearchParams(
        XSS_STRINGS.slice(from, from + perVisit).map((text, index) => [keys[index % keys.length] ?? 'at', text]),
      );
      await page.goto(`${url()}/data?${search}#${encodeURIComponent(XSS_STRINGS[from] ?? '')}`);
      await page.locator('main h1').waitFor();
      expect(await harm()).toEqual([]);
    }
  });

  it('as a one-time link that is none', async () => {
    const { page: any } = await reader();
    // A window of its own: the refusal of such a link is no fault of the page.
    const context = await any.context().browser()?.newContext();
    const page = await context?.newPage();
    if (page === undefined) throw new Error('no second window');
    for (const text of XSS_STRINGS.slice(0, 25)) {
      await page.goto(`${url()}/setup?n=${Math.abs(text.length)}#${encodeURIComponent(text)}`);
      await page.locator('main [role=alert]').waitFor();
      expect(await page.evaluate(() => '__injected' in window)).toBe(false);
    }
    await context?.close();
  });
});
