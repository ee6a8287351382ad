/** Rule: a page is one source per entity, at its own address, without tracking. */
import { entityRule, repeated } from './rule.ts';

const archives = /^https?:\/\/(web\.archive\.org|archive\.(ph|is|today|fo|li)|perma\.cc|webcitation\.org)\//;
const tracking = /[?&](utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref_src|igshid|msclkid|yclid|srsltid)=[^&]*/g;

/** Results change from day to day and from reader to reader; a short address hides where it leads. */
const results =
  /^https?:\/\/(www\.)?((google|bing|yandex|yahoo)\.[a-z.]+\/(search|url)\b|duckduckgo\.com\/\?|baidu\.com\/s\?)/i;
const shortened =
  /^https?:\/\/(bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|buff\.ly|is\.gd|lnkd\.in|dlvr\.it|trib\.al|reut\.rs|nyti\.ms|wapo\.st|bbc\.in|cnn\.it|on\.ft\.com|bloom\.bg|rb\.gy|cutt\.ly|youtu\.be)\//i;

/** The address without what does not change the page: protocol, www, phone and AMP forms, a closing slash, the fragment. */
function sameAddress(url: string): string {
  const { hostname, pathname, searchParams } = new URL(url.replace(tracking, (found) => found[0] ?? ''));
  const query = [...searchParams].map((pair) => pair.join('=')).sort();
  return `${hostname.replace(/^(www|m|mobile|amp)\./, '')}${decoded(pathname).replace(/(\/amp)?\/?$/, '')}?${query.join('&')}`.toLowerCase();
}

/** As written where it is no valid encoding. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** What no public page's address has. */
function hostFault(url: string): string | null {
  const { username, password, hostname } = new URL(url);
  if (username || password) return 'carries a name or password for signing in';
  if (!hostname.includes('.') || /^[\d.]+$|^\[|\.(local|internal|test|invalid)$/.test(hostname))
    return `${hostname} is no public site`;
  return null;
}

export const sourceUrls = entityRule(
  'source-urls',
  'No address stands twice in an entity, none carries tracking, and an archived copy goes to archiveUrl beside the original.',
  function* (entity) {
    const twice = new Set(repeated(entity.sources.map(({ url }) => sameAddress(url))));
    const website = entity.identifiers.website;
    if (website !== null && hostFault(website)) yield ['identifiers.website', hostFault(website) ?? ''];
    for (const { id, url, archiveUrl, published } of entity.sources) {
      const fault = hostFault(url) ?? (archiveUrl === undefined ? null : hostFault(archiveUrl));
      if (fault) yield [`sources.${id}.url`, fault];
      if (twice.has(sameAddress(url))) yield [`sources.${id}.url`, `${url} stands twice in this entity`];
      if (url.search(tracking) >= 0) yield [`sources.${id}.url`, 'carries a tracking parameter'];
      if (results.test(url))
        yield [`sources.${id}.url`, 'is a page of search results: give the page that was read'];
      if (shortened.test(url))
        yield [`sources.${id}.url`, 'is a shortened address: give the one that it leads to'];
      if (archives.test(url))
        yield [`sources.${id}.url`, 'is an archive’s copy: give the original, and the copy as archiveUrl'];
      if (archiveUrl && !archives.test(archiveUrl))
        yield [`sources.${id}.archiveUrl`, 'is not at a known archive'];
      const [, copied = '', original = ''] = /\/web\/(\d{8})\d*[a-z_]*\/(.+)$/.exec(archiveUrl ?? '') ?? [];
      if (original && !original.includes(new URL(url).hostname.replace(/^www\./, '')))
        yield [`sources.${id}.archiveUrl`, 'is a copy of a page of another site'];
      const firstDay = published?.value.replaceAll('-', '') ?? '';
      if (copied && copied.slice(0, firstDay.length) < firstDay)
        yield [
          `sources.${id}.archiveUrl`,
          `is a copy made before ${published?.value ?? ''}, when the page was published`,
        ];
    }
  },
);
