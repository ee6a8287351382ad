/** Tells which official table a file is by what is in it, and reads all files given into entries. */
import type { OfficialEntry } from './official-entry.ts';
import { OfficialFormatError } from './official-entry.ts';
import { cslColumns, readCsl } from './read-csl.ts';
import { readEcfr } from './read-ecfr.ts';
import { euTable, readEu, readEuTable } from './read-eu.ts';
import { ofacTable, readOfacNames, readOfacParties, readOfacXml } from './read-ofac.ts';
import { readUk, readUkXml, ukColumns } from './read-uk.ts';
import { rowsOf, tableOf } from './tables.ts';

export type OfficialFormat =
  'csl' | 'ofac-parties' | 'ofac-names' | 'ofac-xml' | 'ecfr' | 'eu' | 'eu-table' | 'uk' | 'uk-xml';

/** Lines enough to see the header, or the first rows where there is none. A row may hold line ends. */
const startLines = 60;

/** Throws `OfficialFormatError` for a file that is none of the tables. File names are not trusted. */
export function officialFormat(text: string): OfficialFormat {
  const start = text.slice(0, 100_000).trimStart();
  if (start === '') throw new OfficialFormatError('the file is empty');
  if (start.startsWith('<')) {
    if (/<(\w+:)?sanctionEntity\b/.test(text)) return 'eu';
    if (/<(\w+:)?sdnList\b/.test(start)) return 'ofac-xml';
    if (/<(\w+:)?Designations\b/.test(start)) return 'uk-xml';
    if (/<(\w+:)?(Sanctions|sanctionsData)\b/.test(start))
      throw new OfficialFormatError(
        'OFAC’s list in its advanced form: give sdn.xml, or sdn.csv with alt.csv',
      );
    if (/<html\b/i.test(start))
      throw new OfficialFormatError(
        'a web page: the download failed, or the page was saved in place of the table',
      );
    if (/Supplement No\.(\s|&#x?\w+;)+4 to Part(\s|&#x?\w+;)744/i.test(text)) return 'ecfr';
    throw new OfficialFormatError(
      'XML, but neither the EU’s, OFAC’s or the UK’s list nor the eCFR with Supplement No. 4 to Part 744',
    );
  }
  if (/^[{[]/.test(start)) {
    if (/"alt_names"|"source_list_url"/.test(text)) return 'csl';
    throw new OfficialFormatError('JSON, but not the Consolidated Screening List');
  }
  const rows = rowsOf(unfinished(start.split('\n').slice(0, startLines).join('\n')));
  if (tableOf(rows, [...ukColumns, 'unique id']) ?? tableOf(rows, [...ukColumns, 'group id'])) return 'uk';
  if (tableOf(rows, cslColumns)) return 'csl';
  if (euTable(rows)) return 'eu-table';
  switch (ofacTable(rows)) {
    case 'parties':
      return 'ofac-parties';
    case 'names':
      return 'ofac-names';
    case 'addresses':
      throw new OfficialFormatError('OFAC’s table of addresses: it names nobody; give sdn.csv and alt.csv');
    case 'remarks':
      throw new OfficialFormatError(
        'OFAC’s table of further remarks: it names nobody; give sdn.csv and alt.csv',
      );
    default:
      throw new OfficialFormatError('none of the tables that are known: CSL, OFAC, eCFR, EU, UK');
  }
}

/** A piece cut out of a table may end within quotes; closed, it can be read. */
function unfinished(piece: string): string {
  return (piece.match(/"/g) ?? []).length % 2 === 1 ? `${piece}"` : piece;
}

/** All entries of all files. OFAC's tables of parties and of other names belong together, in any order. */
export function readOfficial(texts: readonly string[]): OfficialEntry[] {
  const files = texts
    .map((text) => text.replace(/^\ufeff/, ''))
    .map((text) => ({ text, format: officialFormat(text) }));
  const names = new Map<string, string[]>();
  for (const { text } of files.filter(({ format }) => format === 'ofac-names')) {
    for (const [party, others] of readOfacNames(text))
      names.set(party, [...(names.get(party) ?? []), ...others]);
  }
  if (names.size > 0 && !files.some(({ format }) => format === 'ofac-parties'))
    throw new OfficialFormatError('OFAC’s table of other names alone: give sdn.csv or cons_prim.csv with it');
  return files.flatMap(({ text, format }) => {
    switch (format) {
      case 'csl':
        return readCsl(text);
      case 'ofac-parties':
        return readOfacParties(text, names);
      case 'ofac-names':
        return [];
      case 'ofac-xml':
        return readOfacXml(text);
      case 'ecfr':
        return readEcfr(text);
      case 'eu':
        return readEu(text);
      case 'eu-table':
        return readEuTable(text);
      case 'uk':
        return readUk(text);
      case 'uk-xml':
        return readUkXml(text);
    }
  });
}
