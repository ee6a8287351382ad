/** The rule unverified: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { unverified } from '../../../src/compile/rules/unverified.ts';
import { sampleEntity } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

it('catches a claim that is also called unverified, and a repeat', () => {
  expect(fieldsOf(unverified, { unverified: [sampleEntity().events[0]!.text] })).toEqual(['unverified']);
  expect(fieldsOf(unverified, { unverified: ['That it has an office.', 'That it has an office.'] })).toEqual(['unverified']);
});

it('lets open questions through', () => {
  expect(fieldsOf(unverified, { unverified: ['That it has an office.'] })).toEqual([]);
});
