/** Makes marks from the matcher's mentions, and their ranges. */
import type { Mention } from '../match/types.ts';
import { viewOf } from './dom.ts';
import type { CandidateBlock, PageMark } from './page-model.ts';
import { placeOf } from './text-block.ts';

/** A name may hold such signs unseen; in a sentence of the card they would turn round all that follows. */
const directionSigns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A class, because the accessors of an object literal would be defined anew for each of thousands of marks. */
class Mark implements PageMark {
  readonly block: CandidateBlock;
  readonly mention: Mention;
  readonly entity: string;
  readonly name: string;
  painted: PageMark['painted'] = null;
  constructor(block: CandidateBlock, mention: Mention) {
    this.block = block;
    this.mention = mention;
    this.entity = mention.entity;
    this.name = mention.name;
  }
  get surface(): string {
    const { start, end } = this.mention;
    return this.block.text.slice(start, end).replace(directionSigns, '').replace(/\s+/g, ' ');
  }
  get range(): StaticRange {
    return createStaticRange(this.block, this.mention);
  }
}

export const createMark = (block: CandidateBlock, mention: Mention): PageMark => new Mark(block, mention);

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
