/**
 * Names and nothing else, those that can bring a page its first mention (`pack-lookout.ts`): enough to tell that some name
 * stands in a text, not whose it is or whether it is meant.
 * The small script in every page carries this; what decides the sense is loaded only where a name was found.
 */
import { createBitProbe, type PackedAnchors } from './anchor-bits.ts';
import { createFirstLook } from './first-look.ts';
import { cases, type NameCase, type Rule } from './index-format.ts';
import { createNameTable } from './name-table.ts';
import { normalise } from './normalise.ts';
import type { NameFinder } from './types.ts';

/**
 * The packed form. `names`: one block per kind of name, parted by blank lines: a head line `<0 sure | 1 not><case>`, then
 * the block's names sorted, each with its first units that it shares with the one before replaced by their number (one
 * base-36 digit), and common words by signs. `probe`: bits, however few the names: expressions cost more to
 * compile than a small page to read.
 */
export interface LookoutIndexData {
  names: string;
  probe: PackedAnchors;
}

/** Stand for words that many names end with; no name holds one. */
export const shortSigns = '!#%;<=>?@]^_|}~';
export const longWords: readonly string[] = [
  ' Technologies', ' Technology', ' Co., Ltd.', ' Inc.', ' Information', ' Security', ' Group', ' Intelligence', ' Corporation',
  ' International', ' Systems', ' Limited', ' Communications', ' LLC', ' Ltd.',
]; // prettier-ignore
const shortSign = /[!#%;<=>?@\]^_|}~]/g;

/** Of its candidates only this holds: there are some wherever the matcher decides for a mention. */
export function createLookout(data: LookoutIndexData): NameFinder {
  const probe = createBitProbe(data.probe);
  const table = createNameTable(probe, () => {
    const { rules, ...names } = unpackLookout(data.names);
    return { names: { ...names, ...nobody }, rules };
  });
  return {
    ...createFirstLook(probe, table),
    findCandidates: (text, language) => table.find(normalise(text).text, language),
  };
}

/** The lookout does not know whose the names are. */
const nobody = { entityOf: [], heads: [], firstNames: [] };

/** The names in one list, each with the number of its rule, which says as much of it as finding needs. */
export function unpackLookout(names: string): { texts: string[]; ruleOf: number[]; rules: Rule[] } {
  const result: ReturnType<typeof unpackLookout> = { texts: [], ruleOf: [], rules: [] };
  if (!names) return result;
  const written = names.replace(shortSign, (sign) => longWords[shortSigns.indexOf(sign)]!);
  for (const block of written.split('\n\n')) {
    const [head = '', ...lines] = block.split('\n');
    const number = result.rules.push(plainRule(head.startsWith('1'), head.slice(1))) - 1;
    let last = '';
    for (const line of lines) {
      last = last.slice(0, parseInt(line[0]!, 36)) + line.slice(1);
      result.texts.push(last);
      result.ruleOf.push(number);
    }
  }
  return result;
}

function plainRule(isRisky: boolean, nameCase: string): Rule {
  return {
    need: isRisky ? 'ambiguous' : 'sure',
    case: cases.find((one): one is NameCase => one === nameCase) ?? 'default',
    context: [],
    cues: [],
    notBefore: [],
    notAfter: [],
  };
}
