import { describe, expect, it } from 'vitest';
import { formId as id } from '../../client/i18n/incidents/form-id.ts';
import { SIZES } from './driver.ts';
import { drafts, fillRest, formOf, formStage, radio } from './incident-form-driver.ts';

const { openForm, url } = formStage();

describe('a place', () => {
  it('is a point by a click on the map, and for a child case only its cell', async () => {
    const { page } = await openForm({ viewport: SIZES.laptop });
    await radio(page, id.field.precision, id.ways.point).check();
    await page.getByText(id.childPoint.unanswered).waitFor();
    const map = page.getByRole('application');
    const box = await map.boundingBox();
    if (box === null) throw new Error('no map');
    await map.click({ position: { x: box.width * 0.5, y: box.height * 0.5 } });
    await page.locator('[data-point="inside"]').waitFor();
    await page.getByText(id.childPoint.cell).waitFor();
    await radio(page, id.field.childInvolved, id.child.unknown).check();
    await page.getByText(id.childPoint.unknown).waitFor();
    expect(await drafts(page)).not.toMatch(/116\.\d/);
    await radio(page, id.field.childInvolved, id.child.no).check();
    await expect.poll(() => page.getByText(id.childPoint.cell).count()).toBe(0);
    expect(await drafts(page)).toMatch(/116\.\d/);
  });

  it('comes nearer with the first tap, and its pin is pulled to where it belongs', async () => {
    const { page } = await openForm({ viewport: SIZES.phone, hasTouch: true });
    await radio(page, id.field.childInvolved, id.child.no).check();
    await radio(page, id.field.precision, id.ways.point).check();
    const map = page.getByRole('application');
    await map.scrollIntoViewIfNeeded();
    for (const name of ['Barat', 'Kota', 'Selatan', 'Tengah', 'Timur', 'Utara']) {
      await map
        .locator('text', { hasText: new RegExp(`^${name}$`) })
        .first()
        .waitFor();
    }
    const box = await map.boundingBox();
    if (box === null) throw new Error('no map');
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('[data-point="inside"]').waitFor();
    expect(await map.getAttribute('data-zoomed')).toBe('');
    const longitude = page.getByLabel(id.field.longitude);
    const before = await longitude.inputValue();
    // The tip is in the middle, the head of the pin above it.
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2 - 18];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y, { steps: 4 });
    await page.mouse.up();
    const after = await longitude.inputValue();
    const degrees = (text: string): number => Number(text.replace(',', '.'));
    expect(degrees(after)).toBeGreaterThan(degrees(before));
    expect(degrees(after) - degrees(before)).toBeLessThan(0.01);
  });

  it('is set by keys: a kelurahan, Enter in its middle, and a little to the side', async () => {
    const { page } = await openForm();
    await radio(page, id.field.precision, id.ways.point).press('Space');
    await page.getByLabel(id.map.near).focus();
    await page.keyboard.type('Damai Baru');
    const map = page.getByRole('application');
    await expect.poll(() => page.getByLabel(id.map.near).inputValue()).toMatch(/^64\.71/);
    await page.keyboard.press('Tab');
    expect(await map.evaluate((element) => element === document.activeElement)).toBe(true);
    // No point is made up by the choice of an area.
    expect(await page.locator('[data-point="empty"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByText(id.map.inside.replace('{{kelurahan}}', 'Damai Baru').split(',')[0] ?? '').waitFor();
    const latitude = page.getByLabel(id.field.latitude);
    const before = await latitude.inputValue();
    await page.keyboard.press('Shift+ArrowUp');
    expect(await latitude.inputValue()).not.toBe(before);
    await page.getByText(id.map.approach.replace('{{area}}', 'Damai Baru')).waitFor();
  });

  it('notices swapped coordinates and takes a pasted pair', async () => {
    const { page } = await openForm();
    await radio(page, id.field.precision, id.ways.point).check();
    await page.getByLabel(id.field.longitude).fill('-1,2654');
    await page.getByLabel(id.field.latitude).fill('116,8312');
    await page.getByRole('button', { name: id.coordinates.swap }).click();
    await page.locator('[data-point="inside"]').waitFor();
    expect(await page.getByLabel(id.field.longitude).inputValue()).toBe('116,8312');
    await page.getByRole('button', { name: id.map.clear }).click();
    await page.getByLabel(id.field.longitude).evaluate((element) => {
      const data = new DataTransfer();
      data.setData('text', '-1.2654, 116.8312');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.locator('[data-point="inside"]').waitFor();
    expect(await page.getByLabel(id.field.latitude).inputValue()).toBe('−1,2654');
  });

  it('is a kelurahan that brings its kecamatan along; eight places at most, and the focus follows', async () => {
    const { page } = await openForm({ viewport: SIZES.phone });
    await radio(page, id.field.precision, id.ways.area).check();
    await page.getByLabel(id.field.kelurahan, { exact: true }).selectOption({ index: 3 });
    expect(await page.getByLabel(id.field.areaCode, { exact: true }).inputValue()).toMatch(/^64\.71\.\d\d$/);
    const add = page.getByRole('button', { name: id.place.add });
    for (let count = 2; count <= 8; count += 1) await add.click();
    expect(await add.isDisabled()).toBe(true);
    const eighth = page.getByRole('group', { name: id.place.title.replace('{{n}}', '8') });
    await expect
      .poll(() =>
        eighth
          .getByRole('radio')
          .first()
          .evaluate((element) => element === document.activeElement),
      )
      .toBe(true);
    await page.getByRole('button', { name: id.place.remove.replace('{{n}}', '2') }).click();
    await expect.poll(() => add.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('group', { name: /^Tempat \d/ }).count()).toBe(7);
  });
});

describe('a draft', () => {
  it('outlives a lost connection and the page, without the LP number', async () => {
    const { page, expectFault } = await openForm();
    await fillRest(page);
    await radio(page, id.field.precision, id.ways.kota).check();
    await radio(page, id.field.childInvolved, id.child.yes).check();
    await page.getByLabel(id.field.lpNumber).fill('LP/B/770099/I/2026');
    await page.context().setOffline(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText(id.problem.network).waitFor();
    expectFault(/ERR_INTERNET_DISCONNECTED/);
    expect(await drafts(page)).toContain('"stage":"lp"');
    expect(await drafts(page)).not.toContain('770099');
    await page.context().setOffline(false);
    await page.reload();
    await page.getByRole('button', { name: id.draft.resume }).click();
    expect(await radio(page, id.field.stage, id.stage.lp).isChecked()).toBe(true);
    expect(await page.getByLabel(id.field.lpNumber).inputValue()).toBe('');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/#\d+$/);
    expect(await drafts(page)).toBe('');
  });

  it('is dropped when it is not wanted', async () => {
    const { page } = await openForm();
    await radio(page, id.field.stage, id.stage.vice_raid).check();
    await page.getByText(id.apart.vice_raid).waitFor();
    expect(await drafts(page)).toContain('vice_raid');
    await page.reload();
    await page.getByRole('button', { name: id.draft.discard }).click();
    expect(await drafts(page)).toBe('');
    expect(await radio(page, id.field.stage, id.stage.vice_raid).isChecked()).toBe(false);
  });
});

describe('a correction', () => {
  it('leaves the number and the cell of a child case as they are, unless they are given anew', async () => {
    const { page } = await openForm();
    const made = await page.evaluate(async (): Promise<{ readonly record: { incident: { id: string } } }> => {
      const incident = {
        month: '2026-01',
        day: null,
        acts: ['recruit'],
        means: [],
        purposes: ['other'],
        source: 'referral',
        stage: 'suspected',
        platforms: ['michat'],
        places: [{ role: 'harbouring', precision: 'point', areaCode: null, point: [116.8312, -1.2654] }],
        victims: '1',
        suspects: '1',
        childInvolved: 'yes',
        lpNumber: 'LP/B/5/I/2026',
      };
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('/api/incidents', { method: 'POST', headers, body: JSON.stringify(incident) });
      return answer.json();
    });
    const sent: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') sent.push(request.postDataJSON());
    });
    const edit = async (): Promise<void> => {
      await page.goto(`${url()}/incidents#${made.record.incident.id}/edit`);
      await formOf(page).waitFor();
    };
    const isSaved = async (): Promise<void> => {
      await page.waitForURL(/#\d+$/);
      await formOf(page).waitFor({ state: 'detached' });
    };
    await edit();
    await page.getByText(id.hint.lpNumberKept).waitFor();
    await page.getByText(id.place.kept.slice(0, 40)).waitFor();
    await radio(page, id.field.stage, id.stage.investigation).check();
    await page.keyboard.press('Control+Enter');
    await isSaved();
    expect(sent[0]).toMatchObject({
      keepLpNumber: true,
      keepPlaces: [0],
      incident: { places: [], stage: 'investigation', platforms: ['michat'], lpNumber: null },
    });
    await edit();
    await page.getByRole('button', { name: id.place.change.replace('{{n}}', '1') }).click();
    await expect
      .poll(() => radio(page, id.field.role, id.roles.recruitment).evaluate((one) => one === document.activeElement))
      .toBe(true);
    await page.getByLabel(id.field.lpNumber).fill('LP/B/6/I/2026');
    await page.keyboard.press('Control+Enter');
    await isSaved();
    expect(sent[1]).toMatchObject({
      keepLpNumber: false,
      keepPlaces: [],
      incident: {
        places: [
          { role: 'harbouring', precision: 'kelurahan', areaCode: expect.stringMatching(/^64\.71/), point: null },
        ],
        lpNumber: 'LP/B/6/I/2026',
      },
    });
  });
});
