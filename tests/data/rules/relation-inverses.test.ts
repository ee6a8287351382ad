/** The rule relation-inverses: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { relationInverses } from '../../../src/compile/rules/relation-inverses.ts';
import type { Relation } from '../../../src/dataset/entity.ts';
import { placesOf } from './check-rule.ts';

const year = (value: string | null) => (value === null ? null : { value, precision: 'year' as const });
const tie = (type: Relation['type'], target: string, start: string | null = null, end: string | null = null): Relation => ({
  id: 'r1', type, target, start: year(start), end: year(end), sources: ['s1'],
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

it('catches both sides of a tie claimed by one entity, once', () => {
  const both = [tie('parent-of', 'other-firm'), { ...tie('subsidiary-of', 'other-firm'), id: 'r2' }];
  expect(placesOf(relationInverses, [{ relations: both }, { id: 'other-firm' }])).toEqual(['acme-optics.json relations.r1.type']);
  const apart = [tie('parent-of', 'other-firm'), { ...tie('subsidiary-of', 'third-firm'), id: 'r2' }];
  expect(placesOf(relationInverses, [{ relations: apart }, { id: 'other-firm' }, { id: 'third-firm' }])).toEqual([]);
});

it.each([
  [['2016'], ['2014'], 1],
  [[null, '2014'], [null, '2016'], 1],
  [[null, '2016'], [null, '2014'], 1],
  [['2014', '2016'], ['2014', '2016'], 0],
  [['2014'], [null], 1],
  [[null], ['2014'], 1],
] as [[string | null, string?], [string | null, string?], number][])('from and to %j here, %j there: %i clashes', (mine, theirs, count) => {
  const both = pair(tie('acquired', 'other-firm', ...mine), tie('acquired-by', 'acme-optics', ...theirs));
  expect(placesOf(relationInverses, both)).toHaveLength(count);
});

it('lets ties of the other entity to third ones, and other ties to this one, have dates of their own', () => {
  const mine = tie('acquired', 'other-firm', '2014');
  const theirs = [tie('acquired-by', 'third-firm', '2016'), { ...tie('supplied-to', 'acme-optics', '2018'), id: 'r2' }];
  expect(placesOf(relationInverses, [{ relations: [mine] }, { id: 'other-firm', relations: theirs }, { id: 'third-firm' }])).toEqual([]);
});

it('lets agreeing sides and two-way ties through', () => {
  expect(placesOf(relationInverses, pair(tie('parent-of', 'other-firm'), tie('subsidiary-of', 'acme-optics')))).toEqual([]);
  expect(placesOf(relationInverses, pair(tie('partner-of', 'other-firm'), tie('partner-of', 'acme-optics')))).toEqual([]);
});

it('catches owners in a circle of three, whoever states the ties, and lets an ended tie through', () => {
  const places = (second: Relation, third: Relation[], first: Relation[] = []) =>
    placesOf(relationInverses, [
      { relations: [tie('subsidiary-of', 'b-firm'), ...first] },
      { id: 'b-firm', relations: [second] },
      { id: 'c-firm', relations: third },
    ]);
  const second = tie('subsidiary-of', 'c-firm');
  const [one, two] = ['acme-optics.json relations.r1.type', 'b-firm.json relations.r1.type'];
  expect(places(second, [tie('owned-by', 'acme-optics')])).toEqual([one, two, 'c-firm.json relations.r1.type']);
  expect(places(second, [], [{ ...tie('parent-of', 'c-firm'), id: 'r2' }])).toEqual([one, two]);
  expect(places(tie('subsidiary-of', 'c-firm', null, '2020'), [tie('owned-by', 'acme-optics')])).toEqual([]);
  expect(places(second, [tie('related-to', 'acme-optics')])).toEqual([]);
});
