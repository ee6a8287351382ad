/** Outlets that a state runs (`data/state-media.json`): which one printed a source, and telling readers so beside it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  addressSchema,
  countrySchema,
  daySchema,
  text,
  type Entity,
  type Source,
} from '../dataset/entity.ts';
import type { RecordSource } from '../dataset/records.ts';

const outletSchema = z.strictObject({
  /** What readers know it by; its pages name one of these as their publisher. */
  names: z.array(text).min(1),
  state: countrySchema,
  /** Where it publishes; what stands below these is its too. */
  hosts: z
    .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'write a host, such as "example.org"'))
    .min(1),
  /** How the state owns or runs it and directs what it prints, with the pages that say so. */
  why: text,
  sources: z.array(z.strictObject({ url: addressSchema, publisher: text, readBy: daySchema })).min(1),
});
export type StateOutlet = z.infer<typeof outletSchema>;

const areDifferent = (values: readonly string[]) => new Set(values).size === values.length;

export const stateMediaSchema = z
  .array(outletSchema)
  .refine((outlets) => areDifferent(outlets.flatMap(({ hosts, names }) => [...hosts, ...names])), {
    error: 'a host or a name stands twice',
  });

/** Throws when `data/state-media.json` is missing or breaks its schema. */
export function readStateMedia(folder: string): StateOutlet[] {
  return stateMediaSchema.parse(JSON.parse(readFileSync(path.join(folder, 'state-media.json'), 'utf8')));
}

type Printed = Pick<Source, 'url' | 'publisher'>;

/** The outlet whose page this is. */
export function outletAt(url: string, outlets: readonly StateOutlet[]): StateOutlet | undefined {
  const host = new URL(url).hostname;
  return outlets.find(({ hosts }) => hosts.some((own) => host === own || host.endsWith(`.${own}`)));
}

/** The outlet that printed a source: its own page, or a copy of its text elsewhere, which names it first: “TASS (via …)”. */
export function stateOutletOf(
  { url, publisher }: Printed,
  outlets: readonly StateOutlet[],
): StateOutlet | undefined {
  const writer = publisher.split(' (')[0]!;
  return outletAt(url, outlets) ?? outlets.find(({ names }) => names.includes(writer));
}

/** A source that tells whether a state's outlet printed it, and an entity with such sources. */
export type ToldSource = Source & Pick<RecordSource, 'stateMedia'>;
export type ToldEntity = Omit<Entity, 'sources'> & { sources: ToldSource[] };

/** The same entity; where a state's outlet printed a source, with that state. */
export function tellStateMedia(entity: Entity, outlets: readonly StateOutlet[]): ToldEntity {
  const sources = entity.sources.map((source) => {
    const outlet = stateOutletOf(source, outlets);
    return outlet ? { ...source, stateMedia: outlet.state } : source;
  });
  return { ...entity, sources };
}
