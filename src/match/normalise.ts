/** Takes out of a text what changes a name's letters without a reader seeing it, and remembers where everything stood. */
import { partitionPoint } from './partition-point.ts';

// Soft hyphen, joiners, zero-width and bidi marks; what draws Arabic words out, and their vowel signs, of which the writer may
// put any or none; combining accents; full-width forms. Everything of equal length (curly quotes, hyphens, no-break spaces) is
// left to `plain`, so that almost no text needs a copy.
/** First and last unit of each range. */
const invisibles: readonly (readonly [number, number])[] = [
  [0xad, 0xad], [0x34f, 0x34f], [0x61c, 0x61c], [0x640, 0x640], [0x64b, 0x652], [0x180e, 0x180e], [0x200b, 0x200f],
  [0x202a, 0x202e], [0x2060, 0x2064], [0x2066, 0x2069], [0xfe0f, 0xfe0f], [0xfeff, 0xfeff],
]; // prettier-ignore
const invisible = invisibles
  .map((range) => range.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('-'))
  .join('');
/** Without U+034F among them, which is invisible: it joins nothing. */
const accents = '\\u0300-\\u034e\\u0350-\\u036f';
const disguised = new RegExp(`[${invisible}${accents}\\uff01-\\uff5e]`);
/** What is above is no writing (UAX #15, stream-safe text), and Chromium joins n accents of one letter in n² steps. */
const mostAccents = 30;
/** The half-space, which parts Persian words as a space does, and their endings from a name. */
const halfSpace = '(?<=[\\u0620-\\u06ff])\\u200c(?=[\\u0620-\\u06ff])';
const piece = new RegExp(
  `(${halfSpace})|[${invisible}]+|[^${accents}][${accents}]{1,${mostAccents}}|[\\uff01-\\uff5e]`,
  'g',
);
const isFullWidth = /^[\uff01-\uff5e]$/;
const invisibleOnly = new RegExp(`^[${invisible}]+$`);

export interface NormalText {
  text: string;
  /** Where each unit of `text` begins and ends in the text that was given; null when the two texts are the same. */
  places: { starts: Uint32Array; ends: Uint32Array } | null;
}

/** True when `normalise` would change the text. */
export function isDisguised(text: string): boolean {
  return disguised.test(text);
}

export function normalise(given: string): NormalText {
  if (!disguised.test(given)) return { text: given, places: null };
  // A few signs come apart into more units than they were written with, at most three for one (UAX #15, expansion factors).
  const starts = new Uint32Array(given.length * 3);
  const ends = new Uint32Array(given.length * 3);
  const parts: string[] = [];
  let from = 0;
  let length = 0;
  const keep = (start: number, end: number) => {
    for (let k = start; k < end; k++) {
      starts[length] = k;
      ends[length++] = k + 1;
    }
    parts.push(given.slice(start, end));
  };
  for (const match of given.matchAll(piece)) {
    keep(from, match.index);
    from = match.index + match[0].length;
    const isHalfSpace = match[1] !== undefined;
    if (!isHalfSpace && invisibleOnly.test(match[0])) continue;
    // NFC joins accents; NFKC would also take the full-width letters but folds signs that no name is written with.
    const form = isFullWidth.test(match[0]) ? 'NFKC' : 'NFC';
    const part = isHalfSpace ? ' ' : match[0].normalize(form);
    starts.fill(match.index, length, length + part.length);
    ends.fill(from, length, length + part.length);
    length += part.length;
    parts.push(part);
  }
  keep(from, given.length);
  return { text: parts.join(''), places: { starts, ends } };
}

/** The range in the given text that a range of the normal text stands for; invisible marks at its edges stay outside. */
export function toGiven({ places }: NormalText, start: number, end: number): [start: number, end: number] {
  return places ? [places.starts[start]!, places.ends[end - 1]!] : [start, end];
}

const spaces = /\s{2,}|[^\S\n ]/g;

export interface SingleSpaced {
  text: string;
  /** Where the unit at an offset of the given text went. */
  at: (offset: number) => number;
}

const sameOffset = (offset: number) => offset;

/**
 * The text with every run of white space as one space, or as one line break if it holds one. Indented source, a browser's
 * rendering of it and a plain text file then look the same to whoever measures distances.
 */
export function singleSpaced(given: string): SingleSpaced {
  if (given.search(spaces) < 0) return { text: given, at: sameOffset };
  const from: number[] = [];
  const saved: number[] = [];
  let total = 0;
  const text = given.replace(spaces, (run: string, at: number) => {
    total += run.length - 1;
    from.push(at + run.length);
    saved.push(total);
    return run.includes('\n') ? '\n' : ' ';
  });
  return {
    text,
    at(offset) {
      const runs = partitionPoint(from, (end) => end <= offset);
      return offset - (saved[runs - 1] ?? 0);
    },
  };
}
