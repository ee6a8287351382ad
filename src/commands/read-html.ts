/** A page's visible text in blocks, its title and date, outside a browser: the same reader as in the page, on happy-dom. */
import { Window } from 'happy-dom';
import { publishedOn } from '../page/article-date.ts';
import { languageOf, readBlocks } from '../page/read-blocks.ts';
import type { TextBlock } from './annotate-text.ts';

export interface HtmlText {
  title: string | null;
  /** YYYY-MM-DD, from the page's own metadata. */
  published: string | null;
  /** The visible text: blocks parted by a blank line, white space as a browser shows it. */
  text: string;
  blocks: TextBlock[];
}

/** Parses only: nothing is loaded and no script runs. */
export async function readHtml(html: string, today: string): Promise<HtmlText> {
  const window = new Window({
    settings: {
      disableJavaScriptFileLoading: true,
      handleDisabledFileLoadingAsSuccess: true,
    },
  });
  try {
    window.document.write(html);
    const document = window.document as unknown as Document;
    const blocks: TextBlock[] = [];
    let text = '';
    for (const block of readBlocks(document.body)) {
      const shown = block.text.replace(/[ \t\n\r\f]+/g, ' ').trim();
      if (!shown) continue;
      if (text) text += '\n\n';
      blocks.push({ text: shown, offset: text.length, language: languageOf(block.element) ?? undefined });
      text += shown;
    }
    const published = publishedOn(document, today)?.value ?? null;
    return { title: document.title.trim() || null, published, text, blocks };
  } finally {
    await window.happyDOM.close();
  }
}
