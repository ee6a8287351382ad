/** The rule co-listed: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { coListed } from '../../../src/compile/rules/co-listed.ts';
import { sampleListing, sampleRelation } from '../../unit/compile/sample-entities.ts';
import { placesOf } from './check-rule.ts';

const relations = [sampleRelation({ type: 'co-listed-with', external: undefined, target: 'acme-eye' })];
const check = (list: string) =>
  placesOf(coListed, [{ relations, listings: [sampleListing()] }, { id: 'acme-eye', listings: [sampleListing({ list })] }]);

it('catches two that share no list, and an outsider', () => {
  expect(check('SDN List')).toEqual(['acme-optics.json relations.r1.type']);
  expect(placesOf(coListed, [{ relations: [sampleRelation({ type: 'co-listed-with' })] }])).toEqual(['acme-optics.json relations.r1.type']);
});

it('lets two on one list through', () => {
  expect(check('Entity List')).toEqual([]);
});
