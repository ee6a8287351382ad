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
      ldText('{\n"@type":"Article",\n"headline":"a\nb",\n"datePublished":"2021-11-04"\n}'),
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
      'mainEntityOfPage',
      ld({ mainEntityOfPage: { '@type': 'WebPage', datePublished: '2021-11-04' } }),
      '2021-11-04',
    ],
    [
      'the day on which an article was made',
      ld({ '@type': 'Article', dateCreated: '2021-11-04' }),
      '2021-11-04',
    ],
    [
      'JSON in a comment',
      ldText('<!--\n{"@type":"Article","datePublished":"2021-11-04"}\n-->\n'),
      '2021-11-04',
    ],
    [
      'JSON behind a comment',
      ldText(' /* story */{"@type":"Article","datePublished":"2021-11-04"}'),
      '2021-11-04',
    ],
    ['a date between spaces', ld({ '@type': 'Article', datePublished: ' 2021-11-04 ' }), '2021-11-04'],
    ['microdata in words', '<span itemprop="datePublished">4 November 2021</span>', '2021-11-04'],
    [
      'microdata with an empty content',
      '<time itemprop="datePublished" content="" datetime="2021-11-04">x</time>',
      '2021-11-04',
    ],
    [
      'microdata of the story, not of another',
      '<aside><i itemprop="datePublished" content="2022-01-01"></i></aside><i itemprop="datePublished" content="2021-11-04"></i>',
      '2021-11-04',
    ],
    [
      'microdata before a vague meta name',
      '<meta name="date" content="2022-01-01"><i itemprop="datePublished" content="2021-11-04"></i>',
      '2021-11-04',
    ],
    [
      'the first of two of one name',
      '<meta name="date" content="2021-11-04"><meta name="date" content="today">',
      '2021-11-04',
    ],
    [
      'the first in an array',
      ld([{ '@type': 'Article', datePublished: '2021-11-04' }, { '@type': 'WebSite' }]),
      '2021-11-04',
    ],
    [
      'the second of two of one name',
      '<meta name="date" content="today"><meta name="date" content="2021-11-04">',
      '2021-11-04',
    ],
    [
      'words over several lines',
      '<span itemprop="datePublished">\n  4\n  November\n  2021</span>',
      '2021-11-04',
    ],
    [
      'the other words over several lines',
      '<i itemprop="datePublished">November\n  4,\n 2021</i>',
      '2021-11-04',
    ],
    ['an ordinal', '<meta name="date" content="November 2nd, 2021">', '2021-11-02'],
    ['another ordinal', '<meta name="date" content="November 3rd, 2021">', '2021-11-03'],
    ['another ordinal before the month', '<meta name="date" content="2nd Nov 2021">', '2021-11-02'],
    ['an ordinal before the month', '<meta name="date" content="23rd Sept. 2021">', '2021-09-23'],
    ['a compact date with a time', '<meta name="pubdate" content="20211104T100000">', '2021-11-04'],
    ['seconds since 1970', '<meta name="pubdate" content="1636016400">', '2021-11-04'],
    ['milliseconds since 1970', '<meta name="pubdate" content="1636016400123">', '2021-11-04'],
    ['a time with the attribute of old', '<time pubdate datetime="2021-11-04">x</time>', '2021-11-04'],
    ['a time of the class posted', '<time class="Posted-on" datetime="2021-11-04">x</time>', '2021-11-04'],
    [
      'a time of the class entry-date',
      '<time class="entry-date" datetime="2021-11-04">x</time>',
      '2021-11-04',
    ],
    ['a time of the class dateline', '<time class="dateline" datetime="2021-11-04">x</time>', '2021-11-04'],
    [
      'a time in the article, not one of the article’s aside',
      '<article><time datetime="2021-11-04">x</time><aside><time datetime="2022-01-01">x</time></aside></article>',
      '2021-11-04',
    ],
    [
      'a time in the article, not one beside it',
      '<p><time datetime="2022-01-01">x</time></p><article><time datetime="2021-11-04">x</time></article>',
      '2021-11-04',
    ],
    [
      'two times of one day',
      '<article><time datetime="2021-11-04T10:00">x</time><time datetime="2021-11-04T12:00">x</time></article>',
      '2021-11-04',
    ],
    [
      'a time behind an empty one',
      '<article><header><time datetime="2021-11-04">x</time></header><time datetime="">x</time></article>',
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
    ['https://news.example/world/2021/Nov/4/story', '2021-11-04'],
    ['https://news.example/20211104/story', '2021-11-04'],
    ['https://news.example/world/story-2021-11-04', '2021-11-04'],
  ])('falls back to the URL %s', (url, expected) => {
    expect(publishedOn(pageOf('<p>x</p>', url), today)).toEqual(day(expected));
  });

  test.each(
    'January February March April May June July August September October November December'.split(' '),
  )('knows %s, written out, short and in an address', (month) => {
    const number = new Date(`${month} 1, 2021`).getMonth() + 1;
    const expected = day(`2021-${String(number).padStart(2, '0')}-04`);
    const short = month.slice(0, 3);
    const inWords = [`4th ${month} 2021`, `${month} 4th, 2021`, `${short}. 4, 2021`, `4. ${short} 2021`];
    for (const words of inWords)
      expect(publishedOn(pageOf(`<meta name="date" content="${words}">`), today)).toEqual(expected);
    const url = `https://news.example/2021/${short.toLowerCase()}/04/story`;
    expect(publishedOn(pageOf('<p>x</p>', url), today)).toEqual(expected);
  });

  test.each([
    ...['Article', 'OpinionNewsArticle', 'BlogPosting', 'LiveBlogPosting', 'SocialMediaPosting', 'Posting'],
    ...['Report', 'NewsReport', 'Review', 'WebPage', 'ItemPage', 'NewsMediaObject', 'VideoObject'],
  ])('knows the type %s', (type) => {
    for (const name of [type, `https://schema.org/${type}`]) {
      const html = ld({ '@type': ['Thing', name], datePublished: '2021-11-04' });
      expect(publishedOn(pageOf(html), today)).toEqual(day('2021-11-04'));
    }
  });

  test('knows the names that publishers give to it, the surest first', () => {
    const names = [
      ...['article:published_time', 'og:article:published_time', 'datePublished', 'parsely-pub-date'],
      ...['sailthru.date', 'cXenseParse:recs:publishtime', 'cxenseparse:publishtime', 'article.published'],
      ...['published-date', 'published_time', 'published_at', 'publish-date', 'publish_date'],
      ...['publication_date', 'pubdate', 'article_date_original', 'dc.date.issued', 'dcterms.issued'],
      ...['dcterms.created', 'dc.date', 'dcterms.date', 'dc.date.created', 'citation_publication_date'],
      ...['citation_online_date', 'og:published_time', 'og:pubdate', 'date'],
    ];
    const metas = names.map((name, n) => `<meta name="${name}" content="${1991 + n}-01-01">`);
    for (let n = 0; n < names.length; n++)
      expect(publishedOn(pageOf(metas.slice(n).toReversed().join('')), today)).toEqual(
        day(`${1991 + n}-01-01`),
      );
  });

  test.each([
    ['1989-12-31', false],
    ['1990-01-01', true],
    [today, true],
    // Where the day has already begun.
    ['2026-11-22', true],
    ['2026-11-23', false],
    ['2026-12', false],
  ])('takes %s for plausible: %s', (stated, expected) => {
    const published = publishedOn(pageOf(`<meta name="date" content="${stated}">`), today);
    if (expected) expect(published?.value).toBe(stated);
    else expect(published).toBeNull();
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
    ['a vacancy', ld({ '@type': 'JobPosting', datePublished: '2021-11-04' })],
    ['a schedule', ld({ '@type': 'ReportedDoseSchedule', datePublished: '2021-11-04' })],
    ['a piece of a page', ld({ '@type': 'WebPageElement', datePublished: '2021-11-04' })],
    ['a date that is no text', ld({ '@type': 'Article', datePublished: 20211104 })],
    ['a month that does not exist', '<meta name="date" content="2021-13">'],
    ['a day of a month that does not exist', '<meta name="date" content="2021-13-01">'],
    ['a word that is no month', '<meta name="date" content="4 Foo 2021">'],
    ['eleven digits', '<meta name="date" content="16360164001">'],
    [
      'any but the first marked time',
      '<time class="published" datetime="now">x</time><time class="published" datetime="2021-11-04">x</time>',
    ],
    [
      'any but the first time of the article’s head',
      '<article><header><time datetime="now">x</time><time datetime="2021-11-04">x</time></header></article>',
    ],
    ['a time that is empty', '<article><time datetime="">x</time></article>'],
    ['names that are empty', '<meta name="" content="2021-11-04"><meta content="2021-11-04">'],
    [
      'a list of stories',
      '<main><time datetime="2021-11-04">x</time><time datetime="2021-11-05">x</time></main>',
    ],
    ['a number in the path', '<p>x</p>'],
  ])('says nothing about %s', (_, html) => {
    expect(publishedOn(pageOf(html, 'https://news.example/item/2021110412'), today)).toBeNull();
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

test('what a page says very many times is not copied or moved up for each', () => {
  const times = 300;
  const page = pageOf('<meta name="date" content="never">'.repeat(times) + ld(Array(times).fill([0])));
  const { set } = Map.prototype;
  const { shift } = Array.prototype;
  let units = 0;
  Map.prototype.set = function (key, value: unknown) {
    if (Array.isArray(value)) units += value.length;
    return set.call(this, key, value);
  };
  Array.prototype.shift = function () {
    units += this.length;
    return shift.call(this) as unknown;
  };
  try {
    expect(publishedOn(page, today)).toBeNull();
  } finally {
    Object.assign(Map.prototype, { set });
    Object.assign(Array.prototype, { shift });
  }
  expect(units).toBeLessThan(times * 10);
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
