/** A standing in words, with a sample of the line that shows it in a page. */
import type { Standing } from '../dataset/standing.ts';
import type { EntityKind } from '../dataset/vocabulary.ts';
import { standingShortWord, standingWord } from './words.ts';

/** A law or an investigation is never itself under a listing: to say that none is known of would mislead. */
export function canBeListed(kind: EntityKind): boolean {
  return kind !== 'instrument' && kind !== 'investigation';
}

export function StandingLabel({ standing, short = false }: { standing: Standing; short?: boolean }) {
  return (
    <span class={`standing standing-${standing}`}>
      {short ? standingShortWord(standing) : standingWord(standing)}
    </span>
  );
}
