/** The rule event-denial: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { claimSources } from '../../../src/compile/rules/claim-sources.ts';
import { eventDenial } from '../../../src/compile/rules/event-denial.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

const check = (text: string) => fieldsOf(eventDenial, withEvent({ denial: { text, sources: ['s1'] } }));

it.each(['Acme opened an office.', 'Acme denied it', 'the company denied it.'])('catches “%s”', (text) => {
  expect(check(text)).toContain('events.e1.denial');
});

it('catches a denial that stands in the text too', () => {
  const event = { text: 'A paper told of it. Acme denied it.', denial: { text: 'Acme denied it.', sources: ['s1'] } };
  expect(fieldsOf(eventDenial, withEvent(event))).toEqual(['events.e1.denial']);
});

it.each(['Acme denied it.', 'The ministry rejected the criticism.', 'Acme told Reuters that it follows the law.', 'Acme replied that it sells no cameras.', 'Acme maintains its innocence.', 'Its lawyer said: “We did no such thing.”'])('lets “%s” through', (text) => {
  expect(check(text)).toEqual([]);
});

it('leaves it to claim-sources to catch a denial that cites what is not there', () => {
  expect(fieldsOf(claimSources, withEvent({ denial: { text: 'Acme denied it.', sources: ['s9'] } }))).toEqual(['events.e1.denial.sources']);
});
