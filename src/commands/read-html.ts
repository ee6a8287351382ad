/** A page's visible text in blocks, its title and date, outside a browser: the same reader as in the page, on happy-dom. */
import { Window } from 'happy-dom';
import { singleSpaced } from '../match/normalise.ts';
import type { Matcher } from '../match/types.ts';
import { publishedOn } from '../page/article-date.ts';
import { findCandidateBlocks } from '../page/find-candidate-blocks.ts';
import { createPageRoot } from '../page/page-root.ts';
import { readBlocks } from '../page/read-blocks.ts';
import { shownText } from '../page/text-block.ts';
import type { PlacedCandidates } from './annotate-text.ts';

export interface HtmlText {
  title: string | null;
  /** YYYY-MM-DD, from the page's own metadata. */
  published: string | null;
  /** The visible text: blocks with a blank line between them, white space as a browser shows it. */
  text: string;
  candidates: PlacedCandidates[];
}

/** A saved page's links would be fetched as soon as they are parsed, whatever the settings; as other empty elements they are not. */
const withoutLinks = (html: string) => html.replace(/<link(?=[\s/>])/gi, '<meta');

/** Parses only: nothing is loaded and no script runs. */
export async function readHtml(html: string, today: string, matcher: Matcher): Promise<HtmlText> {
  const window = new Window({
    settings: {
      navigation: {
        disableMainFrameNavigation: true,
        disableChildFrameNavigation: true,
        disableChildPageNavigation: true,
      },
    },
  });
  try {
    window.document.write(withoutLinks(html));
    const document = window.document as unknown as Document;
    const root = createPageRoot(document, null, null);
    const candidates: PlacedCandidates[] = [];
    let text = '';
    for (const block of readBlocks(document.body)) {
      const { text: spaced, at } = singleSpaced(shownText(block));
      if (text) text += '\n\n';
      const begin = text.length - (spaced.length - spaced.trimStart().length);
      text += spaced.trim();
      for (const part of findCandidateBlocks([block], root, matcher)) {
        const from = block.starts[block.nodes.indexOf(part.nodes[0]!)]!;
        candidates.push({ candidates: part.candidates, placeOf: (offset) => begin + at(from + offset) });
      }
    }
    const published = publishedOn(document, today)?.value ?? null;
    return { title: document.title.trim() || null, published, text, candidates };
  } finally {
    await window.happyDOM.close();
  }
}
