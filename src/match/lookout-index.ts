/**
 * Names and nothing else, those that can bring a page its first mention (`pack-lookout.ts`): enough to tell that some name
 * stands in a text, not whose it is or whether it is meant.
 * The small script in every page carries this; what decides the sense is loaded only where a name was found.
 */
import { createFirstLook } from './first-look.ts';
import type { NameCase, NameNeed } from './index-format.ts';
import { partsOf } from './name-parts.ts';
import { normalise } from './normalise.ts';
import type { PackedProbe } from './probe.ts';
import type { NameFinder } from './types.ts';

/**
 * The packed form. `names`: parts as in `name-parts.ts`, a name on a line: the sign of its kind if it is not that of the one
 * before (the first kind at a part's beginning), then with the first units that it shares with the one before (at first with
 * the part's beginning) replaced by their number (one base-36 digit), and common words by signs.
 */
export interface LookoutIndexData {
  names: string;
  probe: PackedProbe;
}

/** Each stands for one of `commonParts`; no name holds one. */
export const shortSigns = '!#%;<=>?@]^_|}~[$"{';
/** What names have most in common, in the order of what each saved when chosen: the script of every page holds all names. */
export const commonParts: readonly string[] = [
  ' Technolog', 'ation', ' In', ' Co., Ltd.', 'te', 'or', ' Group', 'an', 'on', ' Security', ' S', 'es', 'in', 'er', 'ic', ' L', 'en',
  ' C', 'al',
]; // prettier-ignore
export const shortSign = /[!#%;<=>?@\]^_|}~[$"{]/g;

/** As much of a rule as finding needs. */
export const kinds: readonly { sign: string; need: NameNeed; case: NameCase }[] = [
  { sign: 'A', need: 'sure', case: 'default' },
  { sign: 'B', need: 'sure', case: 'exact' },
  { sign: 'C', need: 'sure', case: 'any' },
  { sign: 'D', need: 'ambiguous', case: 'default' },
  { sign: 'E', need: 'ambiguous', case: 'exact' },
  { sign: 'F', need: 'ambiguous', case: 'any' },
];

/** Bits leave few places to look at: parts need not be small, and fewer take less room. */
export const lookoutPartUnits = [2, 2] as const;

export interface LookoutName {
  text: string;
  /** Index of `kinds`. */
  kind: number;
}

/** Of its candidates only this holds: there are some wherever the matcher decides for a mention. */
export function createLookout(data: LookoutIndexData): NameFinder {
  const { find, ...look } = createFirstLook(data.probe, {
    units: lookoutPartUnits,
    parts: () => partsOf(data.names),
    // The lookout does not know whose the names are.
    read: (part, beginning) =>
      unpackLookoutPart(part, beginning).map(({ text, kind }) => ({ ...kinds[kind]!, text, number: 0 })),
  });
  return {
    ...look,
    findCandidates: (text, language) => find(normalise(text).text, language),
  };
}

/** What the first name of a part shares units with: most begin as the part does, with a capital. */
export const asName = (beginning: string) => beginning.charAt(0).toUpperCase() + beginning.slice(1);

export function unpackLookoutPart(part: string, beginning: string): LookoutName[] {
  let last = asName(beginning);
  let kind = 0;
  return part.split('\n').map((line) => {
    const sign = line.charCodeAt(0) - firstSign;
    const isOther = sign >= 0 && sign < kinds.length;
    if (isOther) kind = sign;
    const from = isOther ? 1 : 0;
    const rest = line.slice(from + 1).replace(shortSign, (short) => commonParts[shortSigns.indexOf(short)]!);
    last = last.slice(0, parseInt(line[from]!, 36)) + rest;
    return { text: last, kind };
  });
}

const firstSign = 'A'.charCodeAt(0);
