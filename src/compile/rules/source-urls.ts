/** Rule: a page is one source per entity, at its own address, without tracking. */
import { entityRule, repeated } from './rule.ts';

const archives = /^https?:\/\/(web\.archive\.org|archive\.(ph|is|today|fo|li)|perma\.cc|webcitation\.org)\//;
const tracking = /[?&](utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref_src|igshid|msclkid|yclid|srsltid)=[^&]*/g;

/** The address without what does not change the page: protocol, www, a closing slash, the fragment. */
function sameAddress(url: string): string {
  return url
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(tracking, (found) => (found.startsWith('?') ? '?' : ''))
    .replace(/\/?\??$/, '')
    .replace(/^([^/]+):(80|443)(?=\/|$)/, '$1')
    .toLowerCase();
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
    for (const { id, url, archiveUrl } of entity.sources) {
      const fault = hostFault(url) ?? (archiveUrl === undefined ? null : hostFault(archiveUrl));
      if (fault) yield [`sources.${id}.url`, fault];
      if (twice.has(sameAddress(url))) yield [`sources.${id}.url`, `${url} stands twice in this entity`];
      if (url.search(tracking) >= 0) yield [`sources.${id}.url`, 'carries a tracking parameter'];
      if (archives.test(url))
        yield [`sources.${id}.url`, 'is an archive’s copy: give the original, and the copy as archiveUrl'];
      if (archiveUrl && !archives.test(archiveUrl))
        yield [`sources.${id}.archiveUrl`, 'is not at a known archive'];
    }
  },
);
