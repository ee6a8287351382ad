/** The authored form of one entity, `data/entities/<id>.json`: a strict schema from which all dataset types are inferred. */
import { z } from 'zod';
import { dateSchema } from './date-schema.ts';
import {
  categories,
  entityKinds,
  eventTypes,
  listingStatuses,
  nameTypes,
  relationTypes,
  sourceKinds,
} from './vocabulary.ts';

/** No space at either end: one there is a slip, and would part two spellings of one name. */
export const text = z.string().regex(/^\S(.*\S)?$/su, 'must not be empty, begin or end with a space');
export const entityIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are lower-case words joined by hyphens');
/** ISO 3166-1 alpha-2. */
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, 'write the two capital letters of ISO 3166, such as "GB"');
/** BCP 47, as short as it can be: `he`, `zh-Hant`. */
const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'write a language code, such as "he" or "zh-Hant"');
export const daySchema = z.iso.date('write a day as YYYY-MM-DD');
/** A web address in the letters that RFC 3986 allows; others are written as %-bytes, as browsers copy them. */
export const addressSchema = z
  .url({ protocol: /^https?$/, error: 'write an address that begins with https:// or http://' })
  .refine((url) => /^[\x21-\x7e]+$/.test(url), {
    error: 'write letters outside ASCII as %-bytes, as browsers copy them',
  });
const claimIdSchema = (letter: string) =>
  z.string().regex(new RegExp(`^${letter}[1-9]\\d*$`), `ids here are ${letter}1, ${letter}2 and so on`);
/** Ids of sources in the same file; a claim has at least one. */
const sourceIdsSchema = z.array(claimIdSchema('s')).min(1);

/** Another thing that a name is used for, and the words near it that give that reading away. */
const otherMeaningSchema = z.strictObject({ meaning: text, cues: z.array(text).min(1).optional() });

export const nameSchema = z.strictObject({
  text,
  type: z.enum(nameTypes),
  language: languageSchema.optional(),
  note: text.optional(),
  /** True where the same letters also mean something else; the matcher then wants evidence. */
  ambiguous: z.literal(true).optional(),
  /** True for an ordinary word: marked only where the entity's other names, its maker, product or other kin stand too. */
  onlyWithKin: z.literal(true).optional(),
  otherMeanings: z.array(otherMeaningSchema).min(1).optional(),
  /** Words that, near the name, show that this entity is meant. Any language. */
  context: z.array(text).min(1).optional(),
  /** Words that, directly before or after the name, show that it is something else ("Airlines"). */
  notBefore: z.array(text).min(1).optional(),
  notAfter: z.array(text).min(1).optional(),
  /** `exact`: only in these very letters; `any`: also in lower case. Without it: as written, or in capitals. */
  case: z.enum(['exact', 'any']).optional(),
  /** True for a name that is recorded but never marked in a page. */
  unmarked: z.literal(true).optional(),
  sources: sourceIdsSchema.optional(),
});

/** Four dates that lists keep apart; each null when no source read gives it. */
const listingDatesSchema = z.strictObject({
  designated: dateSchema.nullable(),
  published: dateSchema.nullable(),
  effective: dateSchema.nullable(),
  removed: dateSchema.nullable(),
});

/** An official act against an entity. `does` and `doesNot` are one plain sentence each. */
const listingSchema = z.strictObject({
  id: claimIdSchema('l'),
  authority: text,
  list: text,
  /** The legal basis or programme under which it was listed, where the source says. */
  program: text.optional(),
  status: z.enum(listingStatuses),
  legalName: text.nullable(),
  /** Whom it names, where those are too many to copy: "46 further affiliates". Tells it from others on the same list. */
  covers: text.optional(),
  dates: listingDatesSchema,
  /** What a date means where the list's own practice is unusual ("date of enactment"). */
  dateNote: text.optional(),
  citation: text.nullable(),
  does: text,
  doesNot: text.nullable(),
  reason: text.nullable(),
  sources: sourceIdsSchema,
});

/** What the accused side says of an allegation; shown right behind it, wherever the event is shown. */
const denialSchema = z.strictObject({ text, sources: sourceIdsSchema });

/** A dated fact; `date` null when no source read gives one. `denial` is what the side accused in `text` says. */
const eventSchema = z.strictObject({
  id: claimIdSchema('e'),
  date: dateSchema.nullable(),
  type: z.enum(eventTypes),
  text,
  denial: denialSchema.optional(),
  /** Comes before newer events of its kind where a card has room for few. */
  telling: z.literal(true).optional(),
  sources: sourceIdsSchema,
});

/** A tie to another entity: `target` is an id of the dataset, or `external` names a party that has no entry. */
const relationSchema = z
  .strictObject({
    id: claimIdSchema('r'),
    type: z.enum(relationTypes),
    target: entityIdSchema.optional(),
    external: text.optional(),
    start: dateSchema.nullable(),
    end: dateSchema.nullable(),
    text: text.optional(),
    sources: sourceIdsSchema,
  })
  .refine((relation) => (relation.target === undefined) !== (relation.external === undefined), {
    error: 'a relation has either a target in the dataset or an external party',
  });

/** A dateless statement worth a line of its own in the card. */
const factSchema = z.strictObject({ id: claimIdSchema('f'), text, sources: sourceIdsSchema });

export const sourceSchema = z.strictObject({
  id: claimIdSchema('s'),
  url: addressSchema,
  archiveUrl: addressSchema.optional(),
  title: text,
  publisher: text,
  published: dateSchema.nullable(),
  kind: z.enum(sourceKinds),
  /** The source was read on this day or earlier. */
  readBy: daySchema,
  /** In our own words, what the page says that backs the claims citing it. */
  supports: text,
});

const reviewSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('draft') }),
  z.strictObject({ state: z.literal('reviewed'), on: daySchema }),
]);

export const entitySchema = z.strictObject({
  id: entityIdSchema,
  kind: z.enum(entityKinds),
  name: text,
  names: z.array(nameSchema).min(1),
  review: reviewSchema,
  country: countrySchema.nullable(),
  headquarters: text.nullable(),
  founded: dateSchema.nullable(),
  operatingStatus: z.enum(['active', 'acquired', 'renamed', 'defunct', 'unknown']).nullable(),
  categories: z.array(z.enum(categories)),
  summary: text,
  facts: z.array(factSchema).optional(),
  listings: z.array(listingSchema),
  events: z.array(eventSchema),
  relations: z.array(relationSchema),
  identifiers: z.strictObject({
    wikidata: z
      .string()
      .regex(/^Q\d+$/, 'write the item, such as "Q42"')
      .nullable(),
    website: addressSchema.nullable(),
  }),
  sources: z.array(sourceSchema).min(1),
  /** What is commonly said but no page read supports; never shown as fact. */
  unverified: z.array(text),
  /** The newest date among the sources that bear on its current status. */
  asOf: dateSchema.nullable(),
});

export type Entity = z.infer<typeof entitySchema>;
export type Name = z.infer<typeof nameSchema>;
export type Listing = z.infer<typeof listingSchema>;
export type EntityEvent = z.infer<typeof eventSchema>;
export type Relation = z.infer<typeof relationSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Source = z.infer<typeof sourceSchema>;
