/** Rule: a name means one entity, or says that it does not. */
import type { DataProblem } from '../read-entities.ts';
import { caseless, problem, repeated, type Rule } from './rule.ts';

export const namesUnique: Rule = {
  name: 'names-unique',
  description:
    'A name that two entities share is ambiguous in both, or unmarked in all but one; no entity has one name twice; exactly one name is primary.',
  check({ entities }) {
    const holders = new Map<string, { id: string; text: string; isAmbiguous: boolean }[]>();
    const problems: DataProblem[] = [];
    for (const entity of entities) {
      const marked = entity.names.filter(({ unmarked }) => !unmarked);
      for (const text of repeated(entity.names.map((name) => name.text))) {
        problems.push(problem(entity, `names["${text}"]`, 'stands twice in this entity'));
      }
      if (entity.names.filter(({ type }) => type === 'primary').length !== 1) {
        problems.push(problem(entity, 'names', 'needs exactly one name of type "primary"'));
      }
      // Two spellings of one name inside an entity are no clash; one of them that is sure speaks for all that are written so.
      for (const text of new Set(marked.map((name) => caseless(name.text)))) {
        const isAmbiguous = marked
          .filter((name) => caseless(name.text) === text)
          .every(({ ambiguous, onlyWithKin }) => ambiguous ?? onlyWithKin);
        holders.set(text, [...(holders.get(text) ?? []), { id: entity.id, text, isAmbiguous }]);
      }
    }
    for (const sharing of holders.values()) {
      if (sharing.length < 2 || sharing.every(({ isAmbiguous }) => isAmbiguous)) continue;
      for (const { id, text } of sharing) {
        const others = sharing.filter((other) => other.id !== id).map((other) => other.id);
        problems.push(
          problem(
            { id },
            `names["${text}"]`,
            `is also a name of ${others.join(', ')}: make it ambiguous in both or unmarked in one`,
          ),
        );
      }
    }
    return problems;
  },
};
