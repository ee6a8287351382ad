/** What a tie is called from the other side, which must lead back. */
import { expect, it } from 'vitest';
import { inverseRelation } from '../../../src/dataset/inverse-relation.ts';
import { relationTypes } from '../../../src/dataset/vocabulary.ts';

it.each(relationTypes)('%s, seen from the other side and back, is the same tie', (type) =>
  expect(inverseRelation(inverseRelation(type))).toBe(type),
);

it('is called the same from both sides only where the two are alike', () =>
  expect(relationTypes.filter((type) => inverseRelation(type) === type).toSorted()).toEqual([
    'co-listed-with',
    'partner-of',
    'related-to',
  ]));
