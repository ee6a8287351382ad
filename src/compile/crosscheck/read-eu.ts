/** Reads the EU's consolidated list of persons under financial sanctions (Financial Sanctions Files, XML 1.1, CSV 1.0 and 1.1). */
import { z } from 'zod';
import { OfficialFormatError, type OfficialEntry } from './official-entry.ts';
import { parseXml } from './parse-xml.ts';
import { rowsOf, tableOf, type Row } from './tables.ts';

const entitySchema = z.object({
  '@euReferenceNumber': z.string().optional(),
  '@designationDate': z.string().optional(),
  nameAlias: z.array(z.object({ '@wholeName': z.string().default('') })).default([]),
  regulation: z
    .array(z.object({ '@numberTitle': z.string().optional(), '@publicationDate': z.string().optional() }))
    .default([]),
});
const exportSchema = z.object({ export: z.object({ sanctionEntity: z.array(entitySchema) }) });

/** Throws `OfficialFormatError` when the file is not the export. */
export function readEu(xml: string): OfficialEntry[] {
  const tree = parseXml(xml, /^(\w+:)?export$/, {
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseAttributeValue: false,
    removeNSPrefix: true,
    isArray: (name) => name === 'sanctionEntity' || name === 'nameAlias' || name === 'regulation',
  });
  const result = exportSchema.safeParse(tree);
  if (!result.success)
    throw new OfficialFormatError('not the EU export: wanted <export> with <sanctionEntity>');
  return result.data.export.sanctionEntity.map((entity) => {
    const [regulation] = entity.regulation;
    const designated = entity['@designationDate'] === '' ? undefined : entity['@designationDate'];
    return {
      list: 'EU sanctions list',
      id: entity['@euReferenceNumber'] ?? null,
      names: entity.nameAlias.map((alias) => alias['@wholeName'].trim()).filter((name) => name !== ''),
      citation: regulation?.['@numberTitle'] ?? null,
      since: designated ?? regulation?.['@publicationDate'] ?? null,
    };
  });
}

/** What the export in CSV calls its columns, in version 1.1 and in 1.0. */
const columnSets = [
  {
    number: 'entity_logicalid',
    name: 'namealias_wholename',
    id: 'entity_eu_referencenumber',
    citation: 'entity_regulation_numbertitle',
    since: ['entity_designationdate', 'entity_regulation_publicationdate'],
  },
  {
    number: 'entity_logical_id',
    name: 'naal_wholename',
    id: 'eu_ref_num',
    citation: 'leba_numtitle',
    since: ['leba_publication_date'],
  },
] as const;
type ColumnSet = (typeof columnSets)[number];

/** The rows and the columns' names of a table that is the export; null for any other. */
export function euTable(rows: readonly (readonly string[])[]): { rows: Row[]; columns: ColumnSet } | null {
  for (const columns of columnSets) {
    const found = tableOf(rows, [columns.number, columns.name]);
    if (found) return { rows: found, columns };
  }
  return null;
}

/** The export in CSV: rows for each name, address and so on of a party, which its number holds together. */
export function readEuTable(csv: string): OfficialEntry[] {
  const table = euTable(rowsOf(csv));
  if (!table)
    throw new OfficialFormatError('not the EU export: no columns for the party’s number and whole name');
  const { rows, columns } = table;
  const entries = new Map<string, OfficialEntry>();
  for (const cell of rows) {
    const number = cell(columns.number);
    if (number === '') continue;
    const before = entries.get(number);
    const name = cell(columns.name);
    entries.set(number, {
      list: 'EU sanctions list',
      id: before?.id ?? (cell(columns.id) || null),
      names: [...new Set([...(before?.names ?? []), name])].filter((each) => each !== ''),
      citation: before?.citation ?? (cell(columns.citation) || null),
      since: before?.since ?? columns.since.map((column) => cell(column)).find(Boolean) ?? null,
    });
  }
  return [...entries.values()];
}
