/** Reads the UK's lists, CSV, one row per name: the UK Sanctions List (FCDO) and the consolidated list (OFSI, to January 2026). */
import { OfficialFormatError, type OfficialEntry } from './official-entry.ts';
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

function entriesOf(rows: readonly Row[], numbers: (typeof numberColumns)[number]): OfficialEntry[] {
  const entries = new Map<string, OfficialEntry>();
  for (const cell of rows) {
    const number = cell(numbers);
    // Name 6 is the family name of a person and the whole name of anything else.
    const name = ['name 1', 'name 2', 'name 3', 'name 4', 'name 5', 'name 6']
      .map(cell)
      .filter(Boolean)
      .join(' ');
    if (!number || !name) continue;
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
    for (const each of [name, cell('name non-latin script')])
      if (each !== '' && !entry.names.includes(each)) entry.names.push(each);
    entries.set(number, entry);
  }
  return [...entries.values()];
}

/** 09/12/2025 → 2025-12-09; null when it is no such day. */
function isoDay(day: string): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})\b/.exec(day);
  return match ? `${match[3]}-${match[2]}-${match[1]}` : null;
}
