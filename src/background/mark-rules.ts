/** Writes sheets of the marks: of `highlights.css` the rules of one style, for elements with given tags alone. */
import type { MarkSheet } from '../messages.ts';
import { highlightName, ringName, standings } from '../ui/highlight-names.ts';
import rulesForAll from '../page/highlights.css?raw';
import type { MarkStyle } from '../settings/settings.ts';

interface Rule {
  names: string[];
  body: string;
}
interface Block {
  media: string;
  rules: Rule[];
}
let blocks: Block[] | undefined;

export const origins = ['USER', 'AUTHOR'] as const;
export type Origin = (typeof origins)[number];

/**
 * All rules are of user origin; of the page's own, those of the text's colours are once more. The same text for the same sheet: by it
 * a browser finds what it is to take out.
 */
export function cssOf({ style, tagPaths }: MarkSheet, origin: Origin): string {
  const sheet = (blocks ??= parse(rulesForAll)).map(({ media, rules }) => {
    const written = namesOf(style).flatMap((name) => {
      const selectors = tagPaths.map((tagPath) => `${tagPath}::highlight(${name})`);
      const bodies = rules.filter(({ names }) => names.includes(name)).map(({ body }) => body);
      return bodies.flatMap((all) => {
        const body = origin === 'USER' ? all : textColour.exec(all)?.[0];
        return body ? [`${selectors.join()}{${body}}`] : [];
      });
    });
    return written.length > 0 ? `@media ${media}{${written.join('')}}` : '';
  });
  return sheet.join('');
}

const textColour = /(?<![\w-])color: [^;]+;/;

const namesOf = (style: MarkStyle) => [
  ...standings.map((standing) => highlightName(standing, style)),
  ringName,
];

/** Blocks by medium, whose rules are all of one form: highlights with commas between them, then declarations. */
function parse(css: string): Block[] {
  const form = /((?:::highlight\([\w-]+\)[,\s]*)+)\{([^{}]*)\}/g;
  const [, ...parts] = css.replace(/\/\*.*?\*\//gs, '').split('@media ');
  return parts.map((part) => ({
    media: part.slice(0, part.indexOf('{')).trim(),
    rules: [...part.matchAll(form)].map(([, selectors = '', body = '']) => ({
      names: [...selectors.matchAll(/\(([\w-]+)\)/g)].map(([, name = '']) => name),
      body: body.trim().replace(/\s+/g, ' '),
    })),
  }));
}
