/** Rule: a publisher is written one way. */
import { problem, type Rule } from './rule.ts';

/** What is left of a name without capitals, spaces and signs. “The” stays: the National Herald and National Herald are two papers. */
const bare = (publisher: string): string => publisher.toLowerCase().replace(/[^\p{L}\p{N}(]/gu, '');

export const sourcePublisher: Rule = {
  name: 'source-publisher',
  description:
    'A publisher’s name has one spelling throughout (“WIRED UK”, not “Wired UK”): readers compare who says what, and two spellings look like two outlets.',
  check({ entities }) {
    const cited = entities.flatMap((entity) => entity.sources.map((source) => ({ entity, source })));
    const counts = new Map<string, number>();
    for (const { source } of cited) counts.set(source.publisher, (counts.get(source.publisher) ?? 0) + 1);
    // The spelling that most pages have speaks for the name; among equals the first in the alphabet.
    const chosen = new Map<string, string>();
    for (const [publisher] of [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)))
      if (!chosen.has(bare(publisher))) chosen.set(bare(publisher), publisher);
    return cited.flatMap(({ entity, source }) => {
      const known = chosen.get(bare(source.publisher));
      if (known === undefined || known === source.publisher) return [];
      return [
        problem(
          entity,
          `sources.${source.id}.publisher`,
          `is written “${source.publisher}”, but elsewhere “${known}”`,
        ),
      ];
    });
  },
};
