/** How claims of a profile are addressed, ordered and found by their sources. Pure. */
import type { ProfileRecord, RecordRelation } from '../dataset/records.ts';

/** The relation's place in the page; ids of claims stated elsewhere are only unique together with that entity's. */
export function relationAnchor(relation: Pick<RecordRelation, 'id' | 'statedBy'>): string {
  return relation.statedBy === undefined ? relation.id : `${relation.statedBy}.${relation.id}`;
}

/** By source id, the ids of the record's own claims that cite it, in the order of the page. */
export function citingClaims(record: ProfileRecord): Map<string, string[]> {
  const citing = new Map<string, string[]>();
  const own = record.relations.filter((relation) => relation.statedBy === undefined);
  for (const claim of [...record.facts, ...record.listings, ...record.events, ...own]) {
    for (const source of claim.sources) citing.set(source, [...(citing.get(source) ?? []), claim.id]);
  }
  return citing;
}

/** Relations by type, in the order in which the types first appear. */
export function relationsByType(record: ProfileRecord): [RecordRelation['type'], RecordRelation[]][] {
  return [...Map.groupBy(record.relations, (relation) => relation.type)];
}
