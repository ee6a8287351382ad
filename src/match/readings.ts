/** What the names that stand in a text may mean there: candidates, with what the words around them say. */
import type { FoundCandidate, Reading } from './candidates.ts';
import { plain } from './characters.ts';
import type { Rule } from './index-format.ts';
import { localEvidence, noEvidence } from './local-evidence.ts';
import type { Hit } from './name-table.ts';
import { surroundingsOf, type Surroundings } from './nearby-words.ts';
import { singleSpaced, toGiven, type NormalText } from './normalise.ts';
import type { Sense, Senses } from './senses.ts';

/** What reading needs to know of a name, by its number. */
export interface NameFacts {
  text: string;
  entity: number;
  rule: Rule;
  topicMask: number;
}

/** A name that a page holds. */
interface KnownName extends NameFacts {
  number: number;
  key: string;
  /** Its readings where nothing around it counts: the same at each place. */
  always: readonly Reading[] | null;
  /** What to look for in texts of a language. */
  sense: Sense | null;
  language: string | undefined;
}

/** Gives what makes candidates of the places where names stand in a text. */
export function createReadings(factsOf: (name: number) => NameFacts, senses: Senses) {
  const known: (KnownName | undefined)[] = [];

  function know(number: number): KnownName {
    const facts = factsOf(number);
    const { need } = facts.rule;
    return {
      ...facts,
      number,
      key: keyOf(facts.text),
      always: wantsNothing(facts.rule)
        ? [{ name: number, entity: facts.entity, need, evidence: noEvidence }]
        : null,
      sense: null,
      language: undefined,
    };
  }
  const nameAt = (number: number) => (known[number] ??= know(number));

  function senseOf(name: KnownName, language: string | undefined): Sense {
    if (!name.sense || name.language !== language) {
      name.sense = senses.of(name.rule, name.topicMask, language);
      name.language = language;
    }
    return name.sense;
  }

  return function readingsOf(
    normal: NormalText,
    hits: readonly Hit[],
    language: string | undefined,
  ): FoundCandidate[] {
    const { text, at } = singleSpaced(normal.text);
    const spoken = contradicts(text, language) ? undefined : language;
    let around: Surroundings | undefined;
    const found: FoundCandidate[] = [];
    for (const hit of hits) {
      const first = nameAt(hit.names[0]!);
      const place = at(hit.start);
      let readings = hit.names.length === 1 ? first.always : null;
      if (!readings) {
        const end = at(hit.end);
        around ??= surroundingsOf(text);
        const several: Reading[] = [];
        for (const number of hit.names) {
          const name = nameAt(number);
          several.push(
            name.always?.[0] ?? {
              name: number,
              entity: name.entity,
              need: name.rule.need,
              evidence: localEvidence(around, place, end, senseOf(name, spoken)),
            },
          );
        }
        readings = several;
      }
      const [start, end] = toGiven(normal, hit.start, hit.end);
      found.push({ start, end, key: first.key, readings, place, blockLength: text.length });
    }
    return found;
  };
}

/**
 * Whether a text cannot be in the language that its page states: templates say "en" of articles in Hindi, Arabic or Thai. Only what
 * is written in Latin letters is told from what is not.
 */
function contradicts(text: string, language: string | undefined): boolean {
  if (!language || ownLetters.test(language)) return false;
  return (text.match(otherLetters)?.length ?? 0) > text.length / 3;
}
const ownLetters = /^(?:ar|el|fa|he|hi|ja|ko|ru|th|uk|zh)(?![a-z])/i;
/** From Greek to Hangul, without punctuation and signs. */
const otherLetters = /[\u0370-\u1cff\u3041-\ud7af]/g;

/** True for a sure name that no word is known to speak against: its surroundings need not be read. */
function wantsNothing({ need, cues, notBefore, notAfter }: Rule): boolean {
  return need === 'sure' && cues.length + notBefore.length + notAfter.length === 0;
}

/** The same for every way in which one name may be typed. */
function keyOf(name: string): string {
  let key = '';
  for (let k = 0; k < name.length; k++) key += String.fromCharCode(plain(name.charCodeAt(k)));
  return key;
}
