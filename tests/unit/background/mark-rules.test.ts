/** The sheets of the marks: every style has all its rules, for the elements that are named and no others. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cssOf } from '../../../src/background/mark-rules.ts';
import { markStyles } from '../../../src/settings/settings.ts';

const written = readFileSync(new URL('../../../src/page/highlights.css', import.meta.url), 'utf8');

test.each(markStyles)('%s: a line of its own for each standing, and the ring', (style) => {
  const css = cssOf({ style, tagPaths: ['*'] });
  for (const name of [`listed-${style}`, `was-listed-${style}`, `none-${style}`, 'ring'])
    expect(css).toContain(`*::highlight(sidelight-${name}){`);
  expect(css.match(/underline (solid|dashed|dotted)/g)).toHaveLength(4);
});

test('every rule is in one style or another', () => {
  const all = markStyles.map((style) => cssOf({ style, tagPaths: ['p'] })).join('');
  const declared = [...written.matchAll(/([\w-]+): [^;{}]+!important/g)].map(([text]) => text);
  expect(declared.length).toBeGreaterThan(20);
  for (const text of declared) expect(all).toContain(text);
});

test('rules are for the elements that are named, on screens only', () => {
  const css = cssOf({ style: 'line', tagPaths: ['main>p', 'p>a'] });
  expect(css).toMatch(/^@media screen\{main>p::highlight\(.*\}$/s);
  const selectors = [...css.matchAll(/([^{},]+)::highlight/g)].map(([, path]) => path);
  expect(selectors).toEqual(Array.from({ length: 4 }, () => ['main>p', 'p>a']).flat());
});
