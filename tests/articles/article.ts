/** Reads a labelled article of this folder, and tells where the matcher and its labels differ. Format: README.md. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { annotateBlocks, paragraphs } from '../../src/commands/annotate-text.ts';
import type { Matcher } from '../../src/match/types.ts';

/** Offsets are UTF-16 units into the article's text. */
export interface Place {
  entity: string;
  start: number;
  end: number;
}

export interface Article {
  /** The file's name without `.md`. */
  name: string;
  language: string;
  about: string;
  /** The paragraphs without the labels' brackets. */
  text: string;
  expected: Place[];
}

/** The entity of a label that may be marked or not: `[surface](?)`. */
export const either = '?';

const frontMatter = /^---\nlanguage: ([a-z]{2})\nabout: (\S.*)\n---\n\n/;
const label = /\[([^[\]]+)\]\((\?|[a-z0-9-]+)\)/g;
/** A sign that an editor does not show, by its number: `{U+200B}`. */
const hiddenSign = /\{U\+([0-9A-F]{4,5})\}/g;

/** Throws an `Error` naming the article when it is not written as README.md asks. */
function parseArticle(name: string, content: string): Article {
  const head = frontMatter.exec(content);
  if (!head) throw new Error(`${name}: begins with no front matter of language and about`);
  const [all, language = '', about = ''] = head;
  if (!name.startsWith(`${language}-`)) throw new Error(`${name}: its name must begin with its language, ${language}-`);
  const body = content
    .slice(all.length)
    .trimEnd()
    .replace(hiddenSign, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
  let text = '';
  let from = 0;
  const expected: Place[] = [];
  for (const match of body.matchAll(label)) {
    const [whole, surface = '', entity = ''] = match;
    text += body.slice(from, match.index);
    expected.push({ entity, start: text.length, end: text.length + surface.length });
    text += surface;
    from = match.index + whole.length;
  }
  text += body.slice(from);
  const left = /\]\(|\{U\+/.exec(text);
  if (left) throw new Error(`${name}: a label is not closed near “${text.slice(left.index - 20, left.index + 20)}”`);
  return { name, language, about, text, expected };
}

/** All articles of a folder, by name. */
export function readArticles(folder: string): Article[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .map((file) => parseArticle(file.slice(0, -3), readFileSync(path.join(folder, file), 'utf8')));
}

export interface Difference {
  /** `wrong`: marked where it should not be. `missed`: not marked where it should be. */
  kind: 'wrong' | 'missed';
  entity: string;
  surface: string;
  /** The surface with the words around it. */
  around: string;
}

export interface Comparison {
  right: number;
  differences: Difference[];
}

/** Runs the matcher as over a page, and compares place by place: the same entity at the very same letters. */
export function compareArticle(matcher: Matcher, { text, language, expected }: Article): Comparison {
  const blocks = paragraphs(text).map((block) => ({ ...block, language }));
  const found: Place[] = annotateBlocks(matcher, blocks, text);
  const isAt = (a: Place) => (b: Place) => a.start === b.start && a.end === b.end && a.entity === b.entity;
  const isFree = (place: Place) =>
    expected.some(({ entity, start, end }) => entity === either && place.start < end && place.end > start);
  const difference = (kind: Difference['kind'], { entity, start, end }: Place): Difference => {
    const before = text.slice(Math.max(0, start - 40), start).replace(/\s+/g, ' ');
    const after = text.slice(end, end + 40).replace(/\s+/g, ' ');
    const surface = text.slice(start, end);
    return { kind, entity, surface, around: `…${before}«${surface}»${after}…` };
  };
  const wanted = expected.filter(({ entity }) => entity !== either);
  const wrong = found.filter((place) => !wanted.some(isAt(place)) && !isFree(place));
  const missed = wanted.filter((place) => !found.some(isAt(place)));
  return {
    right: wanted.length - missed.length,
    differences: [
      ...wrong.map((place) => difference('wrong', place)),
      ...missed.map((place) => difference('missed', place)),
    ],
  };
}

export const inWords = ({ kind, entity, surface, around }: Difference) =>
  `${kind}: “${surface}” ${kind === 'wrong' ? 'was marked as' : 'is'} ${entity}: ${around}`;

/** `known-failures.json`: differences that are not mended yet. One entry stands for all that are like it in its article. */
export const knownFailuresSchema = z.array(
  z.strictObject({
    article: z.string(),
    kind: z.enum(['wrong', 'missed']),
    entity: z.string(),
    surface: z.string(),
    since: z.iso.date(),
    reason: z.string().min(10),
  }),
);
export type KnownFailure = z.infer<typeof knownFailuresSchema>[number];

export const isLike = (failure: KnownFailure, article: string, difference: Difference) =>
  failure.article === article &&
  failure.kind === difference.kind &&
  failure.entity === difference.entity &&
  failure.surface === difference.surface;
