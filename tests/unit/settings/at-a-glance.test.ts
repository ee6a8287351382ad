/** The quick look at stored settings says what the full reading would, whatever is stored. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markingOf } from '../../../src/content/marking.ts';
import { mayMark } from '../../../src/settings/at-a-glance.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';
import { fromStored } from '../../../src/settings/stored.ts';

const site = 'news.example';
const address = 'https://www.news.example/today?page=1';
const fully = (stored: unknown) =>
  markingOf(fromStored(stored), { site, isHtml: true, isArticle: () => true, isAskedFor: false }) === 'on';

const sites = fc.array(fc.oneof(fc.constantFrom(site, 'other.example', 'Not A Site'), fc.anything()));
const stored = fc.oneof(
  fc.anything(),
  fc.record(
    {
      version: fc.constant(1),
      enabled: fc.oneof(fc.boolean(), fc.anything()),
      sitesOff: fc.oneof(sites, fc.anything()),
      sitesOn: fc.oneof(sites, fc.anything()),
      runsOn: fc.oneof(fc.constantFrom('every-page', 'articles', 'when-asked'), fc.anything()),
    },
    { requiredKeys: [] },
  ),
);

test('agrees with the full reading', () => {
  fc.assert(
    fc.property(stored, (value) => mayMark(value, address) === fully(value)),
    { numRuns: 2000 },
  );
});

test.each([
  [undefined, true],
  [{ enabled: false }, false],
  [{ sitesOff: [site] }, false],
  [{ runsOn: 'when-asked' }, false],
  [{ runsOn: 'when-asked', sitesOn: [site] }, true],
  [{ runsOn: 'articles' }, true],
  [{ ...defaultSettings, sitesOff: ['other.example'] }, true],
])('%j: %j', (value, expected) => expect(mayMark(value, address)).toBe(expected));
