/** Divides the rules of all marks into one sheet for each style, since a page with marks needs those of one style only. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sheetOf } from '../background/style-marks.ts';
import { markStyles } from '../settings/settings.ts';

const source = resolve(import.meta.dirname, '../page/highlights.css');
const standings = ['listed', 'was-listed', 'none'] as const;

/** As files of the package. Throws when a style has no rule for one of its highlights. */
export function markSheets(): { contents: string; relativeDest: string }[] {
  const rules = rulesOf(readFileSync(source, 'utf8'));
  return markStyles.map((style) => {
    const names = [...standings.map((standing) => `sidelight-${standing}-${style}`), 'sidelight-ring'];
    const chosen = names.flatMap((name) => {
      const ofName = rules.filter((rule) => rule.names.includes(name));
      if (ofName.length === 0) throw new Error(`${source} has no rule for ${name}`);
      return ofName.map(({ body }) => `::highlight(${name}){${body}}`);
    });
    return { contents: `@media screen{${chosen.join('')}}\n`, relativeDest: sheetOf(style) };
  });
}

/** The rules, which are all of one form: highlights with commas between them, then declarations. */
function rulesOf(css: string): { names: string[]; body: string }[] {
  const form = /((?:::highlight\([\w-]+\)[,\s]*)+)\{([^{}]*)\}/g;
  return [...css.replace(/\/\*.*?\*\//gs, '').matchAll(form)].map(([, selectors = '', body = '']) => ({
    names: [...selectors.matchAll(/\(([\w-]+)\)/g)].map(([, name = '']) => name),
    body: body.trim().replace(/\s+/g, ' '),
  }));
}
