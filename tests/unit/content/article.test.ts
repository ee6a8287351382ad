// @vitest-environment happy-dom
/** The article's date and kind from the metadata that real news systems write. */
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/content/article.ts';

const today = '2026-11-21';
function read(head: string, body = '') {
  const parsed = new DOMParser().parseFromString(
    `<!doctype html><html><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
  const { isArticle, published } = readArticle(parsed, today);
  return [isArticle, published?.value ?? null];
}
const ld = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

describe('readArticle', () => {
  it.each([
    [
      'JSON-LD',
      ld({ '@type': 'NewsArticle', datePublished: '2022-06-28T22:10:00-04:00' }),
      '',
      [true, '2022-06-28'],
    ],
    [
      'JSON-LD in a graph',
      ld({ '@graph': [{ '@type': 'WebSite' }, { '@type': ['Article'], datePublished: '2022-06-28' }] }),
      '',
      [true, '2022-06-28'],
    ],
    [
      'JSON-LD of a list',
      ld([{ '@type': 'Organization' }, { '@type': 'BlogPosting', datePublished: '2022-06-28' }]),
      '',
      [true, '2022-06-28'],
    ],
    [
      'Open Graph',
      '<meta property="og:type" content="article"><meta property="article:published_time" content="2022-06-14T10:00:00Z">',
      '',
      [true, '2022-06-14'],
    ],
    ['a meta name', '<meta name="date" content="Tue, 14 Jun 2022 10:00:00 GMT">', '', [false, '2022-06-14']],
    ['digits alone', '<meta name="pubdate" content="20220614">', '', [false, '2022-06-14']],
    [
      'a time element',
      '',
      '<article><header><time datetime="2022-06-14">14 June</time></header></article>',
      [false, '2022-06-14'],
    ],
    [
      'microdata',
      '',
      '<div itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="datePublished" content="2022-06-14"></span></div>',
      [true, '2022-06-14'],
    ],
    ['nothing', '<title>x</title>', '<time datetime="2022-06-14">teaser</time>', [false, null]],
  ])('%s', (_, head, body, expected) => {
    expect(read(head, body)).toEqual(expected);
  });

  it.each([
    ['in the future', '2027-01-01'],
    ['before the web', '1970-01-01T00:00:00Z'],
    ['not in the calendar', '2022-02-30'],
    ['with day and month that could be swapped', '6/7/2022'],
    ['no date', 'yesterday'],
    ['empty', ''],
  ])('takes no date that is %s', (_, value) => {
    expect(read(`<meta property="article:published_time" content="${value}">`)[1]).toBeNull();
  });

  it('goes on to the next place where one is unsound', () => {
    const head =
      ld({ '@type': 'Article', datePublished: '0001-01-01' }) + '<meta name="date" content="2022-06-14">';
    expect(read(head)).toEqual([true, '2022-06-14']);
  });

  it.each([
    ['{"@type": "NewsArticle", '],
    ['null'],
    ['[[[[[[[[1]]]]]]]]'],
    ['"text"'],
    ['{"@type": 3, "@graph": "x"}'],
  ])('survives JSON-LD like %s', (text) => {
    expect(read(ld(text))).toEqual([false, null]);
  });
});
