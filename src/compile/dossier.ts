/** The research dossier's own form, one JSON file per entity, as `data:import` reads it. */
import { z } from 'zod';
import { precisionOf } from '../dataset/dates.ts';
import { entityIdSchema } from '../dataset/entity.ts';
import { categories, entityKinds, nameTypes, sourceKinds } from '../dataset/vocabulary.ts';

const text = z.string().trim().min(1);
const date = z
  .string()
  .refine((value) => precisionOf(value) !== null, { error: 'not YYYY, YYYY-MM or YYYY-MM-DD' })
  .nullable();
const sources = z.array(text).min(1);

const dossierNameSchema = z.strictObject({
  text,
  type: z.enum(nameTypes),
  note: text.optional(),
  lang: text.optional(),
  ambiguous: z.boolean().optional(),
  also_means: z.array(text).optional(),
  context: z.array(text).optional(),
});

const dossierListingSchema = z.strictObject({
  authority: text,
  list: text,
  status: z.enum(['listed', 'removed', 'delisted-partially', 'proposed']),
  start: date,
  end: date,
  citation: text.nullable(),
  legal_name: text.nullable(),
  effect: text,
  reason: text.nullable(),
  sources,
});

const dossierEventSchema = z.strictObject({
  date,
  type: z.enum([
    'acquisition',
    'bid',
    'ownership',
    'lawsuit',
    'ruling',
    'settlement',
    'listing',
    'delisting',
    'expose',
    'contract',
    'export',
    'breach',
    'rename',
    'closure',
    'policy',
    'other',
  ]),
  text,
  sources,
});

const dossierRelationSchema = z.strictObject({
  type: z.enum([
    'maker-of',
    'made-by',
    'subsidiary-of',
    'parent-of',
    'acquired-by',
    'acquired',
    'renamed-to',
    'formerly',
    'invested-in',
    'investor',
    'founded-by',
    'bid-for',
    'reseller-of',
    'supplied-to',
    'co-listed-with',
  ]),
  target: entityIdSchema,
  start: date,
  end: date,
  text: text.optional(),
  sources,
});

const dossierSourceSchema = z.strictObject({
  id: text,
  url: z.url({ protocol: /^https?$/ }),
  title: text,
  publisher: text,
  published: date,
  kind: z.enum(sourceKinds),
  supports: text,
});

export const dossierEntitySchema = z.strictObject({
  id: entityIdSchema,
  kind: z.enum(entityKinds),
  name: text,
  names: z.array(dossierNameSchema).min(1),
  country: text.nullable(),
  hq: text.nullable(),
  founded: date,
  operating_status: z.enum(['active', 'acquired', 'renamed', 'defunct', 'unknown']).nullable(),
  categories: z.array(z.enum(categories)),
  summary: text,
  listings: z.array(dossierListingSchema),
  events: z.array(dossierEventSchema),
  relations: z.array(dossierRelationSchema),
  identifiers: z.strictObject({ wikidata: text.nullable(), website: text.nullable() }),
  sources: z.array(dossierSourceSchema).min(1),
  unverified: z.array(text),
  as_of: date,
});

export type DossierEntity = z.infer<typeof dossierEntitySchema>;
export type DossierName = z.infer<typeof dossierNameSchema>;
export type DossierListing = z.infer<typeof dossierListingSchema>;
export type DossierEvent = z.infer<typeof dossierEventSchema>;
export type DossierRelation = z.infer<typeof dossierRelationSchema>;
export type DossierSource = z.infer<typeof dossierSourceSchema>;
