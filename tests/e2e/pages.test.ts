/** The saved pages of tests/pages in both browsers: what is meant is marked, and nothing else about the page is otherwise. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openPageChecker, type PageChecker } from '../../src/commands/pages/check-page.ts';
import { savedPages } from '../../src/commands/pages/saved-pages.ts';
import { builtFolder, rootFolder } from '../../src/commands/paths.ts';

const folder = join(rootFolder, 'tests/pages');
/** The sample article makes part of its text with a script, and has a test of its own. */
const pages = savedPages(folder).filter(({ name }) => name !== 'sample-article.html');

/** Entity ids and how often each is meant to be marked, from the page's list of mentions. */
function expectedCounts(page: string): Record<string, number> {
  const file = join(folder, page.replace(/\.html$/, '.expected.json'));
  const counts: Record<string, number> = {};
  for (const [entity] of JSON.parse(readFileSync(file, 'utf8')) as [entity: string, text: string][])
    counts[entity] = (counts[entity] ?? 0) + 1;
  return counts;
}

it('every saved page says what is meant to be marked, and every such list has its page', () => {
  const names = (end: string) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(end))
      .map((file) => file.slice(0, -end.length));
  expect(names('.expected.json').sort()).toEqual(names('.html').sort());
});

describe.each(browserNames)('saved pages in %s', (name) => {
  let checker: PageChecker;
  beforeAll(async () => {
    checker = await openPageChecker(name, builtFolder[name]);
  });
  afterAll(() => checker.close());

  it.each(pages.map((page) => [page.name, page] as const))('%s', async (_, page) => {
    const report = await checker.check(page);
    expect(report).toMatchObject({ errors: [], changes: [], isSameDom: true });
    expect(report.failure).toBeUndefined();
    expect(report.counts).toEqual(expectedCounts(page.name));
    expect(report.layoutShift ?? 0).toBeLessThan(0.001);
  });
});
