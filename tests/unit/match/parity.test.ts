// @vitest-environment happy-dom
/** Whether the page, `annotate` on its HTML and `annotate` on its text decide alike. */
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { annotateBlocks, decided, paragraphs } from '../../../src/commands/annotate-text.ts';
import { loadMatcher } from '../../../src/commands/load-matcher.ts';
import { readHtml } from '../../../src/commands/read-html.ts';
import { createPageRoot } from '../../../src/page/page-root.ts';
import { scanRoot } from '../../../src/page/read-root.ts';
import { readArticles } from '../../articles/article.ts';

const { matcher } = loadMatcher();
const articles = readArticles(path.resolve(import.meta.dirname, '../../articles'));

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** Much text without a name, as lies between an article and what else is on its page. */
const silence = '<p>Nothing to read here but the weather and the time of day.</p>\n'.repeat(12);

/**
 * The article as a page's source: lines wrapped and indented, names cut by inline elements, passages without names
 * between the paragraphs, so that the page passes over whole blocks.
 */
function asHtml(text: string, language: string): string {
  const blocks = paragraphs(text).map(({ text: paragraph }) => {
    const words = escaped(paragraph).split(' ');
    const lines = words.map((word, k) =>
      k % 7 === 6 ? `${word}\n              ` : k % 5 === 3 ? `<b>${word}</b> ` : `${word} `,
    );
    return `<div>\n          <p>\n            ${lines.join('').trimEnd()}\n          </p></div>`;
  });
  return `<!doctype html><html lang="${language}"><body><main>${blocks.join(silence)}</main></body></html>`;
}

/** As the content script reads and decides, without a browser's layout. */
function markedByPage(): string[] {
  const root = createPageRoot(document, null, null);
  const nothing = () => undefined;
  const context = { matcher, onRemoved: nothing, onChanged: nothing, onKept: nothing };
  Array.from(scanRoot(root, context, () => false));
  return matcher
    .decide(root.blocks)
    .flatMap((mentions, k) =>
      mentions.map(({ entity, start, end }) => inWords(entity, root.blocks[k]!.text.slice(start, end))),
    );
}

const inWords = (entity: string, surface: string) => `${entity}: ${surface.replace(/\s+/g, ' ')}`;

describe('the page and annotate', () => {
  beforeEach(() => {
    document.documentElement.innerHTML = '';
  });

  test.each(articles)('decide $name alike', async ({ text, language }) => {
    const html = asHtml(text, language);
    document.documentElement.lang = language;
    document.body.innerHTML = /<body>([^]*)<\/body>/.exec(html)![1]!;
    const byPage = markedByPage();

    const read = await readHtml(html, '2026-11-21', matcher);
    const byHtml = decided(matcher, read.candidates, read.text);
    expect(byHtml.map(({ entity, surface }) => inWords(entity, surface))).toEqual(byPage);

    const blocks = paragraphs(text).map((block) => ({ ...block, language }));
    const byText = annotateBlocks(matcher, blocks, text);
    expect(byText.map(({ entity, surface }) => inWords(entity, surface))).toEqual(byPage);
  });
});
