/**
 * The day on which an article was published, from its own metadata.
 *
 * Order of trust: JSON-LD `datePublished` of an article, Open Graph `article:published_time`, microdata `datePublished`,
 * the meta names that publishers use, `<time>` marked as the publication's, the only dated `<time>` of the article,
 * a date in the URL's path. A date is taken only if it is plausible: not before 1990, not after today.
 */
import type { SourcedDate } from '../dataset/dates.ts';
import { isObject } from '../dataset/is-object.ts';
import { queryAll, queryFirst, textOf } from './dom.ts';

const earliestYear = 1990;
/** Half the world is a day ahead of the reader's clock for part of the day. */
const toleranceMs = 24 * 3600 * 1000;
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

const articleTypes =
  /(^|\/)([A-Za-z]*Article|BlogPosting|LiveBlogPosting|Report|NewsReport|Posting|SocialMediaPosting|Review)$/;

const metaNames = [
  'article:published_time',
  'og:article:published_time',
  'datePublished',
  'parsely-pub-date',
  'sailthru.date',
  'cXenseParse:recs:publishtime',
  'cxenseparse:publishtime',
  'article.published',
  'published-date',
  'published_time',
  'published_at',
  'publish-date',
  'publish_date',
  'publication_date',
  'pubdate',
  'article_date_original',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'dc.date.created',
  'citation_publication_date',
  'citation_online_date',
  'og:published_time',
  'og:pubdate',
  'date',
];

/** `today` is YYYY-MM-DD. Null when the page states no plausible date. */
export function publishedOn(document: Document, today: string): SourcedDate | null {
  for (const stated of statedDates(document)) {
    const date = plausibleDate(stated, today);
    if (date) return date;
  }
  return null;
}

/** All statements of a publication date, best first, as written. */
function* statedDates(document: Document): Generator<string> {
  yield* jsonLdDates(document);
  const metas = metaContents(document);
  for (const name of metaNames.slice(0, 2)) yield* metas.get(name) ?? [];
  for (const element of queryAll(document, '[itemprop~="datePublished"]')) {
    // A list of other stories carries their dates in items of its own.
    if (element.closest('aside, nav, footer')) continue;
    yield attribute(element, 'content') ?? attribute(element, 'datetime') ?? textOf(element);
  }
  for (const name of metaNames.slice(2)) yield* metas.get(name.toLowerCase()) ?? [];
  yield* timeElements(document);
  yield urlDate(document.URL);
}

/** The attribute's value; an empty one counts as missing. */
function attribute(element: Element, name: string): string | null {
  const value = element.getAttribute(name)?.trim();
  return value === undefined || value === '' ? null : value;
}

function metaContents(document: Document): Map<string, string[]> {
  const contents = new Map<string, string[]>();
  for (const meta of queryAll(document, 'meta[content]')) {
    const name = (attribute(meta, 'property') ?? attribute(meta, 'name') ?? '').toLowerCase();
    const content = attribute(meta, 'content') ?? '';
    const known = contents.get(name);
    if (known) known.push(content);
    else contents.set(name, [content]);
  }
  return contents;
}

/** The `datePublished` of every article-like node, wherever it is nested; of other nodes after those. */
function jsonLdDates(document: Document): string[] {
  const ofArticles: string[] = [];
  const ofPages: string[] = [];
  for (const node of jsonLdNodes(document)) {
    const stated = node.datePublished ?? node.dateCreated;
    if (typeof stated !== 'string') continue;
    if (typesOf(node).some((type) => articleTypes.test(type))) ofArticles.push(stated);
    else if (typesOf(node).some((type) => /(^|\/)(WebPage|ItemPage|NewsMediaObject|VideoObject)$/.test(type)))
      ofPages.push(stated);
  }
  return [...ofArticles, ...ofPages];
}

/** In all: what would go beyond that is no article's metadata and not worth the time in which the page stands still. */
const mostJsonChars = 500_000;
const mostJsonScripts = 50;

type JsonObject = Record<string, unknown>;

/** The objects of a page's JSON-LD that speak of the page itself: top level, `@graph`, `mainEntity`, arrays of these. */
export function* jsonLdNodes(document: Document): Generator<JsonObject> {
  let charsLeft = mostJsonChars;
  for (const script of [...queryAll(document, 'script[type*="ld+json" i]')].slice(0, mostJsonScripts)) {
    const text = textOf(script);
    if (text.length > charsLeft) continue;
    charsLeft -= text.length;
    let parsed: unknown;
    try {
      // Some publishers wrap it in a comment or leave line breaks inside strings.
      parsed = JSON.parse(
        text.replace(/^\s*(<!--|\/\*.*?\*\/)|-->\s*$/g, '').replace(/[\u0000-\u001f]+/g, ' '),
      );
    } catch {
      continue;
    }
    const queue: unknown[] = [parsed];
    // Bounded: a page may hold as much JSON as it likes.
    for (let seen = 0; seen < queue.length && seen < 2000; seen++) {
      const value = queue[seen];
      if (Array.isArray(value)) queue.push(...(value as unknown[]).slice(0, 500));
      else if (isObject(value)) {
        yield value;
        for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage'])
          if (key in value) queue.push(value[key]);
      }
    }
  }
}

export function typesOf(node: JsonObject): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? (type as unknown[]) : [type]).filter((each) => typeof each === 'string');
}

function timeElements(document: Document): string[] {
  const times = [...queryAll(document, 'time[datetime]')].filter(
    (time) => !time.closest('aside, nav, footer'),
  );
  const stated = (list: readonly Element[]) => list.map((time) => attribute(time, 'datetime') ?? '');
  const marked = times.filter(
    (time) => time.hasAttribute('pubdate') || /publish|posted|entry-date|dateline/i.test(time.className),
  );
  if (marked.length > 0) return stated(marked.slice(0, 1));
  // Outside an article a single time may as well be a teaser's or a comment's.
  const main = queryFirst(document, 'main article, article, main, [role="main"], [itemprop~="articleBody"]');
  const inside = main ? times.filter((time) => main.contains(time)) : [];
  // Several different days may be a list of stories or comments: the first one only counts in the article's head.
  const days = new Set(stated(inside).map((value) => value.slice(0, 10)));
  if (days.size === 1) return [stated(inside)[0]!];
  const inHead = inside.filter((time) => main?.contains(time.closest('header')));
  return stated(inHead.slice(0, 1));
}

/** `/2021/11/04/…`, `/2021-11-04-…`, `/2021/nov/04/…`, `/20211104/…`; a month alone is not a publication date. */
function urlDate(url: string): string {
  let path: string;
  try {
    path = new URL(url).pathname;
  } catch {
    return '';
  }
  const numeric = /[/_-](\d{4})([/-]?)(\d{2})\2(\d{2})(?=[/_.-]|$)/.exec(path);
  if (numeric) return `${numeric[1]}-${numeric[3]}-${numeric[4]}`;
  const named = /\/(\d{4})\/([a-z]{3})\/(\d{1,2})(?=\/)/i.exec(path);
  const month = named ? months.findIndex((each) => each.startsWith(named[2]!.toLowerCase())) + 1 : 0;
  return named && month > 0 ? `${named[1]}-${two(month)}-${two(Number(named[3]))}` : '';
}

const two = (value: number) => String(value).padStart(2, '0');

/** Reads one statement; null when it is no date of the calendar or not a plausible one. The stated local day counts. */
function plausibleDate(stated: string, today: string): SourcedDate | null {
  const date = parseDate(stated.trim());
  if (!date) return null;
  const year = Number(date.value.slice(0, 4));
  const latest = new Date(Date.parse(today) + toleranceMs).toISOString().slice(0, date.value.length);
  return year >= earliestYear && date.value <= latest ? date : null;
}

function parseDate(stated: string): SourcedDate | null {
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T\s])/.exec(stated);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})(?=$|[T\s])/.exec(stated);
  if (compact) return dateOf(compact[1], compact[2], compact[3]);
  // "4 November 2021", "Thu, 04 Nov 2021 10:00:00 GMT", "November 4, 2021"; numbers alone are ambiguous (4/11/2021).
  const named =
    /(?:\b(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?\b([A-Za-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})\b/.exec(
      stated,
    );
  const month = named ? months.findIndex((each) => isMonth(each, named[2]!.toLowerCase())) + 1 : 0;
  const unix = /^\d{10}(\d{3})?$/.test(stated) ? new Date(Number(stated.padEnd(13, '0'))) : null;
  if (unix) return dateOf(...(unix.toISOString().slice(0, 10).split('-') as [string, string, string]));
  return named && month > 0 ? dateOf(named[4], String(month), named[1] ?? named[3]) : null;
}

const isMonth = (month: string, word: string) =>
  month === word || month.slice(0, 3) === word || (word === 'sept' && month === 'september');

/** A date that exists in the calendar, as precise as its parts. */
function dateOf(year = '', month?: string, day?: string): SourcedDate | null {
  if (month === undefined) return { value: year, precision: 'year' };
  const value = `${year}-${two(Number(month))}`;
  // A day that a month does not have parses on some engines as one of the next month.
  const full = new Date(`${value}-${two(Number(day ?? 1))}T00:00:00Z`);
  if (Number.isNaN(full.getTime()) || !full.toISOString().startsWith(value)) return null;
  if (day === undefined) return { value, precision: 'month' };
  return { value: `${value}-${two(Number(day))}`, precision: 'day' };
}
