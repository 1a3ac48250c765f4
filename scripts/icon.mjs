// Draws media/icon.png from media/icon.svg, in the browser that the tests use. Run it when the drawing changed.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './lib/chromium.mjs';
import { root } from './lib/paths.mjs';

const SIZE = 256;
const source = readFileSync(path.join(root, 'media/icon.svg'), 'utf8');
const target = path.join(root, 'media/icon.png');

const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${source}`);
  writeFileSync(target, await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
console.log(`${path.relative(root, target)}: ${SIZE} × ${SIZE}`);
