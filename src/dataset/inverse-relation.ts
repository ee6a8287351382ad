/** The same tie seen from the other side: what a relation type is called in the target's profile. */
import type { RelationType } from './vocabulary.ts';

const inverses: Readonly<Record<RelationType, RelationType>> = {
  'maker-of': 'made-by',
  'made-by': 'maker-of',
  'subsidiary-of': 'parent-of',
  'parent-of': 'subsidiary-of',
  'acquired-by': 'acquired',
  acquired: 'acquired-by',
  'renamed-to': 'formerly',
  formerly: 'renamed-to',
  'invested-in': 'investor',
  investor: 'invested-in',
  'founded-by': 'founder-of',
  'founder-of': 'founded-by',
  'bid-for': 'bid-by',
  'bid-by': 'bid-for',
  'reseller-of': 'resold-by',
  'resold-by': 'reseller-of',
  'supplied-to': 'customer-of',
  'customer-of': 'supplied-to',
  'officer-of': 'has-officer',
  'has-officer': 'officer-of',
  'partner-of': 'partner-of',
  'successor-of': 'succeeded-by',
  'succeeded-by': 'successor-of',
  'owner-of': 'owned-by',
  'owned-by': 'owner-of',
  'applies-to': 'subject-to',
  'subject-to': 'applies-to',
  'co-listed-with': 'co-listed-with',
  'described-in': 'describes',
  describes: 'described-in',
  'related-to': 'related-to',
};

export function inverseRelation(type: RelationType): RelationType {
  return inverses[type];
}
