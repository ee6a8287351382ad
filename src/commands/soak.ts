/**
 * `npm run soak -- [--minutes N] [--firefox]`: hours of reading in fast motion, with the memory of the content script's page
 * and of the background before, meanwhile and after. A round is: a page that grows without end, a page that becomes another
 * without loading, hovering and closing cards, a tab that comes and goes, the popup. Prints one line of JSON a minute; fails
 * when the last quarter of the readings is, by its median, a third and 4 MB above the second.
 */
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './browser/find-browser.ts';
import { openBrowser } from './browser/open-browser.ts';
import { builtFolder } from './paths.ts';
import { growingFigures, readMemory, type MemoryReading } from './soak/memory.ts';
import { readOneRound, soakPages } from './soak/round.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '120' }, firefox: { type: 'boolean' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error('Usage: npm run soak -- [--minutes N] [--firefox]');
const name = values.firefox ? 'firefox' : 'chromium';
ensureBrowsers([name]);

const browser = await openBrowser(name, builtFolder[name]);
const readings: MemoryReading[] = [];
let rounds = 0;
try {
  for (const [url, html] of Object.entries(soakPages)) browser.sites.serve(url, html);
  const page = await browser.newPage();
  // The first rounds fill caches and compile what is used: they are no growth.
  for (let time = 0; time < 3; time++) await readOneRound(browser, page);
  const startedMs = performance.now();
  const elapsedMinutes = () => (performance.now() - startedMs) / 60_000;
  for (let next = 0; ;) {
    if (elapsedMinutes() >= next) {
      const reading = await readMemory(browser, page);
      readings.push(reading);
      console.log(JSON.stringify({ minute: Number(elapsedMinutes().toFixed(1)), rounds, ...reading }));
      next = Math.min(minutes, next + Math.min(1, minutes / 8));
      if (elapsedMinutes() >= minutes) break;
    }
    await readOneRound(browser, page);
    rounds++;
  }
} finally {
  await browser.close();
}

const growing = growingFigures(readings);
console.log(
  `${rounds} rounds in ${minutes} minutes: ${growing.length === 0 ? 'memory is flat' : `grows: ${growing.join(', ')}`}`,
);
process.exitCode = growing.length === 0 ? 0 : 1;
