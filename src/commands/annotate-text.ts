/** Finds the mentions of a document outside a browser, by the same steps as a page: blocks, candidates, decision. */
import type { Candidate, Matcher } from '../match/types.ts';

/** A block of text and where it begins in the document's text, in UTF-16 units. */
export interface TextBlock {
  text: string;
  offset: number;
  language?: string | undefined;
}

export interface AnnotatedMention {
  entity: string;
  name: string;
  surface: string;
  start: number;
  end: number;
  why: string[];
}

/** Paragraphs of a plain text, which blank lines separate. */
export function paragraphs(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  const blank = /\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+/g;
  let from = 0;
  for (const gap of text.matchAll(blank)) {
    if (gap.index > from) blocks.push({ text: text.slice(from, gap.index), offset: from });
    from = gap.index + gap[0].length;
  }
  if (from < text.length) blocks.push({ text: text.slice(from), offset: from });
  return blocks;
}

/** A block's candidates, and where an offset of the block's text lies in the document's text. */
export interface PlacedCandidates {
  candidates: readonly Candidate[];
  placeOf(offset: number): number;
}

/** Mentions in order of place; offsets into the document's text. */
export function annotateBlocks(
  matcher: Matcher,
  blocks: readonly TextBlock[],
  document: string,
): AnnotatedMention[] {
  if (!matcher.mayContain(document)) return [];
  const found: PlacedCandidates[] = [];
  for (const { text, offset, language } of blocks) {
    const candidates = matcher.findCandidates(text, language);
    if (candidates.length > 0) found.push({ candidates, placeOf: (place) => offset + place });
  }
  return decided(matcher, found, document);
}

/** What the matcher makes of a document's candidates. */
export function decided(
  matcher: Matcher,
  found: readonly PlacedCandidates[],
  document: string,
): AnnotatedMention[] {
  return matcher.decide(found).flatMap((mentions, block) =>
    mentions.map((mention) => {
      const { placeOf } = found[block]!;
      const start = placeOf(mention.start);
      const end = placeOf(mention.end - 1) + 1;
      const { entity, name } = mention;
      return { entity, name, surface: document.slice(start, end), start, end, why: matcher.explain(mention) };
    }),
  );
}
