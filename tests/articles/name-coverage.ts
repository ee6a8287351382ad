/** Which ambiguous names of the dataset the articles show in both senses: the entity, and anything else. */
import type { Entity } from '../../src/dataset/entity.ts';
import type { Matcher } from '../../src/match/types.ts';
import { paragraphs } from '../../src/commands/annotate-text.ts';
import { either, type Article } from './article.ts';

/** Letters alone count: no case, hyphens as spaces, no remark in brackets. */
const folded = (text: string) =>
  text
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .trim()
    .toLowerCase();

/** Whether the surface is the name as written or with an ending of up to three letters. */
function isForm(surface: string, name: string): boolean {
  if (surface === name) return true;
  const stem = name.length > 4 ? name.slice(0, -1) : name;
  return surface.startsWith(stem) && surface.length <= name.length + 3 && !surface.includes(' ', name.length);
}

/** Lines `entity: “name” is never …`; empty when every ambiguous name stands in both senses. */
export function uncoveredNames(articles: readonly Article[], entities: readonly Entity[], matcher: Matcher): string[] {
  const marked: { entity: string; surface: string }[] = [];
  const places: { surface: string; entity: string | null }[] = [];
  for (const { text, language, expected } of articles) {
    for (const { entity, start, end } of expected) marked.push({ entity, surface: folded(text.slice(start, end)) });
    for (const block of paragraphs(text)) {
      for (const candidate of matcher.findCandidates(block.text, language)) {
        const start = block.offset + candidate.start;
        const end = block.offset + candidate.end;
        const label = expected.find((place) => place.start < end && place.end > start);
        if (label?.entity === either) continue;
        places.push({ surface: folded(text.slice(start, end)), entity: label?.entity ?? null });
      }
    }
  }
  const lines: string[] = [];
  for (const { id, names } of entities) {
    for (const { text, ambiguous, onlyWithKin, unmarked } of names) {
      if (unmarked || !(ambiguous || onlyWithKin)) continue;
      const name = folded(text);
      if (!marked.some(({ entity, surface }) => entity === id && isForm(surface, name)))
        lines.push(`${id}: “${text}” is never meant: label it in an article`);
      if (!places.some(({ entity, surface }) => entity !== id && isForm(surface, name)))
        lines.push(`${id}: “${text}” never means anything else: write a paragraph in which it does`);
    }
  }
  return lines;
}
