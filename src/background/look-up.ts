/** Looking up words that a reader typed in the address bar or selected in a page. Pure. */
import { bareName } from '../dataset/bare-name.ts';
import type { DirectoryRow } from '../dataset/records.ts';
import { directoryAddress, profileAddress } from '../ui/addresses.ts';
import { fold, search, withoutPossessives, type SearchIndex } from '../ui/search.ts';

/** A selection may be a whole page; no name is longer than this. */
const longestLookedAt = 500;
/** Shorter names are in too many words to be found inside a selection. */
const shortestInside = 3;

/** The page that answers best: a profile where it is plain which, else the directory searched for the words. */
export function addressFor(index: SearchIndex, words: string): string {
  const text = words.slice(0, longestLookedAt).replace(/\s+/g, ' ').trim();
  const row =
    exactly(index, text) ??
    // Before what merely begins so: "Meta’s" folds to the beginning of "Metasoft".
    exactly(index, withoutPossessives(text)) ??
    onlyHit(index, text) ??
    longestInside(index, text);
  return row ? profileAddress(row.id) : directoryAddress(text);
}

function exactly(index: SearchIndex, text: string): DirectoryRow | undefined {
  const folded = fold(text);
  if (!folded) return undefined;
  // A remark in brackets tells readers which one it is: "CLEAR (Clear Secure)" is as much CLEAR as another of the name.
  const byName = index.filter(({ row }) =>
    [row.name, bareName(row.name)].some((name) => fold(name) === folded),
  );
  const found =
    byName.length > 0 ? byName : index.filter(({ names }) => names.some((name) => name.folded === folded));
  return found.length === 1 ? found[0]!.row : undefined;
}

function onlyHit(index: SearchIndex, text: string): DirectoryRow | undefined {
  const hits = search(index, text);
  return hits.length === 1 ? hits[0]!.row : undefined;
}

/** For "the NSO Group said": the entity with the longest name that stands in the text as whole words. */
function longestInside(index: SearchIndex, text: string): DirectoryRow | undefined {
  if (search(index, text).length > 0) return undefined;
  const readings = [text, withoutPossessives(text)].map((each) => ` ${fold(each)} `);
  let best: { row: DirectoryRow; length: number } | undefined;
  for (const { row, names } of index) {
    for (const { folded: name } of names) {
      if (name.length < shortestInside || name.length <= (best?.length ?? 0)) continue;
      if (readings.some((reading) => reading.includes(` ${name} `))) best = { row, length: name.length };
    }
  }
  return best?.row;
}

/** The address bar shows about this many. */
const suggestionsShown = 8;

export interface Suggestion {
  /** What stands in the address bar once it is chosen; `addressFor` finds the same entity by it. */
  content: string;
  row: DirectoryRow;
  /** The name that was found, where it is not the display name. */
  via: string | null;
}

export function suggestionsFor(index: SearchIndex, words: string): Suggestion[] {
  return search(index, words)
    .slice(0, suggestionsShown)
    .map(({ row, via }) => ({ content: row.name, row, via }));
}

/** Chrome reads descriptions as XML; Firefox shows them as they are. */
export function escapeXml(text: string): string {
  return text.replace(/[<>&'"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
