/** Reads OFAC's own tables, which have no header: `sdn.csv` and `cons_prim.csv` (parties), `alt.csv` and `cons_alt.csv` (other names). */
import { parse } from 'csv-parse/sync';
import { OfficialFormatError, type OfficialEntry } from './official-entry.ts';

/** How OFAC writes an empty field. */
const empty = '-0-';

/** Rows of a headless table; the end-of-file mark (0x1A) that the tables carry is no row. */
function rowsOf(text: string): string[][] {
  const rows = parse(text.replaceAll('\u001a', ''), {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
  });
  return rows.filter((row) => row.length > 1);
}

/** Other names by the number of the party: columns are party, number, type (aka, fka, nka), name, remarks. */
export function readOfacNames(text: string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [party, , type, name] of rowsOf(text)) {
    if (!party || !/^\d+$/.test(party) || !name || !/^[afn]ka$/i.test(type ?? '')) {
      throw new OfficialFormatError(
        'not an OFAC table of other names: wanted party, number, aka/fka/nka, name',
      );
    }
    names.set(party, [...(names.get(party) ?? []), name]);
  }
  return names;
}

/** Parties: columns are number, name, kind, programmes and eight more. `otherNames` comes from `readOfacNames`. */
export function readOfacParties(text: string, otherNames: ReadonlyMap<string, string[]>): OfficialEntry[] {
  return rowsOf(text).map(([id, name, , programs]) => {
    if (!id || !/^\d+$/.test(id) || !name || programs === undefined) {
      throw new OfficialFormatError('not an OFAC table of parties: wanted number, name, kind, programmes');
    }
    return {
      list: /\bCMIC\b/.test(programs) ? 'NS-CMIC List' : 'SDN List',
      id,
      names: [name, ...(otherNames.get(id) ?? [])].filter((each) => each !== empty),
      citation: null,
      since: null,
    };
  });
}
