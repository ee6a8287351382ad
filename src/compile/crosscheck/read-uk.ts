/** Reads the UK Sanctions List (FCDO), CSV: one row per name, a report date above the header. */
import { parse } from 'csv-parse/sync';
import { OfficialFormatError, type OfficialEntry } from './official-entry.ts';

/** Throws `OfficialFormatError` when there is no header with "Unique ID" and "Name 6". */
export function readUk(csv: string): OfficialEntry[] {
  const rows = parse(csv, {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  const start = rows.findIndex((row) => row.includes('Unique ID') && row.includes('Name 6'));
  const header = rows[start];
  if (!header)
    throw new OfficialFormatError('not the UK Sanctions List: no header with "Unique ID" and "Name 6"');
  const entries = new Map<string, OfficialEntry>();
  for (const row of rows.slice(start + 1)) {
    const cell = (column: string) => row[header.indexOf(column)] ?? '';
    const id = cell('Unique ID');
    // Name 6 is the family name of a person and the whole name of anything else.
    const name = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6']
      .map(cell)
      .filter(Boolean)
      .join(' ');
    if (!id || !name) continue;
    const entry = entries.get(id) ?? {
      list: 'UK Sanctions List',
      id,
      names: [],
      citation: `UK Sanctions List, ${id}`,
      since: isoDay(cell('Date Designated')),
    };
    if (!entry.names.includes(name)) entry.names.push(name);
    entries.set(id, entry);
  }
  return [...entries.values()];
}

/** 09/12/2025 → 2025-12-09; null when it is no such day. */
function isoDay(day: string): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(day);
  return match ? `${match[3]}-${match[2]}-${match[1]}` : null;
}
