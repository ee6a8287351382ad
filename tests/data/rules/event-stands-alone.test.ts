/** The rule event-stands-alone: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { eventStandsAlone } from '../../../src/compile/rules/event-stands-alone.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it.each(['It bought Eye.', 'Both reports appeared.', 'The company went bankrupt.', 'The court dismissed the suit.'])('catches “%s”', (text) => {
  expect(fieldsOf(eventStandsAlone, withEvent({ text }))).toEqual(['events.e1.text']);
});

it.each(['Acme bought Eye.', 'It was reported that Acme was sold.', 'The Delhi court dismissed the suit.'])('lets “%s” through', (text) => {
  expect(fieldsOf(eventStandsAlone, withEvent({ text }))).toEqual([]);
});
