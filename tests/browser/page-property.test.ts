/**
 * In real browsers: any tree and any sequence of changes ends with the marks that a fresh look at the result gives. A failure
 * prints its seed and the smallest case found. SIDELIGHT_PROPERTY_SECONDS is the time for each browser: `npm run e2e -- page-property`
 * with 600 is a long search.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript } from '../../src/commands/browser/bundle-script.ts';
import { browserNames } from '../../src/commands/browser/find-browser.ts';
import { openBrowser, type ExtensionBrowser } from '../../src/commands/browser/open-browser.ts';
import { builtFolder } from '../../src/commands/paths.ts';
import { longCodeUnits } from '../../src/page/pacing.ts';
import type { compareAll, RandomCase, RandomChange, RandomNode } from './support/random-page.ts';

const search = process.env.SIDELIGHT_PROPERTY_SECONDS;
const seconds = Number(search ?? 9);
const casesAtOnce = 16;
const randomPage = new URL('support/random-page.ts', import.meta.url);

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('NSO Group', 'Candiru', 'Hikvision', ' the firm ', '. ') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('NSO', ' Group', 'Group', ' ', '\n', 'N', 'SO Group', 'Can', 'diru', 'x', ''),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Pegasus',
      'a\u0301',
      '\u200b',
      '\ud83d\ude00 NSO Group \ud83d',
      'Pegasus '.repeat(longCodeUnits / 8),
    ),
  },
);
const tag = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('p', 'div', 'li', 'h2', 'section', 'ul') },
  { weight: 4, arbitrary: fc.constantFrom('span', 'b', 'i', 'a', 'em', 'sup') },
  { weight: 2, arbitrary: fc.constantFrom('br', 'hr', 'img', 'wbr') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'table',
      'tr',
      'td',
      'pre',
      'code',
      'button',
      'textarea',
      'script',
      'style',
      'svg',
      'x-part',
    ),
  },
  { weight: 1, arbitrary: fc.constant('iframe') },
);
const { node } = fc.letrec<{ node: RandomNode; element: RandomNode; list: RandomNode[] }>((tie) => ({
  list: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'tree' }),
  element: fc
    .record(
      {
        tag,
        children: tie('list'),
        isEditable: fc.constant(true),
        isHidden: fc.constant(true),
      },
      { requiredKeys: ['tag', 'children'], noNullPrototype: true },
    )
    .chain((made) =>
      fc
        .option(tie('list'), { freq: 8, nil: null })
        .map((shadow) =>
          shadow && ['div', 'span', 'section', 'x-part'].includes(made.tag) ? { ...made, shadow } : made,
        ),
    ),
  node: fc.oneof(
    { depthSize: 'small', depthIdentifier: 'tree', withCrossShrink: true },
    { weight: 3, arbitrary: text },
    { weight: 4, arbitrary: tie('element') },
  ),
})) as { node: fc.Arbitrary<RandomNode> };
const at = fc.nat(200);
const changeOf: fc.Arbitrary<RandomChange> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('insert' as const), into: at, before: at, node }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('move' as const), at, into: at, before: at }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('write' as const), at, text }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('split' as const), at, offset: fc.nat(12) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'remove' as const,
        'normalise' as const,
        'toggle-editable' as const,
        'toggle-hidden' as const,
      ),
      at,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('empty' as const), at }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.constantFrom(0, 1, 5, 20, 60) }),
  },
);
const oneCase: fc.Arbitrary<RandomCase> = fc.record({
  tree: fc.array(node, { minLength: 1, maxLength: 8 }),
  changes: fc.array(changeOf, { maxLength: 14 }),
});

describe.each(browserNames)('any page in %s', (name) => {
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    browser = await openBrowser(name, builtFolder[name]);
  });
  afterAll(() => browser.close());

  it(
    'is marked after any changes as it would be afresh',
    { timeout: (seconds + 60) * 1000, retry: 0 },
    async () => {
      const url = 'http://random.localhost/';
      browser.sites.serve(
        url,
        '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>iframe { width: 40em; height: 20em }</style><script src="/random.js"></script>',
      );
      browser.sites.serve(`${url}random.js`, {
        body: await bundleScript(randomPage, 'random'),
        type: 'text/javascript',
      });
      // The page code alone is meant: the extension itself would mark the same registry.
      await browser.inExtension(() =>
        globalThis.browser.storage.local.set({ settings: { version: 1, enabled: false } }),
      );
      const page = await browser.newPage(url);
      await page.bringToFront();
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error as Error));
      let runs = 0;
      // The same cases on every run, unless it is a search.
      const seed = search ? Date.now() & 0x7fffffff : 20261121;
      const result = await fc.check(
        fc.asyncProperty(
          fc.array(oneCase, { minLength: 1, maxLength: casesAtOnce, size: 'max' }),
          async (cases) => {
            runs += cases.length;
            errors.length = 0;
            const differences = await page.evaluate(
              (all) =>
                (globalThis as unknown as { random: { compareAll: typeof compareAll } }).random.compareAll(
                  all,
                ),
              JSON.stringify(cases),
            );
            if (differences.length > 0) throw new Error(JSON.stringify(differences, null, 2));
            if (errors[0]) throw errors[0];
          },
        ),
        { seed, numRuns: 100_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false },
      );
      console.log(`${name}: ${runs} cases, seed ${seed}`);
      if (result.failed) throw new Error(fc.defaultReportMessage(result), { cause: result.errorInstance });
      expect(runs).toBeGreaterThan(casesAtOnce);
    },
  );
});
