/** The rule operating-status: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { operatingStatus } from '../../../src/compile/rules/operating-status.ts';
import { fieldsOf, placesOf } from './check-rule.ts';
import { sampleRelation } from '../../unit/compile/sample-entities.ts';

const acquiredBy = sampleRelation({ type: 'acquired-by' });
const sold = sampleRelation({ type: 'acquired-by', end: { value: '2024', precision: 'year' } });
const acquired = sampleRelation({ type: 'acquired', external: undefined, target: 'acme-optics' });

it('catches an acquired company without an owner, and an active one that somebody acquired', () => {
  expect(fieldsOf(operatingStatus, { operatingStatus: 'acquired', relations: [] })).toEqual(['operatingStatus']);
  expect(fieldsOf(operatingStatus, { operatingStatus: 'acquired', relations: [sampleRelation()] })).toEqual(['operatingStatus']);
  expect(fieldsOf(operatingStatus, { operatingStatus: 'active', relations: [acquiredBy] })).toEqual(['operatingStatus']);
});

it('catches an active company that was acquired, whatever other ties it has', () => {
  const ties = [acquiredBy, sampleRelation({ id: 'r2' }), { ...sold, id: 'r3' }];
  expect(fieldsOf(operatingStatus, { operatingStatus: 'active', relations: ties })).toEqual(['operatingStatus']);
});

it('catches what only the other side states', () => {
  const places = placesOf(operatingStatus, [
    { operatingStatus: 'active', relations: [] },
    { id: 'zeta-signal', relations: [acquired] },
  ]);
  expect(places).toEqual(['acme-optics.json operatingStatus']);
});

it('lets through an owner on either side, a tie that ended, and other statuses', () => {
  for (const type of ['acquired-by', 'owned-by', 'subsidiary-of'] as const)
    expect(fieldsOf(operatingStatus, { operatingStatus: 'acquired', relations: [sampleRelation({ type })] }), type).toEqual([]);
  expect(placesOf(operatingStatus, [{ operatingStatus: 'acquired', relations: [] }, { id: 'zeta-signal', relations: [acquired] }])).toEqual([]);
  expect(fieldsOf(operatingStatus, { operatingStatus: 'active', relations: [sold] })).toEqual([]);
  expect(fieldsOf(operatingStatus, { operatingStatus: 'active', relations: [sampleRelation({ type: 'subsidiary-of' })] })).toEqual([]);
  expect(fieldsOf(operatingStatus, { operatingStatus: 'defunct', relations: [acquiredBy] })).toEqual([]);
  expect(fieldsOf(operatingStatus, { operatingStatus: 'unknown', relations: [acquiredBy] })).toEqual([]);
});
