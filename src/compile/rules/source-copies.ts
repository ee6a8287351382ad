/** Rule: a copy says that it is one, and whose. */
import { entityRule } from './rule.ts';

/** Sites that keep documents of others and write none of them. */
const keepers =
  /(^|\.)(casetext\.com|cetient\.com|courtlistener\.com|docketalarm\.com|docslib\.org|documentcloud\.org|einpresswire\.com|elaws\.us|graces\.community|justia\.com|lexbuild\.dev|marketswired\.com|pressreader\.com|pubt\.io|sanctions\.org|scoop\.co\.nz|scribd\.com|vdocuments\.net|vlex\.com)$/;
/** Repositories hold an author's own work and copies alike; an act of the state is there as a copy or a transcript. */
const repositories = /(^|\.)(github\.com|gitlab\.com|githubusercontent\.com)$/;

/** “Federal Register (copy at docslib.org)”, “… list (transcribed by …)”, “… (Justia)”, “… hosted by …”. */
const namesBoth = /\(.+\)|\bcopy (at|in|of)\b|\bhosted by\b|\btranscribed by\b|, in (the )?[A-Z]/;
const namesCopy = /\bcop(y|ied)\b|\btranscribed\b|\(GitHub\)/;

export const sourceCopies = entityRule(
  'source-copies',
  'On a site that keeps documents of others, the publisher names both who wrote it and who keeps the copy; what is primary in a repository says that it is a copy or who transcribed it.',
  function* (entity) {
    for (const { id, url, publisher, kind } of entity.sources) {
      const host = new URL(url).hostname;
      if (keepers.test(host) && !namesBoth.test(publisher))
        yield [
          `sources.${id}.publisher`,
          `“${publisher}” does not say that ${host} keeps a copy: “Federal Register (copy at ${host})”`,
        ];
      if (repositories.test(host) && kind === 'primary' && !namesCopy.test(publisher))
        yield [
          `sources.${id}.publisher`,
          `“${publisher}” does not say that a repository holds a copy, or who transcribed it`,
        ];
    }
  },
);
