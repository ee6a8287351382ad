/**
 * Chooses signs that stand for what texts share most, two units at a time, of which either may be a sign too (byte-pair
 * encoding): the script of every page holds all names. Used when compiling, never in a page.
 */

/** What signs can be: one byte each, and no backslash or backtick, which scripts have to escape. Names hold some, but seldom. */
const mayBeSigns = '!"#$%&\'()*+/0123456789QU[]^_jq{}~';
/** What stands for one of them where a text holds it: a phonetic letter, of two bytes. */
const standInFor = (sign: string) => String.fromCharCode(0x250 + mayBeSigns.indexOf(sign));
/** So many units tell what all share. */
const enoughUnits = 50_000;

export interface Signs {
  /** On each line a sign and all that it stands for. */
  signs: string;
  /** Puts signs into one of the texts. */
  shorten: (text: string) => string;
}

/** Deterministic. No text may hold a line break. Throws on one that holds what stands for one of `mayBeSigns`. */
export function chooseSigns(texts: readonly string[]): Signs {
  const all = texts.join('\n');
  const meanings = new Map<string, string>();
  /** What is put in for what, in this order. */
  const steps: { units: string; sign: string }[] = [];
  const take = (sign: string, units: string) => {
    meanings.set(sign, Array.from(units, (unit) => meanings.get(unit) ?? unit).join(''));
    steps.push({ units, sign });
  };
  for (const unit of mayBeSigns) {
    const standIn = standInFor(unit);
    if (all.includes(standIn)) throw new Error(`a text holds “${standIn}”, which stands for “${unit}”`);
    if (all.includes(unit)) take(standIn, unit);
  }
  const shorten = (text: string) =>
    steps.reduce((short, { units, sign }) => short.replaceAll(units, () => sign), text);
  let sample = shorten(all.slice(0, enoughUnits));
  for (const sign of mayBeSigns) {
    const pair = dearestPair(sample);
    if (pair === null) break;
    take(sign, pair);
    sample = sample.replaceAll(pair, () => sign);
  }
  return { signs: [...meanings].map((line) => line.join('')).join('\n'), shorten };
}

/** The pair of units that a sign in its place saves most bytes of; null when none saves any. */
function dearestPair(text: string): string | null {
  const counts = new Map<string, number>();
  for (let k = 0; k + 1 < text.length; k++) {
    const pair = text.slice(k, k + 2);
    if (!pair.includes('\n')) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const savedBy = ([pair, count]: readonly [string, number]) =>
    count * (bytesOf(pair) - 1) - bytesOf(pair) - 2;
  const best = [...counts].reduce((one, other) => (savedBy(other) > savedBy(one) ? other : one), ['', 0]);
  return savedBy(best) > 0 ? best[0] : null;
}

const bytesOf = (text: string) => Buffer.byteLength(text);
