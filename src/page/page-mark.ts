/** Makes marks from the matcher's mentions, and their ranges. */
import type { Mention } from '../match/types.ts';
import { viewOf } from './dom.ts';
import type { CandidateBlock, PageMark } from './page-model.ts';
import { placeOf } from './text-block.ts';

export function createMark(block: CandidateBlock, mention: Mention): PageMark {
  return {
    entity: mention.entity,
    name: mention.name,
    surface: block.text.slice(mention.start, mention.end).replace(/\s+/g, ' '),
    mention,
    block,
    painted: null,
    get range() {
      return createStaticRange(block, mention);
    },
  };
}

/** Made with the constructor of the text's own document: a frame's registry takes no other in some browsers. */
export function createStaticRange(
  block: CandidateBlock,
  { start, end }: Pick<Mention, 'start' | 'end'>,
): StaticRange {
  const view = viewOf(block.root.document);
  return new (view?.StaticRange ?? StaticRange)(placeOf(block, start, end));
}

/** Whether the mark still says what a fresh decision says. */
export const isSameMention = (one: Mention, other: Mention): boolean =>
  one.start === other.start &&
  one.end === other.end &&
  one.entity === other.entity &&
  one.name === other.name;
