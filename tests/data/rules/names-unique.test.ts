/** The rule names-unique: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { namesUnique } from '../../../src/compile/rules/names-unique.ts';
import type { Name } from '../../../src/dataset/entity.ts';
import { placesOf } from './check-rule.ts';

const primary = (text: string): Name => ({ text, type: 'primary' });
const acme = (change: Partial<Name>): Name => ({ text: 'Acme', type: 'alias', ...change });
const two = (mine: Partial<Name>, theirs: Partial<Name>) => [
  { names: [primary('Acme Optics'), acme(mine)] },
  { id: 'other-firm', names: [primary('Other Firm'), acme(theirs)] },
];

it('catches a name of two entities, whatever its capitals', () => {
  const both = ['acme-optics.json names["acme"]', 'other-firm.json names["acme"]'];
  expect(placesOf(namesUnique, two({}, {}))).toEqual(both);
  expect(placesOf(namesUnique, two({}, { text: 'ACME' }))).toEqual(both);
  expect(placesOf(namesUnique, two({ ambiguous: true }, {}))).toEqual(both);
});

it('catches a spelling that is sure beside one that is ambiguous', () => {
  const [mine, theirs] = two({ ambiguous: true }, { ambiguous: true });
  const shouted = { names: [...mine!.names, acme({ text: 'ACME' })] };
  expect(placesOf(namesUnique, [shouted, theirs!])).toEqual(['acme-optics.json names["acme"]', 'other-firm.json names["acme"]']);
  expect(placesOf(namesUnique, [shouted])).toEqual([]);
});

it('catches a name twice in one entity, and two primary names', () => {
  expect(placesOf(namesUnique, [{ names: [primary('Acme'), acme({})] }])).toEqual(['acme-optics.json names["Acme"]']);
  expect(placesOf(namesUnique, [{ names: [primary('Acme'), primary('Acme Optics')] }])).toEqual(['acme-optics.json names']);
});

it('lets a name through that is ambiguous in both or unmarked in one', () => {
  expect(placesOf(namesUnique, two({ ambiguous: true }, { ambiguous: true }))).toEqual([]);
  expect(placesOf(namesUnique, two({ unmarked: true }, {}))).toEqual([]);
});
