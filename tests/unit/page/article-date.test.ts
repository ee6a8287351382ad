// @vitest-environment happy-dom
/** The article's date in the many shapes that publishers write it, and dates that must not be believed. */
import { describe, expect, test } from 'vitest';
import { publishedOn } from '../../../src/page/article-date.ts';
import { isArticle } from '../../../src/page/article.ts';

const today = '2026-11-21';
function pageOf(html: string, url = 'https://news.example/story'): Document {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  Object.defineProperty(parsed, 'URL', { value: url });
  Object.defineProperty(parsed, 'location', { value: new URL(url) });
  return parsed;
}
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const ldText = (text: string) => `<script type="application/ld+json">${text}</script>`;
const day = (value: string) => ({ value, precision: 'day' });

describe('publishedOn', () => {
  test.each([
    ['an article', ld({ '@type': 'NewsArticle', datePublished: '2021-11-04T09:00:00-05:00' }), '2021-11-04'],
    ['a list of types', ld({ '@type': ['Article', 'Thing'], datePublished: '2021-11-04' }), '2021-11-04'],
    [
      'a graph',
      ld({
        '@graph': [
          { '@type': 'WebSite' },
          { '@type': 'WebPage', datePublished: '2020-01-01' },
          { '@type': 'BlogPosting', datePublished: '2021-11-04' },
        ],
      }),
      '2021-11-04',
    ],
    [
      'an array',
      ld([
        { '@type': 'BreadcrumbList' },
        { '@type': 'https://schema.org/ReportageNewsArticle', datePublished: '2021-11-04T23:30:00+02:00' },
      ]),
      '2021-11-04',
    ],
    [
      'mainEntity',
      ld({ '@type': 'WebPage', mainEntity: { '@type': 'Article', datePublished: '2021-11-04' } }),
      '2021-11-04',
    ],
    [
      'a broken block before a good one',
      `<script type="application/ld+json">{oops</script>${ld({ '@type': 'Article', datePublished: '2021-11-04' })}`,
      '2021-11-04',
    ],
    [
      'line breaks inside strings',
      `<script type="application/ld+json">{"@type":"Article","headline":"a\nb","datePublished":"2021-11-04"}</script>`,
      '2021-11-04',
    ],
    ['Open Graph', '<meta property="article:published_time" content="2021-11-04T10:00:00Z">', '2021-11-04'],
    ['microdata', '<span itemprop="datePublished" content="2021-11-04">yesterday</span>', '2021-11-04'],
    [
      'microdata in a time',
      '<time itemprop="datePublished" datetime="2021-11-04T01:00">x</time>',
      '2021-11-04',
    ],
    ['parsely', '<meta name="parsely-pub-date" content="2021-11-04T10:00:00Z">', '2021-11-04'],
    ['Dublin Core', '<meta name="DC.date.issued" content="2021-11-04">', '2021-11-04'],
    ['a meta date in words', '<meta name="date" content="November 4, 2021">', '2021-11-04'],
    ['an RFC 2822 date', '<meta name="pubdate" content="Thu, 04 Nov 2021 10:00:00 GMT">', '2021-11-04'],
    ['slashes', '<meta name="citation_publication_date" content="2021/11/4">', '2021-11-04'],
    ['a compact date', '<meta name="pubdate" content="20211104">', '2021-11-04'],
    [
      'a time in the article',
      '<article><h1>x</h1><time datetime="2021-11-04T10:00">4 Nov</time></article><aside><time datetime="2022-01-01">x</time></aside>',
      '2021-11-04',
    ],
    [
      'the time in the article head, with comments below',
      '<article><header><time datetime="2021-11-04">x</time></header><p><time datetime="2021-11-06">x</time></article>',
      '2021-11-04',
    ],
    [
      'a marked time among others',
      '<div><time datetime="2020-01-01">x</time><time class="entry-date published" datetime="2021-11-04">x</time></div>',
      '2021-11-04',
    ],
  ])('reads %s', (_, html, expected) => {
    expect(publishedOn(pageOf(html), today)).toEqual(day(expected));
  });

  test.each([
    ['https://news.example/2021/11/04/story', '2021-11-04'],
    ['https://news.example/world/2021-11-04-story.html', '2021-11-04'],
    ['https://news.example/world/2021/nov/04/story', '2021-11-04'],
    ['https://news.example/20211104/story', '2021-11-04'],
  ])('falls back to the URL %s', (url, expected) => {
    expect(publishedOn(pageOf('<p>x</p>', url), today)).toEqual(day(expected));
  });

  test('keeps a coarse date coarse', () => {
    expect(publishedOn(pageOf('<meta name="dc.date" content="2021-11">'), today)).toEqual({
      value: '2021-11',
      precision: 'month',
    });
    expect(publishedOn(pageOf('<meta name="dc.date" content="2021">'), today)).toEqual({
      value: '2021',
      precision: 'year',
    });
  });

  test.each([
    ['nothing', '<p>4 November 2021</p>'],
    ['the future', ld({ '@type': 'Article', datePublished: '2031-01-01' })],
    ['the epoch', ld({ '@type': 'Article', datePublished: '1970-01-01T00:00:00Z' })],
    ['a day that does not exist', '<meta property="article:published_time" content="2021-02-30">'],
    ['ambiguous numbers', '<meta name="date" content="4/11/2021">'],
    ['a time outside any article', '<title>x</title><time datetime="2022-06-14">teaser</time>'],
    ['relative words', '<meta name="date" content="yesterday">'],
    ['an empty value', '<meta name="date" content="">'],
    [
      'more JSON than any article has',
      ld({ '@type': 'Article', datePublished: '2021-11-04', text: 'x'.repeat(600_000) }),
    ],
    [
      'what stands behind more JSON than any page needs',
      ld({ '@type': 'Product', text: 'x'.repeat(300_000) }) +
        ld({ '@type': 'Article', datePublished: '2021-11-04', text: 'x'.repeat(300_000) }),
    ],
    [
      'what stands behind more scripts than any page needs',
      ld({ '@type': 'Product' }).repeat(50) + ld({ '@type': 'Article', datePublished: '2021-11-04' }),
    ],
    ['a product', ld({ '@type': 'Product', datePublished: '2021-11-04' })],
    [
      'a list of stories',
      '<main><time datetime="2021-11-04">x</time><time datetime="2021-11-05">x</time></main>',
    ],
    ['a number in the path', '<p>x</p>'],
  ])('says nothing about %s', (_, html) => {
    expect(publishedOn(pageOf(html, 'https://news.example/item/1234567890'), today)).toBeNull();
  });

  test('passes over JSON that is too long to the next', () => {
    const html =
      ld({ '@type': 'Product', text: 'x'.repeat(600_000) }) +
      ld({ '@type': 'Article', datePublished: '2021-11-04' });
    expect(publishedOn(pageOf(html), today)).toEqual(day('2021-11-04'));
  });

  test('passes over an implausible statement to the next', () => {
    const html = `${ld({ '@type': 'Article', datePublished: '0001-01-01' })}<meta property="article:published_time" content="2021-11-04">`;
    expect(publishedOn(pageOf(html), today)).toEqual(day('2021-11-04'));
  });
});

describe('JSON-LD that is none', () => {
  test.each([
    ['{"@type": "NewsArticle", '],
    ['null'],
    ['[[[[[[[[1]]]]]]]]'],
    ['"text"'],
    ['{"@type": 3, "@graph": "x"}'],
  ])('does no harm: %s', (text) => {
    expect(publishedOn(pageOf(ldText(text)), today)).toBeNull();
    expect(isArticle(pageOf(ldText(text)), today)).toBe(false);
  });
});

describe('isArticle', () => {
  const long = `<p>${'Words of a paragraph that goes on for a while. '.repeat(8)}</p>`.repeat(6);
  test.each([
    ['og:type', '<meta property="og:type" content="article">', true],
    ['JSON-LD', ld({ '@type': 'NewsArticle' }), true],
    ['a publication time', '<meta property="article:published_time" content="2022-06-14">', true],
    [
      'microdata',
      '<div itemscope itemtype="https://schema.org/NewsArticle"><span itemprop="datePublished" content="2022-06-14"></span></div>',
      true,
    ],
    ['a list of types', ld([{ '@type': 'Organization' }, { '@type': ['BlogPosting'] }]), true],
    ['a shop', `<meta property="og:type" content="product"><h1>x</h1>`, false],
    ['structure', `<article><h1>x</h1><time datetime="2021-11-04">x</time>${long}</article>`, true],
    ['long text without date or author', `<main><h1>x</h1>${long}</main>`, false],
    [
      'teasers',
      `<h1>x</h1>${`<article><time datetime="2021-11-04">x</time>${long}</article>`.repeat(6)}`,
      false,
    ],
  ])('tells %s', (_, html, expected) => {
    expect(isArticle(pageOf(html), today)).toBe(expected);
  });
  test('a front page is none, whatever it says', () => {
    expect(
      isArticle(pageOf('<meta property="og:type" content="article">', 'https://news.example/'), today),
    ).toBe(false);
  });
});
