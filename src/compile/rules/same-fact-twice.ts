/** Rule: an event is told once. */
import { entityRule } from './rule.ts';

const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

export const sameFactTwice = entityRule(
  'same-fact-twice',
  'No two events of an entity tell the same in nearly the same words.',
  function* (entity) {
    for (const [index, event] of entity.events.entries()) {
      const mine = words(event.text);
      for (const earlier of entity.events.slice(0, index)) {
        const theirs = words(earlier.text);
        const shared = [...mine].filter((word) => theirs.has(word)).length;
        // Jaccard similarity; 0.8 lets yearly renewals in like words through, which differ in their numbers.
        if (shared / (mine.size + theirs.size - shared) > 0.8)
          yield [`events.${event.id}.text`, `says what ${earlier.id} says: keep one of them`];
      }
    }
  },
);
