/** Reads the EU's consolidated list of persons under financial sanctions (Financial Sanctions Files, XML 1.1). */
import { z } from 'zod';
import { OfficialFormatError, type OfficialEntry } from './official-entry.ts';
import { parseXml } from './parse-xml.ts';

const entitySchema = z.object({
  '@euReferenceNumber': z.string().optional(),
  '@designationDate': z.string().optional(),
  nameAlias: z.array(z.object({ '@wholeName': z.string() })).default([]),
  regulation: z
    .array(z.object({ '@numberTitle': z.string(), '@publicationDate': z.string().optional() }))
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
