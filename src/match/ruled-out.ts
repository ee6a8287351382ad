/** Words directly beside a name that make it something else: "Pegasus Airlines", "Elden Ring". */
import { CJK, isCapital, NONE, plain, scriptOf } from './characters.ts';
import type { Word } from './context.ts';
import type { Neighbour } from './neighbours.ts';

/**
 * Whether one of the words stands directly beside the name that stands from `start` to `end`, on that side, without the end
 * of a sentence or of a part of one between them. A word that begins with a sign (".net"), or is of a script without spaces, is
 * written onto the name instead. A stem (`word*`) rules out every word that begins so.
 */
export function isRuledOut(
  words: readonly Word[],
  neighbour: Neighbour | null,
  { text, start, end }: { text: string; start: number; end: number },
  side: 'before' | 'after',
): boolean {
  const isEdge = (unit: number) => scriptOf(text.charCodeAt(unit)) === NONE;
  return words.some((word) => {
    const { text: wanted, isStem } = word;
    // Where words have no edges it need only stand there.
    if (scriptOf(wanted.charCodeAt(0)) === CJK)
      return side === 'before' ? text.endsWith(wanted, start) : text.startsWith(wanted, end);
    if (!neighbour) return false;
    const isWrittenOn = side === 'after' && scriptOf(wanted.charCodeAt(0)) === NONE;
    if (neighbour.isApart && !isWrittenOn) return false;
    const from = isWrittenOn ? end : startBeside(word, neighbour, side);
    const to = from + wanted.length;
    if (side === 'before' && to > start) return false;
    const isWhole = side === 'before' ? isEdge(from - 1) : isStem || isEdge(to);
    return isWhole && isWritten(text.slice(from, to), wanted);
  });
}

/** Where the word would have to begin. Before the name it ends where the neighbour does, but for a stem, which goes on. */
function startBeside({ text, isStem }: Word, neighbour: Neighbour, side: 'before' | 'after'): number {
  const endsWithNeighbour = side === 'before' && (!isStem || text.includes(' '));
  return endsWithNeighbour ? neighbour.end - text.length : neighbour.start;
}

/** A proper name wants its capital, or capitals throughout; any other word may be written in any case. */
function isWritten(given: string, wanted: string): boolean {
  if (!isCapital(wanted.charCodeAt(0))) return isAlike(given.toLowerCase(), wanted.toLowerCase());
  return isAlike(given, wanted) || isAlike(given, wanted.toUpperCase());
}

/** Apart from the shape of apostrophes, hyphens and spaces. */
function isAlike(given: string, wanted: string): boolean {
  if (given.length !== wanted.length) return false;
  for (let k = 0; k < given.length; k++) {
    const [one, other] = [given.charCodeAt(k), wanted.charCodeAt(k)];
    if (one !== other && (scriptOf(one) !== NONE || plain(one) !== plain(other))) return false;
  }
  return true;
}
