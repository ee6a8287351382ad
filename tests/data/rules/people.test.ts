/** The rule people: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { people } from '../../../src/compile/rules/people.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it('catches a person who is neither listed nor convicted', () => {
  expect(fieldsOf(people, { kind: 'person' })).toEqual(['kind']);
  expect(fieldsOf(people, { kind: 'person', ...withEvent({ type: 'expose', text: 'A paper said that she was convicted.' }) })).toEqual(['kind']);
  expect(fieldsOf(people, { kind: 'person', ...withEvent({ type: 'ruling', text: 'A court fined her company Acme.' }) })).toEqual(['kind']);
});

it('lets a listed and a convicted person through', () => {
  expect(fieldsOf(people, { kind: 'person', listings: [sampleListing()] })).toEqual([]);
  expect(fieldsOf(people, { kind: 'person', ...withEvent({ type: 'ruling', text: 'A court sentenced her to a fine.' }) })).toEqual([]);
});
