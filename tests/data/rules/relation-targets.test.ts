/** The rule relation-targets: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { relationTargets } from '../../../src/compile/rules/relation-targets.ts';
import { sampleRelation } from '../../unit/compile/sample-entities.ts';
import { placesOf } from './check-rule.ts';

const tie = (target: string) => ({ id: 'r1', type: 'related-to' as const, target, start: null, end: null, sources: ['s1'] });
const other = {
  id: 'other-firm',
  name: 'Other Firm',
  names: [
    { text: 'Other Firm', type: 'primary' as const },
    { text: 'Other Firm B.V.', type: 'legal' as const },
    { text: 'Firm', type: 'alias' as const, ambiguous: true as const },
    { text: 'Other Town', type: 'kin' as const },
  ],
};

it.each([
  ['a target that does not exist', [tie('nobody')], 'acme-optics.json relations.r1.target'],
  ['a tie to itself', [tie('acme-optics')], 'acme-optics.json relations.r1.target'],
  ['an external party that has an entry', [sampleRelation({ external: 'other firm' })], 'acme-optics.json relations.r1.external'],
  ['an external party that has an entry by its legal name', [sampleRelation({ external: 'Other Firm B.V.' })], 'acme-optics.json relations.r1.external'],
  ['a tie to an outside party stated twice but for capitals', [sampleRelation({ external: 'Example City' }), sampleRelation({ id: 'r2', external: 'example city' })], 'acme-optics.json relations.r2'],
  ['a tie stated twice', [tie('other-firm'), { ...tie('other-firm'), id: 'r2' }], 'acme-optics.json relations.r2'],
])('catches %s', (_what, relations, place) => {
  expect(placesOf(relationTargets, [{ relations }, other])).toEqual([place]);
});

it('catches an external party that is the entity itself by another name', () => {
  const names = [{ text: 'Acme Optics', type: 'primary' as const }, { text: 'Acme', type: 'abbreviation' as const }];
  const relations = [sampleRelation({ external: 'ACME' })];
  expect(placesOf(relationTargets, [{ names, relations }, other])).toEqual(['acme-optics.json relations.r1.external']);
});

it('lets a tie to an entity and one to an outside party through', () => {
  expect(placesOf(relationTargets, [{ relations: [tie('other-firm'), sampleRelation({ id: 'r2' })] }, other])).toEqual([]);
});

it.each(['Firm', 'Other Town'])('lets “%s” through: the name also means something else, or is a kin’s', (external) => {
  expect(placesOf(relationTargets, [{ relations: [sampleRelation({ external })] }, other])).toEqual([]);
});

it('takes a name of kin for another party, any other of its names for itself', () => {
  const check = (type: 'alias' | 'kin') =>
    placesOf(relationTargets, [
      { names: [{ text: 'Acme Optics', type: 'primary' }, { text: 'Acme Holdings', type }], relations: [sampleRelation({ external: 'Acme Holdings' })] },
    ]);
  expect(check('alias')).toEqual(['acme-optics.json relations.r1.external']);
  expect(check('kin')).toEqual([]);
});
