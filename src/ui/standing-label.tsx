/** A standing in words, with a sample of the line that shows it in a page. */
import type { Standing } from '../dataset/standing.ts';
import { standingShortWord, standingWord } from './words.ts';

export function StandingLabel({ standing, short = false }: { standing: Standing; short?: boolean }) {
  return (
    <span class={`standing standing-${standing}`}>
      {short ? standingShortWord(standing) : standingWord(standing)}
    </span>
  );
}
