/**
 * Reads the UK's lists: the UK Sanctions List (FCDO), CSV with one row per name or XML, and the consolidated list (OFSI, to
 * January 2026), CSV.
 */
import { OfficialFormatError, type OfficialEntry } from './official-entry.ts';
import { elementsAsText, elementsOf, parseXml, textIn } from './parse-xml.ts';
import { rowsOf, tableOf, type Row } from './tables.ts';

/** Columns without which a table is neither; each list numbers its parties in a column of its own. */
export const ukColumns = ['name 6', 'name 1'];
const numberColumns = ['unique id', 'group id'] as const;

/** Throws `OfficialFormatError` when there is no header with "Name 6" and "Unique ID" or "Group ID". */
export function readUk(csv: string): OfficialEntry[] {
  const table = rowsOf(csv);
  for (const numbers of numberColumns) {
    const rows = tableOf(table, [...ukColumns, numbers]);
    if (rows) return entriesOf(rows, numbers);
  }
  throw new OfficialFormatError(
    'not a UK list: no header with "Name 6" and "Unique ID" (FCDO) or "Group ID" (OFSI)',
  );
}

/** Name 6 is the family name of a person and the whole name of anything else. */
const partsOf = (partOf: (part: number) => string) => [1, 2, 3, 4, 5, 6].map(partOf).filter(Boolean);

/** Some rows of firms and ships have their name, once more or in half, in a person's columns: each part may be the name. */
function namesOf(parts: readonly string[], kind: string): string[] {
  const isPerson = !/^(entity|ship)$/i.test(kind);
  return [...new Set([parts.join(' '), ...(isPerson ? [] : parts)])].filter(Boolean);
}

/** The FCDO's list in XML, one element per party. */
export function readUkXml(xml: string): OfficialEntry[] {
  const tree = parseXml(
    xml,
    /^(\w+:)?Designations$/,
    elementsAsText(['Designation', 'Name', 'NonLatinNames', 'NonLatinName']),
  );
  return elementsOf(tree, 'Designation').flatMap((party) => {
    const id = textIn(party, 'UniqueID');
    const foreign = elementsOf(party, 'NonLatinNames')
      .flatMap((given) => [given, ...elementsOf(given, 'NonLatinName')])
      .map((given) => textIn(given, 'NameNonLatinScript'));
    const kind = textIn(party, 'IndividualEntityShip');
    const names = elementsOf(party, 'Name').flatMap((name) =>
      namesOf(
        partsOf((part) => textIn(name, `Name${part}`)),
        kind,
      ),
    );
    if (id === '') return [];
    return [
      {
        list: 'UK Sanctions List' as const,
        id,
        names: [...new Set([...names, ...foreign])].filter(Boolean),
        citation: `UK Sanctions List, ${id}`,
        since: isoDay(textIn(party, 'DateDesignated')),
      },
    ];
  });
}

function entriesOf(rows: readonly Row[], numbers: (typeof numberColumns)[number]): OfficialEntry[] {
  const entries = new Map<string, OfficialEntry>();
  for (const cell of rows) {
    const number = cell(numbers);
    const parts = partsOf((part) => cell(`name ${part}`));
    if (!number || parts.length === 0) continue;
    // OFSI's rows name the FCDO's number in their remarks.
    const id =
      numbers === 'unique id'
        ? number
        : /\(UK Sanctions List Ref\):\s*([A-Z]{3}\d{4})/.exec(cell('other information'))?.[1];
    const entry = entries.get(number) ?? {
      list: 'UK Sanctions List',
      id: id ?? `OFSI ${number}`,
      names: [],
      citation: id === undefined ? null : `UK Sanctions List, ${id}`,
      since:
        isoDay(cell('date designated')) ??
        isoDay(cell('uk sanctions list date designated')) ??
        isoDay(cell('listed on')),
    };
    const kind = cell('designation type') || cell('group type');
    for (const each of [...namesOf(parts, kind), cell('name non-latin script')])
      if (each !== '' && !entry.names.includes(each)) entry.names.push(each);
    entries.set(number, entry);
  }
  return [...entries.values()];
}

/** 09/12/2025 → 2025-12-09; null when it is no such day. Tables that went through a spreadsheet may have it as 2025-12-09. */
function isoDay(day: string): string | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(day);
  if (!match) return /^\d{4}-\d{2}-\d{2}/.exec(day)?.[0] ?? null;
  const [, date = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
