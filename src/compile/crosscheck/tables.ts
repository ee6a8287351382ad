/** Reads tables as authorities publish them: any encoding in use there, lines above the header, columns in any order. */
import { CsvError, parse, type Options } from 'csv-parse/sync';
import { OfficialFormatError } from './official-entry.ts';

/** How files begin that are no text: packed and Excel's new ones, gzip, Excel's old ones, PDF. */
const noText = ['PK\u0003\u0004', '\u001f\u008b', '\u00d0\u00cf\u0011\u00e0', '%PDF'];

/** A downloaded file as text: UTF-16 or UTF-8 by its mark, else UTF-8, else Windows-1252, which OFAC's tables are in. Throws `OfficialFormatError`. */
export function decodeTable(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (noText.some((mark) => start.startsWith(mark)))
    throw new OfficialFormatError('packed, Excel or PDF: unpack it, or save the table as CSV');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const asPublished: Options = {
  bom: true,
  skip_empty_lines: true,
  relax_column_count: true,
  relax_quotes: true,
  trim: true,
};

/** The end-of-file mark (0x1A) that OFAC's tables carry is no row. */
const withoutMark = (csv: string) => csv.replaceAll('\u001a', '');

/** What parts cells: in most tables a comma, in the EU's “;”, in OFAC's further forms “|” and “@”. */
const delimiters = [',', '\t', ';', '|', '@'] as const;

/** Lines in which a delimiter shows: a line above the header has none. */
const delimiterWithin = 20;

/** The delimiter that stands, outside quotes, in most of the first lines; of two, the one that stands more often in one. */
function delimiterOf(csv: string): string {
  const lines = csv
    .slice(0, 100_000)
    .split('\n', delimiterWithin)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const scored = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    return { delimiter, lines: counts.filter(Boolean).length, most: Math.max(...counts) };
  });
  return scored.reduce((best, each) =>
    each.lines > best.lines || (each.lines === best.lines && each.most > best.most) ? each : best,
  ).delimiter;
}

/** The whole rows, and how many they are where the row behind them begins within quotes and never ends; else null. */
function parseTable(csv: string): { rows: string[][]; torn: number | null } {
  const given = withoutMark(csv);
  const options = { ...asPublished, delimiter: delimiterOf(given) };
  try {
    const { rows, torn } = parseWhole(given, options);
    return { rows: rows.map((row) => row.map((cell) => cell.trim())), torn };
  } catch (error) {
    // Quote marks within a quoted cell, not doubled: only without trimming does the parser take them.
    if (!(error instanceof CsvError) || error.code !== 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE')
      throw error;
    const { rows, torn } = parseWhole(given, { ...options, trim: false });
    return { rows: rows.map((row) => row.map((cell) => cell.trim().replace(/^"|"$/g, ''))), torn };
  }
}

function parseWhole(given: string, options: Options): { rows: string[][]; torn: number | null } {
  try {
    return { rows: parse(given, options), torn: null };
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    const torn = Number(error.records);
    return { rows: torn === 0 ? [] : parse(given, { ...options, to: torn }), torn };
  }
}

/** How many whole rows stand before a row that begins within quotes and never ends. Null for a table that is whole. */
export const tornAfter = (csv: string): number | null => parseTable(csv).torn;

/** All whole rows: of a table cut off in a row (see `tornAfter`), those before it. Throws `OfficialFormatError`. */
export function rowsOf(csv: string): string[][] {
  try {
    const { rows, torn } = parseTable(csv);
    if (torn === 0) throw new Error('its first row never ends');
    return rows;
  } catch (error) {
    throw new OfficialFormatError(`the table cannot be read: ${(error as Error).message}`);
  }
}

/** How far down a header may stand: above it are a report date and the like. */
const headerWithin = 20;

/** A row by its columns' names, in lower case; a column that is not there is empty. */
export type Row = (column: string) => string;

/** The rows below the header that holds all `needed` columns (lower case). Null when there is no such header. */
export function tableOf(rows: readonly (readonly string[])[], needed: readonly string[]): Row[] | null {
  const names = (row: readonly string[]) => row.map((cell) => cell.trim().toLowerCase());
  const start = rows.slice(0, headerWithin).findIndex((row) => {
    const header = names(row);
    return needed.every((column) => header.includes(column));
  });
  if (start < 0) return null;
  const header = names(rows[start] ?? []);
  return rows.slice(start + 1).map((row) => (column) => row[header.indexOf(column)]?.trim() ?? '');
}
