/** Which of a record's sources a claim cites. Ids of sources are those of the file that states the claim. Pure. */
import type { CardRecord, RecordSource } from './records.ts';

type Sourced = Pick<CardRecord, 'sources' | 'foreignSources'>;

/** The sources of the file that states the claim: the record's own, or another party's. */
export function sourcesWhereStated(
  record: Sourced,
  { statedBy }: { statedBy?: string },
): readonly RecordSource[] {
  return statedBy === undefined ? record.sources : (record.foreignSources[statedBy] ?? []);
}

/** The sources that the claim cites, in its order; ids that resolve to nothing are left out. */
export function sourcesOf(
  record: Sourced,
  claim: { sources: readonly string[]; statedBy?: string },
): RecordSource[] {
  return sourcesWithIds(sourcesWhereStated(record, claim), claim.sources);
}

/** In the order of the ids; those that resolve to nothing are left out. */
export function sourcesWithIds(sources: readonly RecordSource[], ids: readonly string[]): RecordSource[] {
  return ids.flatMap((id) => sources.find((source) => source.id === id) ?? []);
}
