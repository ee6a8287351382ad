/** The rule claim-sources: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { claimSources } from '../../../src/compile/rules/claim-sources.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it('catches a source that is not there, and one cited twice', () => {
  expect(fieldsOf(claimSources, withEvent({ sources: ['s9'] }))).toEqual(['events.e1.sources']);
  expect(fieldsOf(claimSources, withEvent({ sources: ['s1', 's1'] }))).toEqual(['events.e1.sources']);
  expect(fieldsOf(claimSources, { names: [{ text: 'Acme', type: 'primary', sources: ['s7'] }] })).toEqual(['names["Acme"].sources']);
});

it('lets sources through that are there', () => {
  expect(fieldsOf(claimSources, {})).toEqual([]);
});
