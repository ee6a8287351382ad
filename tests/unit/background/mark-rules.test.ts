/** The sheets of the marks: every style has all its rules, for the elements that are named and no others. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cssOf } from '../../../src/background/mark-rules.ts';
import { markStyles, type MarkStyle } from '../../../src/settings/settings.ts';

const written = readFileSync(new URL('../../../src/page/highlights.css', import.meta.url), 'utf8');

/** The rules for every screen, and those for screens whose colours the system forces. */
const blocksOf = (css: string) => css.split('@media ').slice(1);

test.each(markStyles)('%s: a line of its own for each standing, and the ring', (style) => {
  const css = cssOf({ style, tagPaths: ['*'] }, 'USER');
  for (const name of [`listed-${style}`, `was-listed-${style}`, `none-${style}`, 'ring'])
    expect(css).toContain(`*::highlight(sidelight-${name}){`);
  expect(blocksOf(css)[0]!.match(/underline (solid|dashed|dotted)/g)).toHaveLength(4);
});

test.each(markStyles)(
  '%s: where the system forces its colours, each kind of line can be told apart',
  (style) => {
    const lines = new Map<string, string>();
    for (const block of blocksOf(cssOf({ style, tagPaths: ['*'] }, 'USER'))) {
      const rules = block.matchAll(
        /sidelight-(was-listed|listed|none|ring)[\w-]*\)\{[^{}]*underline (\w+ \d)px/g,
      );
      for (const [, name = '', line = ''] of rules) lines.set(name, line);
    }
    expect(Object.fromEntries(lines)).toEqual({ listed: 'solid 2', 'was-listed': 'dashed 2', none: 'dotted 2', ring: 'wavy 2' }); // prettier-ignore
  },
);

test('every rule is in one style or another', () => {
  const all = markStyles.map((style) => cssOf({ style, tagPaths: ['p'] }, 'USER')).join('');
  const declared = [...written.matchAll(/([\w-]+): [^;{}]+!important/g)].map(([text]) => text);
  expect(declared.length).toBeGreaterThan(20);
  for (const text of declared) expect(all).toContain(text);
});

test('rules are for the elements that are named, on screens only', () => {
  const css = cssOf({ style: 'line', tagPaths: ['main>p', 'p>a'] }, 'USER');
  for (const block of blocksOf(css)) {
    expect(block).toMatch(/^screen(?: and [^{]+)?\{main>p::highlight\(.*\}$/s);
    const selectors = [...block.matchAll(/([^{},]+)::highlight/g)].map(([, path]) => path);
    expect(selectors).toEqual(selectors.map((_, index) => ['main>p', 'p>a'][index % 2]));
  }
  expect(css.match(/p>a::highlight/g)!.length).toBeGreaterThanOrEqual(4);
});

test('what has a fill, and nothing else, has a text colour of the page’s own kind, which Chromium wants', () => {
  for (const style of markStyles) {
    const rulesOf = (origin: 'USER' | 'AUTHOR') =>
      [...blocksOf(cssOf({ style, tagPaths: ['p'] }, origin))[0]!.matchAll(/\(([\w-]+)\)\{([^{}]*)\}/g)].map(
        ([, name, body]) => ({ name, body: body! }),
      );
    const filled = rulesOf('USER').filter(({ body }) => body.includes('background-color'));
    expect(rulesOf('AUTHOR')).toEqual(filled.map(({ name }) => ({ name, body: expect.stringMatching(/^color: [^;]+;$/) as string }))); // prettier-ignore
    // Of user origin it would win if it were important, and count for nothing.
    for (const { body } of filled) expect(body).toMatch(/(?<!-)color: [^;!]+;/);
  }
});

test('a style without rules is no sheet, but an error', () => {
  const style = 'wavy' as MarkStyle;
  expect(() => cssOf({ style, tagPaths: ['p'] }, 'USER')).toThrow('no rule for sidelight-listed-wavy');
});
