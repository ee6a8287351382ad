/** The rule claim-ids: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { claimIds } from '../../../src/compile/rules/claim-ids.ts';
import { sampleEntity, sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

it('catches ids used twice', () => {
  const [event] = sampleEntity().events;
  expect(fieldsOf(claimIds, { events: [event!, event!], sources: [sampleSource('s1'), sampleSource('s1')] })).toEqual([
    'events.e1',
    'sources.s1',
  ]);
});

it('lets ids of different sections be alike', () => {
  expect(fieldsOf(claimIds, {})).toEqual([]);
});
