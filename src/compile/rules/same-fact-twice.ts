/** Rule: an event or fact is told once. */
import { entityRule } from './rule.ts';

const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

export const sameFactTwice = entityRule(
  'same-fact-twice',
  'No two events or facts of an entity tell the same in nearly the same words.',
  function* (entity) {
    const told = [
      ...entity.events.map(({ id, text }) => ({ id, text, field: `events.${id}.text` })),
      ...(entity.facts ?? []).map(({ id, text }) => ({ id, text, field: `facts.${id}.text` })),
    ];
    for (const [index, later] of told.entries()) {
      const mine = words(later.text);
      for (const earlier of told.slice(0, index)) {
        const theirs = words(earlier.text);
        const shared = [...mine].filter((word) => theirs.has(word)).length;
        // Jaccard similarity; 0.8 lets yearly renewals in like words through, which differ in their numbers.
        if (shared / (mine.size + theirs.size - shared) > 0.8)
          yield [later.field, `says what ${earlier.id} says: keep one of them`];
      }
    }
  },
);
