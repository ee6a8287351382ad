/** A standing in words, with a sample of the line that shows it in a page. */
import type { Listing } from '../dataset/entity.ts';
import type { Standing } from '../dataset/standing.ts';
import { standingHeadline, standingShortWord } from './words.ts';

interface Props {
  standing: Standing;
  short?: boolean;
  /** Those that the standing comes from, where their number is to be said. */
  listings?: readonly Listing[];
}

export function StandingLabel({ standing, short = false, listings = [] }: Props) {
  return (
    <span class={`standing standing-${standing}`}>
      {short ? standingShortWord(standing) : standingHeadline(standing, listings)}
    </span>
  );
}
