/** Reads the EU's consolidated list of persons under financial sanctions (Financial Sanctions Files, XML 1.1 and CSV 1.1). */
import { z } from 'zod';
import { OfficialFormatError, type OfficialEntry } from './official-entry.ts';
import { parseXml } from './parse-xml.ts';
import { rowsOf, tableOf } from './tables.ts';

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

/** Columns without which a table is not the export in CSV. */
export const euColumns = ['entity_logicalid', 'namealias_wholename'];

/** The export in CSV: rows for each name, address and so on of a party, which its number holds together. */
export function readEuTable(csv: string): OfficialEntry[] {
  const rows = tableOf(rowsOf(csv), euColumns);
  if (!rows) throw new OfficialFormatError(`not the EU export: wanted columns ${euColumns.join(', ')}`);
  const entries = new Map<string, OfficialEntry>();
  for (const cell of rows) {
    const number = cell('entity_logicalid');
    if (number === '') continue;
    const entry = entries.get(number) ?? {
      list: 'EU sanctions list',
      id: cell('entity_eu_referencenumber') || null,
      names: [],
      citation: cell('entity_regulation_numbertitle') || null,
      since: cell('entity_designationdate') || cell('entity_regulation_publicationdate') || null,
    };
    const name = cell('namealias_wholename');
    if (name !== '' && !entry.names.includes(name)) entry.names.push(name);
    entries.set(number, entry);
  }
  return [...entries.values()];
}
