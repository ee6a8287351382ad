/** The sheets of the marks: every style has all its rules, for the elements that are named and no others. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cssOf } from '../../../src/background/mark-rules.ts';
import { markStyles } from '../../../src/settings/settings.ts';

const written = readFileSync(new URL('../../../src/page/highlights.css', import.meta.url), 'utf8');

test.each(markStyles)('%s: a line of its own for each standing, and the ring', (style) => {
  const css = cssOf({ style, tagPaths: ['*'] }, 'USER');
  for (const name of [`listed-${style}`, `was-listed-${style}`, `none-${style}`, 'ring'])
    expect(css).toContain(`*::highlight(sidelight-${name}){`);
  expect(css.match(/underline (solid|dashed|dotted)/g)).toHaveLength(4);
});

test('every rule is in one style or another', () => {
  const all = markStyles.map((style) => cssOf({ style, tagPaths: ['p'] }, 'USER')).join('');
  const declared = [...written.matchAll(/([\w-]+): [^;{}]+!important/g)].map(([text]) => text);
  expect(declared.length).toBeGreaterThan(20);
  for (const text of declared) expect(all).toContain(text);
});

test('rules are for the elements that are named, on screens only', () => {
  const css = cssOf({ style: 'line', tagPaths: ['main>p', 'p>a'] }, 'USER');
  expect(css).toMatch(/^@media screen\{main>p::highlight\(.*\}$/s);
  const selectors = [...css.matchAll(/([^{},]+)::highlight/g)].map(([, path]) => path);
  expect(selectors).toEqual(Array.from({ length: 4 }, () => ['main>p', 'p>a']).flat());
});

test('what has a fill, and nothing else, has a text colour of the page’s own kind, which Chromium wants', () => {
  for (const style of markStyles) {
    const rulesOf = (origin: 'USER' | 'AUTHOR') =>
      [...cssOf({ style, tagPaths: ['p'] }, origin).matchAll(/\(([\w-]+)\)\{([^{}]*)\}/g)].map(
        ([, name, body]) => ({ name, body: body! }),
      );
    const filled = rulesOf('USER').filter(({ body }) => body.includes('background-color'));
    expect(rulesOf('AUTHOR')).toEqual(filled.map(({ name }) => ({ name, body: expect.stringMatching(/^color: [^;]+;$/) as string }))); // prettier-ignore
    // Of user origin it would win if it were important, and count for nothing.
    for (const { body } of filled) expect(body).toMatch(/(?<!-)color: [^;!]+;/);
  }
});
