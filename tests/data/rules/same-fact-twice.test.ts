/** The rule same-fact-twice: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { sameFactTwice } from '../../../src/compile/rules/same-fact-twice.ts';
import { sampleEntity } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

const event = (id: string, text: string) => ({ ...sampleEntity().events[0]!, id, text });

it('catches an event told again', () => {
  const events = [
    event('e1', 'Acme Optics signed a contract with Example City for 40 cameras.'),
    event('e2', 'Acme Optics signed a contract with Example City for forty cameras.'),
  ];
  expect(fieldsOf(sameFactTwice, { events })).toEqual(['events.e2.text']);
});

it('catches an event told again as a fact, and a fact told again', () => {
  const text = 'Acme Optics signed a contract with Example City for 40 cameras.';
  const fact = (id: string) => ({ id, text, sources: ['s1'] });
  expect(fieldsOf(sameFactTwice, { events: [event('e1', text)], facts: [fact('f1')] })).toEqual(['facts.f1.text']);
  expect(fieldsOf(sameFactTwice, { events: [], facts: [fact('f1'), fact('f2')] })).toEqual(['facts.f2.text']);
});

it('lets like events with other facts through', () => {
  const events = [event('e1', 'The list grew to 134 firms.'), event('e2', 'The list grew to 92 firms in May.')];
  expect(fieldsOf(sameFactTwice, { events })).toEqual([]);
});
