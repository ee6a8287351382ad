/** The other parties of an entity's relations, each with all its ties, and on which side of the drawing it belongs. Pure. */
import type { RecordRelation } from '../dataset/records.ts';
import type { RelationType } from '../dataset/vocabulary.ts';

/** One other party with all its ties to the entity. */
export interface Party {
  key: string;
  name: string;
  /** Null where it has no profile. */
  entity: string | null;
  /** One of each type. */
  ties: Pick<RecordRelation, 'type' | 'start' | 'end'>[];
  side: Side;
}
export type Side = 'above' | 'below' | 'beside';

const sides: Readonly<Record<RelationType, Side>> = {
  'made-by': 'above',
  'subsidiary-of': 'above',
  'acquired-by': 'above',
  'owned-by': 'above',
  investor: 'above',
  'founded-by': 'above',
  'has-officer': 'above',
  'bid-by': 'above',
  formerly: 'above',
  'successor-of': 'above',
  'described-in': 'above',
  'maker-of': 'below',
  'parent-of': 'below',
  acquired: 'below',
  'owner-of': 'below',
  'invested-in': 'below',
  'founder-of': 'below',
  'officer-of': 'below',
  'bid-for': 'below',
  'renamed-to': 'below',
  'succeeded-by': 'below',
  describes: 'below',
  'supplied-to': 'beside',
  'customer-of': 'beside',
  'reseller-of': 'beside',
  'resold-by': 'beside',
  'partner-of': 'beside',
  'applies-to': 'below',
  'subject-to': 'above',
  'co-listed-with': 'beside',
  'related-to': 'beside',
};

/** Each party once, in the order of the relations; the side is that of its first tie. */
export function partiesOf(relations: readonly RecordRelation[]): Party[] {
  const parties = new Map<string, Party>();
  for (const { entity, name, type, start, end } of relations) {
    const key = entity ?? `"${name}"`;
    const party = parties.get(key);
    const tie = { type, start, end };
    if (!party) parties.set(key, { key, name, entity, ties: [tie], side: sides[type] });
    else if (!party.ties.some((other) => other.type === type)) party.ties.push(tie);
  }
  // Ties of one kind stand together.
  return [...Map.groupBy(parties.values(), ({ ties: [first] }) => first!.type).values()].flat();
}
