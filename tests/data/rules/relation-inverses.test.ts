/** The rule relation-inverses: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { relationInverses } from '../../../src/compile/rules/relation-inverses.ts';
import type { Relation } from '../../../src/dataset/entity.ts';
import { placesOf } from './check-rule.ts';

const tie = (type: Relation['type'], target: string, start: string | null = null): Relation => ({
  id: 'r1', type, target, start: start === null ? null : { value: start, precision: 'year' }, end: null, sources: ['s1'],
});
const pair = (mine: Relation, theirs: Relation) => [{ relations: [mine] }, { id: 'other-firm', relations: [theirs] }];

it('catches two parents of each other', () => {
  const both = pair(tie('parent-of', 'other-firm'), tie('parent-of', 'acme-optics'));
  expect(placesOf(relationInverses, both)).toEqual(['acme-optics.json relations.r1.type', 'other-firm.json relations.r1.type']);
});

it('catches dates that cannot both be true, once', () => {
  const both = pair(tie('acquired', 'other-firm', '2014'), tie('acquired-by', 'acme-optics', '2016'));
  expect(placesOf(relationInverses, both)).toEqual(['acme-optics.json relations.r1']);
});

it('catches a date that one side alone gives', () => {
  const both = pair(tie('acquired', 'other-firm'), tie('acquired-by', 'acme-optics', '2016'));
  expect(placesOf(relationInverses, both)).toEqual(['acme-optics.json relations.r1']);
});

it('lets agreeing sides and two-way ties through', () => {
  expect(placesOf(relationInverses, pair(tie('parent-of', 'other-firm'), tie('subsidiary-of', 'acme-optics')))).toEqual([]);
  expect(placesOf(relationInverses, pair(tie('partner-of', 'other-firm'), tie('partner-of', 'acme-optics')))).toEqual([]);
});
