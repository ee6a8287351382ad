/**
 * Whether a page is a news article and when it came out, from its own metadata and nothing else: JSON-LD and microdata
 * (schema.org), Open Graph, and the meta names that news systems write. A date that cannot be right counts as none.
 */
import type { SourcedDate } from '../dataset/dates.ts';

export interface ArticleFacts {
  isArticle: boolean;
  published: SourcedDate | null;
}

/** schema.org's Article and what stands below it there; `LiveBlogPosting` and `Report` included. */
const articleTypes =
  /^(?:https?:\/\/schema\.org\/)?(?:Article|NewsArticle|ReportageNewsArticle|AnalysisNewsArticle|OpinionNewsArticle|BackgroundNewsArticle|ReviewNewsArticle|AskPublicNewsArticle|SatiricalArticle|BlogPosting|LiveBlogPosting|SocialMediaPosting|ScholarlyArticle|TechArticle|Report|AdvertiserContentArticle)$/;

/** In the order of trust: what says "published" before what only says "date". */
const dateMetas = [
  'meta[property="article:published_time" i]',
  'meta[property="og:article:published_time" i]',
  'meta[name="article:published_time" i]',
  'meta[itemprop="datePublished" i]',
  'meta[name="parsely-pub-date" i]',
  'meta[name="sailthru.date" i]',
  'meta[name="DC.date.issued" i]',
  'meta[name="dcterms.created" i]',
  'meta[name="pubdate" i]',
  'meta[name="publish-date" i]',
  'meta[name="date" i]',
  'meta[name="DC.date" i]',
];
const dateElements = [
  'time[itemprop="datePublished" i]',
  '[itemprop="datePublished" i]',
  'time[pubdate]',
  'article header time',
  'article time',
];

/** Web pages are hardly older than this, and an epoch of 1970 is a default that nobody set. */
const oldestDay = '1991-08-06';
/** JSON-LD is data of the page: a block larger than this is no article's metadata and not worth parsing. */
const largestBlockChars = 500_000;

/** `today` is YYYY-MM-DD. Never throws, whatever the page holds. */
export function readArticle(document: Document, today: string): ArticleFacts {
  const things = jsonLdThings(document);
  const articles = things.filter((thing) => typesOf(thing).some((type) => articleTypes.test(type)));
  const values = [
    ...articles.map((article) => article.datePublished),
    ...dateMetas.map((selector) => document.querySelector(selector)?.getAttribute('content')),
    ...dateElements.map((selector) => dateOfElement(document.querySelector(selector))),
  ];
  const published = values.map((value) => plausibleDate(value, today)).find((date) => date !== null) ?? null;
  return { isArticle: articles.length > 0 || looksLikeArticle(document), published };
}

function looksLikeArticle(document: Document): boolean {
  const isOfType =
    document.querySelector('meta[property="og:type" i]')?.getAttribute('content')?.toLowerCase() ===
    'article';
  const scopes = [...document.querySelectorAll('[itemtype]')].map(
    (scope) => scope.getAttribute('itemtype') ?? '',
  );
  return (
    isOfType ||
    document.querySelector('meta[property="article:published_time" i]') !== null ||
    scopes.some((type) => articleTypes.test(type))
  );
}

function dateOfElement(element: Element | null): string | null {
  return element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? null;
}

/** The day as its author wrote it: turning it into another time zone could move it to the next. */
function plausibleDate(value: unknown, today: string): SourcedDate | null {
  if (typeof value !== 'string') return null;
  const day = /^\s*(\d{4}-\d{2}-\d{2})(?:[T\s]|$)/.exec(value)?.[1] ?? dayOfOtherFormat(value);
  if (day === null || day < oldestDay) return null;
  const parsed = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day) return null;
  // East of Greenwich tomorrow has already begun.
  const latest = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return day > latest ? null : { value: day, precision: 'day' };
}

/** "20220628" and "Tue, 28 Jun 2022 12:00:00 GMT"; anything whose parts could be swapped (6/7/2022) is refused. */
function dayOfOtherFormat(value: string): string | null {
  const packed = /^\s*(\d{4})(\d{2})(\d{2})(?!\d)/.exec(value);
  if (packed) return packed.slice(1, 4).join('-');
  if (!/[a-z]{3}/i.test(value) || !/\b\d{4}\b/.test(value)) return null;
  const parsed = new Date(value);
  return Number.isNaN(parsed.getTime()) ? null : parsed.toISOString().slice(0, 10);
}

type Thing = Record<string, unknown>;

function jsonLdThings(document: Document): Thing[] {
  return [...document.querySelectorAll('script[type="application/ld+json" i]')].flatMap((script) => {
    const text = script.textContent;
    if (text.length > largestBlockChars) return [];
    try {
      return flatten(JSON.parse(text));
    } catch {
      return [];
    }
  });
}

/** The things at the top of a block, in lists, and in `@graph`; not those nested as parts of others. */
function flatten(value: unknown, depth = 0): Thing[] {
  if (depth > 4 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => flatten(one, depth + 1));
  const thing = value as Thing;
  return [thing, ...flatten(thing['@graph'], depth + 1), ...flatten(thing.mainEntity, depth + 1)];
}

function typesOf(thing: Thing): string[] {
  const type = thing['@type'];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
}
