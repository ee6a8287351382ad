/** The rule event-one-fact: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { eventOneFact } from '../../../src/compile/rules/event-one-fact.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it('catches two facts in one sentence', () => {
  expect(fieldsOf(eventOneFact, withEvent({ text: 'Acme bought Eye; a year later it opened an office.' }))).toEqual(['events.e1.text']);
});

it.each(['Acme bought Eye.', 'A paper reported a sale; Acme denied it.', 'A paper reported a sale; the company did not respond.'])(
  'lets “%s” through',
  (text) => {
    expect(fieldsOf(eventOneFact, withEvent({ text }))).toEqual([]);
  },
);
