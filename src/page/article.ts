/** Whether a page is an article, from what it says of itself and, failing that, from how it is built. */
import { jsonLdNodes, publishedOn, typesOf } from './article-date.ts';
import { queryAll, queryFirst, textOf } from './dom.ts';

const articleType =
  /(^|\/)([A-Za-z]*Article|BlogPosting|LiveBlogPosting|Report|NewsReport|SocialMediaPosting)$/;
/** As much running text as a short news item has. */
const leastCharacters = 1200;
const leastParagraphs = 4;

/** `today` is YYYY-MM-DD; a stated date counts as a sign of an article. */
export function isArticle(document: Document, today: string): boolean {
  const isFrontPage = pathOf(document) === '/';
  const ogType = queryFirst(document, 'meta[property="og:type" i]')?.getAttribute('content')?.toLowerCase();
  if (ogType?.startsWith('article') || queryFirst(document, 'meta[property="article:published_time" i]'))
    return !isFrontPage;
  for (const node of jsonLdNodes(document))
    if (typesOf(node).some((type) => articleType.test(type))) return !isFrontPage;
  if (
    queryFirst(
      document,
      '[itemtype*="schema.org/"][itemtype$="Article"], [itemtype$="schema.org/BlogPosting"]',
    )
  )
    return !isFrontPage;
  return looksLikeArticle(document, today);
}

function pathOf(document: Document): string | null {
  try {
    return new URL(document.URL).pathname;
  } catch {
    return null;
  }
}

/** A heading, a date or an author, and a stretch of paragraphs in one place: what a reader would call an article. */
function looksLikeArticle(document: Document, today: string): boolean {
  if (!queryFirst(document, 'h1')) return false;
  const places = queryAll(document, 'article, main, [role="main"], [itemprop="articleBody"]');
  // Many `article` elements are a list of teasers.
  if (queryAll(document, 'article').length > 5) return false;
  const isLong = [...(places.length > 0 ? places : queryAll(document, 'body'))].some((place) => {
    const paragraphs = [...place.querySelectorAll('p')].filter((each) => textOf(each).trim().length > 80);
    const characters = paragraphs.reduce((sum, each) => sum + textOf(each).length, 0);
    return paragraphs.length >= leastParagraphs && characters >= leastCharacters;
  });
  if (!isLong) return false;
  return (
    queryFirst(document, '[rel~="author"], meta[name="author" i], [itemprop~="author"]') !== null ||
    publishedOn(document, today) !== null
  );
}
