import { mkdir } from 'node:fs/promises';
import { SIZES } from '../test/browser/driver.ts';
import { launchChromium } from '../test/running/chromium.ts';
import { startServer } from '../test/running/server.ts';

const FOLDER = 'docs/pictures';

/** Pictures of the running page for the README and the docs: what is shown is what the build of today shows. */
const PICTURES = [
  { name: 'map-day', size: 'desk', path: '/?area=64.71.02' },
  { name: 'map-night', size: 'desk', path: '/?theme=night&lang=en' },
  { name: 'kelurahan', size: 'laptop', path: '/?level=kelurahan' },
  { name: 'training', size: 'laptop', path: '/?inc=hexagons' },
  { name: 'phone', size: 'phone', path: '/' },
] as const;

await mkdir(FOLDER, { recursive: true });
const server = await startServer({ CONTACT: 'https://example.org/' });
const browser = await launchChromium();
try {
  for (const { name, size, path } of PICTURES) {
    const page = await browser.newPage({ viewport: SIZES[size], reducedMotion: 'reduce' });
    await page.goto(server.url + path);
    await page.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 });
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
    console.log(`${FOLDER}/${name}.png`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
