/** The rule names-explained: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { namesExplained } from '../../../src/compile/rules/names-explained.ts';
import { fieldsOf } from './check-rule.ts';

const eye = { text: 'Eye', type: 'primary' as const, ambiguous: true as const };

it('catches an ambiguous name that nothing can settle', () => {
  expect(fieldsOf(namesExplained, { names: [eye] })).toEqual(['names["Eye"]']);
  expect(fieldsOf(namesExplained, { names: [{ ...eye, onlyWithKin: true }] })).toEqual([]);
  expect(fieldsOf(namesExplained, { names: [eye, { text: 'Acme Eye', type: 'alias', unmarked: true }] })).toEqual(['names["Eye"]']);
});

it('lets an explained one through, and one beside a plain name', () => {
  expect(fieldsOf(namesExplained, { names: [{ ...eye, otherMeanings: [{ meaning: 'the organ' }] }] })).toEqual([]);
  expect(fieldsOf(namesExplained, { names: [{ ...eye, onlyWithKin: true }] })).toEqual([]);
  expect(fieldsOf(namesExplained, { names: [eye, { text: 'Acme Eye', type: 'alias' }] })).toEqual([]);
});
