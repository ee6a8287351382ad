/** The rule names-cues: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { namesCues } from '../../../src/compile/rules/names-cues.ts';
import { fieldsOf } from './check-rule.ts';
import type { Name } from '../../../src/dataset/entity.ts';


const check = (change: Partial<Name>) => fieldsOf(namesCues, { names: [{ text: 'Acme', type: 'primary', ...change }] });

it.each<[string, Partial<Name>]>([
  ['context', { context: ['spy*ware'] }],
  ['context', { context: ['*'] }],
  ['context', { context: ['a*'] }],
  ['context', { context: ['–'] }],
  ['context', { context: ['a'] }],
  ['context', { context: ['The'] }],
  ['otherMeanings', { otherMeanings: [{ meaning: 'cartoon', cues: ['of'] }] }],
  ['context', { context: ['Acme'] }],
  ['context', { context: ['Camera', 'camera'] }],
  ['context', { context: ['anvil'], otherMeanings: [{ meaning: 'cartoon', cues: ['anvil'] }] }],
  ['notBefore', { notBefore: ['Airlines', 'airlines'] }],
  ['otherMeanings', { otherMeanings: [{ meaning: 'cartoon', cues: ['acme'] }] }],
  ['otherMeanings', { otherMeanings: [{ meaning: 'an app package', cues: ['.ipa'] }] }],
  ['context', { context: ['“anvil”'] }],
])('catches a fault in %s: %j', (list, change) => {
  expect(check(change)).toEqual([`names["Acme"].${list}`]);
});

it('lets words and word beginnings through, in any script', () => {
  expect(check({ context: ['acme', 'spy*', 'шпион*', 'Israeli firm', '监控', '的', 'ICE'], notBefore: ['3'], notAfter: ['.net'], otherMeanings: [{ meaning: 'cartoon', cues: ['anvil'] }] })).toEqual([]);
});
