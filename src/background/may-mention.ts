/** Tells for a page whether a doubtful name in it may be meant, so that nothing is loaded into pages that speak of other things. */
import { isObject } from '../dataset/is-object.ts';
import { couldBeFirst } from '../match/decide.ts';
import type { NameIndexData } from '../match/index-format.ts';
import { createMatcher } from '../match/matcher.ts';
import type { Matcher } from '../match/types.ts';
import type { DoubtfulText } from '../messages.ts';

/**
 * Of so many names that a page cannot have meant, the next may as well be looked at in that page: each costs a tenth of a
 * millisecond, for which the pages of all tabs wait here. Of 15,053 articles none that means no name had more than 19.
 */
const mostNames = 200;

export type MayMention = (texts: readonly DoubtfulText[]) => Promise<boolean>;

/** Reads the packed names (null when there are none) at the first question, and anew after that failed. Then it rejects. */
export function createMayMention(readNames: () => Promise<unknown>): MayMention {
  let reading: Promise<Matcher> | undefined;
  return async (texts) => {
    reading ??= readNames()
      .then((names) => {
        if (!isIndex(names)) throw new Error('names.json is missing or does not hold the names.');
        return createMatcher(names);
      })
      .catch((error: unknown) => {
        reading = undefined;
        throw error;
      });
    const matcher = await reading;
    let names = 0;
    return texts.some(({ text, language }) => {
      const candidates = matcher.findCandidates(text, language ?? undefined);
      names += candidates.length;
      return names > mostNames || candidates.some(couldBeFirst);
    });
  };
}

const isIndex = (value: unknown): value is NameIndexData & Record<string, unknown> =>
  isObject(value) && typeof value.text === 'string' && 'probe' in value;
