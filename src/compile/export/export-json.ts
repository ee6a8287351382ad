/** The whole dataset as one JSON document, and the JSON Schema that describes it. */
import { z } from 'zod';
import { countrySchema, entityIdSchema, entitySchema, sourceSchema } from '../../dataset/entity.ts';
import type { DatasetVersion } from '../../dataset/records.ts';
import type { MovedIds } from '../compile-dataset.ts';
import type { ToldEntity } from '../state-media.ts';
import { attribution, licence, title } from './terms.ts';

const exportSourceSchema = sourceSchema.extend({
  stateMedia: countrySchema
    .optional()
    .describe('The state that runs the outlet which printed it; absent for all others.'),
});
const exportEntitySchema = entitySchema.extend({ sources: z.array(exportSourceSchema).min(1) });

const documentSchema = z
  .strictObject({
    title: z.literal(title),
    version: z.string().describe('The newest day on which a source was read, and a digest of the data.'),
    licence: z.strictObject({ name: z.string(), url: z.url() }),
    attribution: z.string().describe('What to write beside the data where it is used.'),
    entities: z.array(exportEntitySchema).describe('All entities, by id.'),
    moved: z
      .record(entityIdSchema, entityIdSchema)
      .describe('Ids that were given up, each with the id that took its place.'),
  })
  .describe('The Sidelight dataset: surveillance vendors, their products, and sourced facts about them.');
export type ExportDocument = z.infer<typeof documentSchema>;

/** `entities` in the order in which they are to stand. */
export function exportJson(
  entities: readonly ToldEntity[],
  moved: MovedIds,
  { version }: DatasetVersion,
): ExportDocument {
  return { title, version, licence, attribution, entities: [...entities], moved: { ...moved } };
}

/** JSON Schema, draft 2020-12. What zod checks beyond its shape (that a date exists) it cannot say. */
export function exportSchema(): object {
  return z.toJSONSchema(documentSchema, { target: 'draft-2020-12', reused: 'ref' });
}
