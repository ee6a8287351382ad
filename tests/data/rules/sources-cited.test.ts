/** The rule sources-cited: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { sourcesCited } from '../../../src/compile/rules/sources-cited.ts';
import { sampleEntity, sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

const sources = [...sampleEntity().sources, sampleSource('s9')];

it('catches a source that nothing cites', () => {
  expect(fieldsOf(sourcesCited, { sources })).toEqual(['sources.s9']);
});

it.each([
  ['a claim', { facts: [{ id: 'f1', text: 'Acme has an office.', sources: ['s9'] }] }],
  ['a denial', withEvent({ denial: { text: 'Acme denied it.', sources: ['s9'] } })],
  ['a name', { names: [{ text: 'Acme Optics', type: 'primary' as const, sources: ['s9'] }] }],
])('lets through what %s cites', (_what, change) => {
  expect(fieldsOf(sourcesCited, { ...change, sources })).toEqual([]);
});
