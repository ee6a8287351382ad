/** Reads the US Consolidated Screening List (trade.gov), CSV or JSON: the lists of it that we follow. */
import { z } from 'zod';
import { OfficialFormatError, type OfficialEntry, type OfficialList } from './official-entry.ts';
import { rowsOf, tableOf } from './tables.ts';

/** The `source` column says which list a row is from: "Entity List (EL) - Bureau of Industry and Security". */
const lists: readonly [mark: RegExp, list: OfficialList][] = [
  [/\(EL\)/, 'Entity List'],
  [/\(SDN\)/, 'SDN List'],
  [/\(CMIC\)/, 'NS-CMIC List'],
];

/** Columns without which a table is not this list. */
export const cslColumns = ['source', 'name', 'alt_names'];

/** Its JSON has a few rows in which all is null; those name nobody. */
const rowSchema = z.object({
  // An object in the files of the first years.
  source: z
    .union([z.string(), z.object({ full_name: z.string() }).transform((of) => of.full_name)])
    .nullish(),
  name: z.string().nullish(),
  alt_names: z.union([z.string(), z.array(z.string().nullable()), z.null()]).optional(),
  entity_number: z.union([z.string(), z.number(), z.null()]).optional(),
  federal_register_notice: z.string().nullish(),
  start_date: z.string().nullish(),
});
type CslRow = z.infer<typeof rowSchema>;

/** Throws `OfficialFormatError` when a column that is needed is missing. */
export function readCsl(text: string): OfficialEntry[] {
  return (/^\s*[{[]/.test(text) ? jsonRows(text) : csvRows(text)).flatMap((row) => {
    const list = lists.find(([mark]) => mark.test(row.source ?? ''))?.[1];
    if (!list || !row.name) return [];
    // In JSON a list, of which a part may again hold several.
    const others = [row.alt_names ?? []].flat().flatMap((cell) => cell?.split(';') ?? []);
    return [
      {
        list,
        id: filled(row.entity_number?.toString()),
        names: [...new Set([row.name, ...others].flatMap(cslNames))],
        citation: filled(row.federal_register_notice),
        since: /^\d{4}-\d{2}-\d{2}/.exec(row.start_date ?? '')?.[0] ?? null,
      },
    ];
  });
}

/**
 * What one name of the table can mean. Its rows from the Entity List keep turns of the rule's text: "; and X", "X, and Y",
 * "X (Short)", "X. Affiliated Entity: Y".
 */
export function cslNames(cell: string): string[] {
  const whole = cell.trim().replace(/^and\s+/i, '');
  const parts = whole.split(/\s*[.,]?\s*Affiliated Entity:\s*|,\s+and\s+/i);
  const short = parts.map((part) => part.replace(/\s*\([^()]*\)$/, ''));
  return [...new Set([whole, ...parts, ...short].map((name) => name.trim()).filter(Boolean))];
}

/** How many rows are not in the file: a search at trade.gov gives pages and says how many rows there are in all. */
export function rowsLeftOut(text: string): number {
  if (!/^\s*\{/.test(text)) return 0;
  const page = pageSchema.safeParse(parseJson(text));
  return page.success ? Math.max(0, page.data.total - page.data.results.length) : 0;
}
const pageSchema = z.object({ total: z.number(), results: z.array(z.unknown()) });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OfficialFormatError(`not a whole JSON file: ${(error as Error).message}`);
  }
}

function jsonRows(text: string): CslRow[] {
  const json = parseJson(text);
  const rows = Array.isArray(json) ? (json as unknown) : (json as { results?: unknown }).results;
  const result = z.array(rowSchema).safeParse(rows);
  if (!result.success)
    throw new OfficialFormatError(
      `not a Consolidated Screening List: ${z.prettifyError(result.error).slice(0, 200)}`,
    );
  return result.data;
}

function csvRows(text: string): CslRow[] {
  const rows = tableOf(rowsOf(text), cslColumns);
  if (!rows)
    throw new OfficialFormatError(
      `not a Consolidated Screening List: wanted columns ${cslColumns.join(', ')}`,
    );
  return rows.map((cell) => ({
    source: cell('source'),
    name: cell('name'),
    alt_names: cell('alt_names'),
    entity_number: cell('entity_number'),
    federal_register_notice: cell('federal_register_notice'),
    start_date: cell('start_date'),
  }));
}

/** An empty cell is no value. */
function filled(cell: string | null | undefined): string | null {
  const text = cell?.trim();
  return text === undefined || text === '' ? null : text;
}
