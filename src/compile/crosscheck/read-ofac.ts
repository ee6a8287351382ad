/**
 * Reads OFAC's own tables, which have no header: `sdn.csv` and `cons_prim.csv` (parties), `alt.csv` and `cons_alt.csv` (other
 * names); and the same in XML.
 */
import { OfficialFormatError, type OfficialEntry } from './official-entry.ts';
import { elementsAsText, elementsOf, parseXml, textIn, type XmlElement } from './parse-xml.ts';
import { rowsOf } from './tables.ts';

/** How OFAC writes an empty field. */
const empty = '-0-';
const isNumber = (cell: string | undefined) => /^\d+$/.test(cell ?? '');

/** Which of OFAC's tables a file is, by its first rows; null when it is none. Copies with a header in front are taken. */
export function ofacTable(
  rows: readonly (readonly string[])[],
): 'parties' | 'names' | 'addresses' | 'remarks' | null {
  const [first] = numbered(rows);
  if (!first) return null;
  if (first.length === 2) return isNumber(rows[0]?.[0]) ? 'remarks' : null;
  if (isNumber(first[1]))
    return /^[afn]ka$/i.test(first[2] ?? '') ? 'names' : first.length <= 6 ? 'addresses' : null;
  return first.length >= 4 && /^(-0-|individual|entity|vessel|aircraft)$/i.test(first[2] ?? '')
    ? 'parties'
    : null;
}

/** The rows that begin with a number: all but a header or a torn line, or else it is no table of OFAC's. */
function numbered(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const filled = rows.filter((row) => row.length > 1);
  const found = filled.filter(([first]) => isNumber(first));
  return found.length >= filled.length - 1 - filled.length / 100 ? found : [];
}

/** Other names by the number of the party: columns are party, number, type (aka, fka, nka), name, remarks. */
export function readOfacNames(text: string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [party, , type, name] of numbered(rowsOf(text))) {
    if (!party || !isNumber(party) || !name || !/^[afn]ka$/i.test(type ?? '')) {
      throw new OfficialFormatError(
        `not an OFAC table of other names: wanted party, number, aka/fka/nka, name; found “${party}”`,
      );
    }
    names.set(party, [...(names.get(party) ?? []), name]);
  }
  return names;
}

/**
 * Parties: columns are number, name, kind, programmes and eight more. `otherNames` comes from `readOfacNames`. The
 * table of lists other than the SDN List is known by the programme CMIC, which no SDN has; of its lists we follow the
 * NS-CMIC List alone.
 */
export function readOfacParties(text: string, otherNames: ReadonlyMap<string, string[]>): OfficialEntry[] {
  const parties = numbered(rowsOf(text)).map(([id, name, , programs]) => {
    if (!id || !isNumber(id) || !name || programs === undefined) {
      throw new OfficialFormatError(
        `not an OFAC table of parties: wanted number, name, kind, programmes; found “${id}”`,
      );
    }
    return { id, name, programs };
  });
  return partiesOf(
    parties.map(({ id, name, programs }) => ({ id, names: [name, ...(otherNames.get(id) ?? [])], programs })),
  );
}

interface Party {
  id: string;
  names: string[];
  programs: string;
}

function partiesOf(parties: readonly Party[]): OfficialEntry[] {
  const isOthers = parties.some(({ programs }) => /\bCMIC\b/.test(programs));
  return parties.flatMap(({ id, names, programs }) => {
    const list = !isOthers ? 'SDN List' : /\bCMIC\b/.test(programs) ? 'NS-CMIC List' : null;
    const filled = names.filter((each) => each !== empty);
    return list ? [{ list, id, names: filled, citation: null, since: null }] : [];
  });
}

/** The same lists in XML, `sdn.xml` and `consolidated.xml`, which hold the other names too. */
export function readOfacXml(xml: string): OfficialEntry[] {
  const tree = parseXml(xml, /^(\w+:)?sdnList$/, elementsAsText(['sdnEntry', 'aka', 'program']));
  const nameOf = (element: XmlElement) =>
    ['lastName', 'firstName']
      .map((tag) => textIn(element, tag))
      .filter(Boolean)
      .join(', ');
  return partiesOf(
    elementsOf(tree, 'sdnEntry').map((entry) => ({
      id: textIn(entry, 'uid'),
      names: [entry, ...elementsOf(entry, 'aka')].map(nameOf).filter(Boolean),
      programs: JSON.stringify(entry.programList),
    })),
  );
}
