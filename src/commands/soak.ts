/**
 * `npm run soak -- [--minutes N] [--firefox]`: hours of reading in fast motion, with the memory of pages, of the background
 * and of the whole browser before, meanwhile and after. A round is: a page that grows without end, a page that becomes another
 * without loading, hovering and closing cards, all that once more in a page that is never left, a tab that comes and goes, the
 * popup. Prints one line of JSON a minute; fails when the median of the last quarter of the readings is a third above that of
 * the second, and by more than noise (4 MB of heap).
 */
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './browser/find-browser.ts';
import { openBrowser } from './browser/open-browser.ts';
import { builtFolder } from './paths.ts';
import { growingFigures, readMemory, type MemoryReading } from './soak/memory.ts';
import { openSoakTabs, readOneRound } from './soak/round.ts';
import { UsageError } from './usage-error.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '120' }, firefox: { type: 'boolean' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new UsageError('usage: npm run soak -- [--minutes N] [--firefox]');
const name = values.firefox ? 'firefox' : 'chromium';
ensureBrowsers([name]);

const browser = await openBrowser(name, builtFolder[name]);
const readings: MemoryReading[] = [];
let rounds = 0;
try {
  const tabs = await openSoakTabs(browser);
  // The first rounds fill caches and compile what is used: they are no growth.
  for (let time = 0; time < 3; time++) await readOneRound(browser, tabs);
  const startedMs = performance.now();
  const elapsedMinutes = () => (performance.now() - startedMs) / 60_000;
  for (let next = 0; ;) {
    if (elapsedMinutes() >= next) {
      const reading = await readMemory(browser, tabs);
      readings.push(reading);
      console.log(JSON.stringify({ minute: Number(elapsedMinutes().toFixed(1)), rounds, ...reading }));
      next = Math.min(minutes, next + Math.min(1, minutes / 8));
      if (elapsedMinutes() >= minutes) break;
    }
    await readOneRound(browser, tabs);
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
