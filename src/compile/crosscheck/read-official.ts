/** Tells which official table a file is by what is in it, and reads all files given into entries. */
import type { OfficialEntry } from './official-entry.ts';
import { OfficialFormatError } from './official-entry.ts';
import { readCsl } from './read-csl.ts';
import { readEcfr } from './read-ecfr.ts';
import { readEu } from './read-eu.ts';
import { readOfacNames, readOfacParties } from './read-ofac.ts';
import { readUk } from './read-uk.ts';

export type OfficialFormat = 'csl' | 'ofac-parties' | 'ofac-names' | 'ecfr' | 'eu' | 'uk';

/** Throws `OfficialFormatError` for a file that is none of the tables. File names are not trusted. */
export function officialFormat(text: string): OfficialFormat {
  const start = text
    .slice(0, 20_000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('<')) {
    if (/<sanctionEntity\b/.test(text)) return 'eu';
    if (/Supplement No\. 4 to Part 744/i.test(text)) return 'ecfr';
    throw new OfficialFormatError(
      'XML, but neither the EU list nor the eCFR with Supplement No. 4 to Part 744',
    );
  }
  if (start.startsWith('{') && /"results"\s*:/.test(text)) return 'csl';
  const lines = start.split('\n');
  if (lines.slice(0, 5).some((line) => line.includes('Unique ID') && line.includes('Name 6'))) return 'uk';
  const header = lines[0] ?? '';
  if (/\bsource\b/.test(header) && /\balt_names\b/.test(header)) return 'csl';
  if (/^\d+\s*,\s*\d+\s*,\s*"?[afn]ka"?\s*,/i.test(header)) return 'ofac-names';
  if (/^\d+\s*,\s*("|[^,]+,)/.test(header)) return 'ofac-parties';
  throw new OfficialFormatError('none of the tables that are known: CSL, OFAC, eCFR, EU, UK');
}

/** All entries of all files. OFAC's tables of parties and of other names belong together, in any order. */
export function readOfficial(texts: readonly string[]): OfficialEntry[] {
  const files = texts.map((text) => ({ text, format: officialFormat(text) }));
  const names = new Map<string, string[]>();
  for (const { text } of files.filter(({ format }) => format === 'ofac-names')) {
    for (const [party, others] of readOfacNames(text))
      names.set(party, [...(names.get(party) ?? []), ...others]);
  }
  return files.flatMap(({ text, format }) => {
    switch (format) {
      case 'csl':
        return readCsl(text);
      case 'ofac-parties':
        return readOfacParties(text, names);
      case 'ofac-names':
        return [];
      case 'ecfr':
        return readEcfr(text);
      case 'eu':
        return readEu(text);
      case 'uk':
        return readUk(text);
    }
  });
}
