/** Profiles: per entity, everything that is known, with the sources that others' statements about it need. */
import type { ToldEntity } from './state-media.ts';
import type { ProfileRecord, RecordRelation } from '../dataset/records.ts';
import { compileCard, foreignSources } from './compile-cards.ts';

export function compileProfile(
  entity: ToldEntity,
  relations: readonly RecordRelation[],
  byId: ReadonlyMap<string, ToldEntity>,
): ProfileRecord {
  return {
    ...compileCard(entity, relations, byId),
    names: entity.names,
    founded: entity.founded,
    identifiers: entity.identifiers,
    relations: [...relations],
    sources: entity.sources,
    foreignSources: foreignSources(relations, byId),
    unverified: entity.unverified,
  };
}
