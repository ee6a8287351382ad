/** Rule: a source stands at an address that someone answers for. */
import { entityRule } from './rule.ts';

/** Where anyone puts up a site in a minute, under a name of the host's: mirrors and generated pages stand there. */
const freeHosts =
  /(^|\.)(azurewebsites\.net|duckdns\.org|eu\.org|fayze2\.com|glitch\.me|herokuapp\.com|hosted\.app|lovable\.app|netlify\.app|notion\.(site|so)|onrender\.com|pages\.dev|platform\.sh|replit\.app|secured-cloud2\.net|servehttp\.com|surge\.sh|vercel\.app|web\.app|webflow\.io|workers\.dev)$/;

export const sourceHosts = entityRule(
  'source-hosts',
  'No source stands at an address that an app host or a dynamic name service gives away: cite the original or another page.',
  function* (entity) {
    for (const { id, url } of entity.sources) {
      const host = new URL(url).hostname;
      if (freeHosts.test(host))
        yield [
          `sources.${id}.url`,
          `${host} is a free address for which nobody answers: cite the original or another page`,
        ];
    }
  },
);
