/** Rule: a source's kind fits the site that it is on. */
import { entityRule } from './rule.ts';

/** Sites that publish the acts themselves. */
const official =
  /(^|\.)(federalregister\.gov|govinfo\.gov|treasury\.gov|bis\.gov|bis\.doc\.gov|eur-lex\.europa\.eu|legislation\.gov\.uk|sec\.gov|ftc\.gov|fcc\.gov|congress\.gov)$/;
/** Newsrooms: what they print is never the act itself. */
const newsrooms =
  /(^|\.)(reuters\.com|apnews\.com|nytimes\.com|washingtonpost\.com|theguardian\.com|haaretz\.com|techcrunch\.com|wired\.com|bbc\.com|bbc\.co\.uk|vice\.com|404media\.co|theintercept\.com|forbes\.com|bloomberg\.com|politico\.com|cyberscoop\.com|therecord\.media)$/;

export const sourceKinds = entityRule(
  'source-kinds',
  'Pages of authorities that publish acts are primary; pages of newsrooms are not.',
  function* (entity) {
    for (const { id, url, kind } of entity.sources) {
      const host = new URL(url).hostname;
      if (official.test(host) && kind !== 'primary')
        yield [`sources.${id}.kind`, `is "${kind}", but ${host} publishes the acts themselves`];
      if (newsrooms.test(host) && kind === 'primary')
        yield [`sources.${id}.kind`, `is "primary", but ${host} is a newsroom`];
    }
  },
);
