/** Instant search over all names of the directory, in every script. Pure. */
import leven from 'leven';
import type { DirectoryRow } from '../dataset/records.ts';

/** In all shapes that pages and keyboards give them. */
const apostrophes = "'＇’‘‛`´ʼ";
const apostrophe = new RegExp(`[${apostrophes}׳]`, 'g');
const possessive = new RegExp(`(?<=\\S)[${apostrophes}]s(?![\\p{L}\\p{N}])`, 'giu');

/** Letters without case, accents, apostrophes or dashes, so that "zero days" finds "Zero-Days". */
export function fold(text: string): string {
  return text
    .replace(apostrophe, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** "NSO’s" as "NSO", for words that are found nowhere as they are: a name may own its apostrophe, as "Daniel's Law" does. */
export function withoutPossessives(text: string): string {
  return text.replace(possessive, '');
}

export interface SearchHit {
  row: DirectoryRow;
  /** The name that was found, where it is not the display name. */
  via: string | null;
}

export type SearchIndex = readonly {
  row: DirectoryRow;
  names: readonly { text: string; folded: string }[];
}[];

export function buildSearchIndex(rows: readonly DirectoryRow[]): SearchIndex {
  return rows.map((row) => ({
    row,
    names: [row.name, ...row.names].map((text) => ({ text, folded: fold(text) })),
  }));
}

/** How well a name fits, 0 best; null when a word of the query is not in it. */
function rank(name: string, query: string, words: readonly string[]): number | null {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  if (` ${name}`.includes(` ${query}`)) return 2;
  if (words.every((word) => ` ${name}`.includes(` ${word}`))) return 3;
  return words.every((word) => name.includes(word)) ? insideAWord : null;
}

/**
 * The longest beginning of `query` that finds something, so that a word with a wrong ending still leads near: at least two
 * thirds of it, since fewer letters would find what nobody meant. Null where nothing does.
 */
export function nearestQuery(index: SearchIndex, query: string): string | null {
  const letters = Array.from(fold(query));
  for (let length = letters.length; length >= (letters.length * 2) / 3; length--) {
    const beginning = letters.slice(0, length).join('').trim();
    if (search(index, beginning).length > 0) return beginning;
  }
  return null;
}

/** The rank of a name in which a word of the query stands only inside another word, as in "Consolidated" for "nso". */
const insideAWord = 4;

/**
 * Rows with a name that holds every word of the query, at the beginning of words where any row has it so; best fit first, then
 * by display name. Empty query: none.
 */
export function search(index: SearchIndex, query: string): SearchHit[] {
  const hits = rankedHits(index, fold(query));
  const shown = hits.filter(({ rank }) => rank < insideAWord);
  const bare = withoutPossessives(query);
  if (shown.length === 0 && bare !== query) return search(index, bare);
  return (shown.length > 0 ? shown : hits).map(({ row, via }) => ({ row, via }));
}

/** How many letters may be wrong in words of so many: none in short ones, of which too many are alike. */
const mostWrong = (letters: number) => (letters < 4 ? 0 : letters < 7 ? 1 : 2);

/** What `search` finds, and where that is nothing what may have been meant. */
export function searchOrNear(index: SearchIndex, query: string): { hits: SearchHit[]; areNear: boolean } {
  const hits = search(index, query);
  if (hits.length > 0) return { hits, areNear: false };
  const near = searchNear(index, query);
  return { hits: near, areNear: near.length > 0 };
}

/**
 * For a query that `search` finds nowhere: the rows with a name that differs from it in few letters, and none but the nearest;
 * where there is no such name, those in which as many words as the query has do.
 */
export function searchNear(index: SearchIndex, query: string): SearchHit[] {
  const folded = fold(query);
  const count = folded.split(' ').length;
  const whole = nearestHits(index, folded, (name) => [name]);
  return whole.length > 0 ? whole : nearestHits(index, folded, (name) => partsOf(name, count));
}

function nearestHits(
  index: SearchIndex,
  query: string,
  partsIn: (name: string) => readonly string[],
): SearchHit[] {
  let most = mostWrong(query.length);
  let hits: SearchHit[] = [];
  if (most === 0) return hits;
  for (const { row, names } of index) {
    for (const { text, folded } of names) {
      for (const part of partsIn(folded)) {
        if (Math.abs(part.length - query.length) > most) continue;
        const wrong = leven(query, part, { maxDistance: most + 1 });
        if (wrong > most) continue;
        if (wrong < most) hits = [];
        most = wrong;
        if (hits.at(-1)?.row !== row) hits.push({ row, via: text === row.name ? null : text });
      }
    }
  }
  return hits.sort((a, b) => a.row.name.localeCompare(b.row.name));
}

/** So many words of a name in a row, wherever they begin. */
function partsOf(name: string, count: number): string[] {
  const words = name.split(' ');
  return words.map((_, k) => words.slice(k, k + count).join(' '));
}

function rankedHits(index: SearchIndex, folded: string): (SearchHit & { rank: number })[] {
  if (!folded) return [];
  const words = folded.split(' ');
  const hits = index.flatMap(({ row, names }) => {
    let best: { rank: number; text: string } | null = null;
    for (const name of names) {
      const found = rank(name.folded, folded, words);
      if (found !== null && (!best || found < best.rank)) best = { rank: found, text: name.text };
    }
    return best ? [{ row, rank: best.rank, via: best.text === row.name ? null : best.text }] : [];
  });
  return hits.sort((a, b) => a.rank - b.rank || a.row.name.localeCompare(b.row.name));
}
