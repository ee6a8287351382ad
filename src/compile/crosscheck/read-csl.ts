/** Reads the US Consolidated Screening List (trade.gov), CSV or JSON: the lists of it that we follow. */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { OfficialFormatError, type OfficialEntry, type OfficialList } from './official-entry.ts';

/** The `source` column says which list a row is from: "Entity List (EL) - Bureau of Industry and Security". */
const lists: readonly [mark: RegExp, list: OfficialList][] = [
  [/\(EL\)/, 'Entity List'],
  [/\(SDN\)/, 'SDN List'],
  [/\(CMIC\)/, 'NS-CMIC List'],
];

const rowSchema = z.object({
  source: z.string(),
  name: z.string(),
  alt_names: z.union([z.string(), z.array(z.string()), z.null()]).optional(),
  entity_number: z.union([z.string(), z.number(), z.null()]).optional(),
  federal_register_notice: z.string().nullish(),
  start_date: z.string().nullish(),
});

/** Throws `OfficialFormatError` when a column that is needed is missing. */
export function readCsl(text: string): OfficialEntry[] {
  const rows: unknown = text.trimStart().startsWith('{')
    ? (JSON.parse(text) as { results?: unknown }).results
    : parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true });
  const result = z.array(rowSchema).safeParse(rows);
  if (!result.success) {
    throw new OfficialFormatError(
      `not a Consolidated Screening List: ${z.prettifyError(result.error).slice(0, 200)}`,
    );
  }
  return result.data.flatMap((row) => {
    const list = lists.find(([mark]) => mark.test(row.source))?.[1];
    if (!list) return [];
    const others = typeof row.alt_names === 'string' ? row.alt_names.split(/;\s*/) : (row.alt_names ?? []);
    return [
      {
        list,
        id: filled(row.entity_number?.toString()),
        names: [row.name, ...others].map((name) => name.trim()).filter((name) => name !== ''),
        citation: filled(row.federal_register_notice),
        since: /^\d{4}-\d{2}-\d{2}/.exec(row.start_date ?? '')?.[0] ?? null,
      },
    ];
  });
}

/** An empty cell is no value. */
function filled(cell: string | null | undefined): string | null {
  const text = cell?.trim();
  return text === undefined || text === '' ? null : text;
}
