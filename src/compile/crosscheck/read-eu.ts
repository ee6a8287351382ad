/** Reads the EU's consolidated list of persons under financial sanctions (Financial Sanctions Files, XML 1.1). */
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { OfficialFormatError, type OfficialEntry } from './official-entry.ts';

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
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseAttributeValue: false,
    removeNSPrefix: true,
    isArray: (name) => name === 'sanctionEntity' || name === 'nameAlias' || name === 'regulation',
  });
  if (!/<\/(\w+:)?export>\s*$/.test(xml))
    throw new OfficialFormatError('not a whole XML file: no </export> at its end');
  let tree: unknown;
  try {
    tree = parser.parse(xml);
  } catch (error) {
    throw new OfficialFormatError(`not a whole XML file: ${(error as Error).message}`);
  }
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
