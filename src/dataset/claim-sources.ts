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
  const stated = sourcesWhereStated(record, claim);
  return claim.sources.flatMap((id) => stated.find((source) => source.id === id) ?? []);
}
