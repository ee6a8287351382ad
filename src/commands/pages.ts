/**
 * `npm run pages -- SOURCE…`: loads every saved page of the sources (folders, files, bare git directories) in Chromium with the
 * built extension. Prints one line of JSON for each page and a summary at the end; fails when the extension threw an error,
 * changed a page's DOM or moved its layout. `--firefox` uses Firefox, `--limit N` takes N pages spread over the sources.
 */
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './browser/find-browser.ts';
import { readCount } from './option-values.ts';
import { builtFolder } from './paths.ts';
import { openPageChecker, type PageReport } from './pages/check-page.ts';
import { savedPages } from './pages/saved-pages.ts';
import { summarise } from './pages/summarise.ts';
import { UsageError } from './usage-error.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { firefox: { type: 'boolean' }, limit: { type: 'string' } },
});
if (positionals.length === 0) throw new UsageError('usage: npm run pages -- [--firefox] [--limit N] SOURCE…');
const limit = values.limit === undefined ? null : readCount('limit', values.limit);
const name = values.firefox ? 'firefox' : 'chromium';
ensureBrowsers([name]);

const found = positionals.flatMap(savedPages);
const step = Math.max(1, found.length / (limit ?? found.length));
const pages = Array.from({ length: Math.floor(found.length / step) }, (_, k) => found[Math.floor(k * step)]!);

const reports: PageReport[] = [];
/** A browser that has shown this many pages is replaced: a crash or a leak must not cost the rest. */
const pagesPerBrowser = 200;
for (let first = 0; first < pages.length; first += pagesPerBrowser) {
  const checker = await openPageChecker(name, builtFolder[name]);
  try {
    const batch = pages.slice(first, first + pagesPerBrowser);
    for (const page of batch) {
      const report = await checker.check(page);
      reports.push(report);
      console.log(JSON.stringify(report));
    }
    // A layout that shifts without us too, now and then, is not our doing.
    const shifted = reports.slice(first).filter(({ layoutShift }) => (layoutShift ?? 0) > 0);
    if (shifted.length > 0) await checker.setMarking(false);
    for (const report of shifted) {
      const page = batch.find(({ name }) => name === report.page)!;
      for (let time = 0; time < 3 && report.layoutShift! > 0; time++)
        report.layoutShift = Math.max(
          0,
          report.layoutShift! - ((await checker.check(page)).layoutShift ?? 0),
        );
      console.log(JSON.stringify({ page: report.page, layoutShiftByUs: report.layoutShift }));
    }
  } finally {
    await checker.close();
  }
}

const { lines, isOk } = summarise(reports);
console.log(lines.join('\n'));
process.exitCode = isOk ? 0 : 1;
