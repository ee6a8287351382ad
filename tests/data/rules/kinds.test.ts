/** The rule kinds: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { kinds } from '../../../src/compile/rules/kinds.ts';
import { fieldsOf } from './check-rule.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';


it('catches a listed law, a company without a status, and a person who was founded or in business', () => {
  expect(fieldsOf(kinds, { kind: 'instrument', listings: [sampleListing()] })).toEqual(['listings']);
  expect(fieldsOf(kinds, { kind: 'investigation', listings: [sampleListing()] })).toEqual(['listings']);
  expect(fieldsOf(kinds, { operatingStatus: null })).toEqual(['operatingStatus']);
  expect(fieldsOf(kinds, { kind: 'investor', operatingStatus: null })).toEqual(['operatingStatus']);
  expect(fieldsOf(kinds, { kind: 'person', operatingStatus: null, founded: { value: '1970', precision: 'year' } })).toEqual(['founded']);
  expect(fieldsOf(kinds, { kind: 'person', operatingStatus: 'unknown' })).toEqual(['operatingStatus']);
});

it('lets a listed company and a person through', () => {
  expect(fieldsOf(kinds, { listings: [sampleListing()] })).toEqual([]);
  expect(fieldsOf(kinds, { kind: 'person', operatingStatus: null })).toEqual([]);
  expect(fieldsOf(kinds, { kind: 'instrument', operatingStatus: null })).toEqual([]);
  expect(fieldsOf(kinds, { founded: { value: '1970', precision: 'year' } })).toEqual([]);
});
