/** The rule identifiers: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { identifiers } from '../../../src/compile/rules/identifiers.ts';
import { placesOf } from './check-rule.ts';

const withId = (wikidata: string | null) => ({ identifiers: { wikidata, website: null } });

it('catches one Wikidata item for two entities', () => {
  expect(placesOf(identifiers, [withId('Q42'), { id: 'other-firm', ...withId('Q42') }])).toEqual(['other-firm.json identifiers.wikidata']);
});

it('lets entities without one through', () => {
  expect(placesOf(identifiers, [withId(null), { id: 'other-firm', ...withId(null) }])).toEqual([]);
});
