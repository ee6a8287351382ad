/** Writes sheets of the marks: of `highlights.css` the rules of one style, for elements with given tags alone. */
import type { MarkSheet } from '../messages.ts';
import { highlightName, ringName, standings } from '../ui/highlight-names.ts';
import rulesForAll from '../page/highlights.css?raw';
import type { MarkStyle } from '../settings/settings.ts';

interface Rule {
  media: string;
  names: string[];
  body: string;
}
let rules: Rule[] | undefined;

export const origins = ['USER', 'AUTHOR'] as const;
export type Origin = (typeof origins)[number];

/**
 * All rules are of user origin; of the page's own, those of the text's colours are once more. The same text for the same sheet: by it
 * a browser finds what it is to take out. Throws when a highlight has no rule.
 */
export function cssOf({ style, tagPaths }: MarkSheet, origin: Origin): string {
  const byMedium = new Map<string, string>();
  for (const { media, name, body: all } of rulesOf(style)) {
    const body = origin === 'USER' ? all : textColour.exec(all)?.[0];
    if (!body) continue;
    const selectors = tagPaths.map((tagPath) => `${tagPath}::highlight(${name})`);
    byMedium.set(media, `${byMedium.get(media) ?? ''}${selectors.join()}{${body}}`);
  }
  return [...byMedium].map(([media, written]) => `@media ${media}{${written}}`).join('');
}

const textColour = /(?<![\w-])color: [^;]+;/;

function rulesOf(style: MarkStyle): { media: string; name: string; body: string }[] {
  const all = (rules ??= parse(rulesForAll));
  return [...standings.map((standing) => highlightName(standing, style)), ringName].flatMap((name) => {
    const found = all.filter(({ names }) => names.includes(name));
    if (found.length === 0) throw new Error(`highlights.css has no rule for ${name}`);
    return found.map(({ media, body }) => ({ media, name, body }));
  });
}

/** The rules, which stand in blocks by medium and are all of one form: highlights with commas between them, then declarations. */
function parse(css: string): Rule[] {
  const form = /((?:::highlight\([\w-]+\)[,\s]*)+)\{([^{}]*)\}/g;
  const [, ...blocks] = css.replace(/\/\*.*?\*\//gs, '').split('@media ');
  return blocks.flatMap((block) =>
    [...block.matchAll(form)].map(([, selectors = '', body = '']) => ({
      media: block.slice(0, block.indexOf('{')).trim(),
      names: [...selectors.matchAll(/\(([\w-]+)\)/g)].map(([, name = '']) => name),
      body: body.trim().replace(/\s+/g, ' '),
    })),
  );
}
