/** The rule neutral-words: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { neutralWords } from '../../../src/compile/rules/neutral-words.ts';
import type { Entity } from '../../../src/dataset/entity.ts';
import { sampleEntity, sampleListing, sampleRelation } from '../../unit/compile/sample-entities.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it.each(['The notorious vendor sold it.', 'It clearly broke the law.', 'The firm allegedly sold it.', 'The firm reportedly sold it.', 'The firm is believed to have sold it.', 'Its world-class product was sold.'])('catches “%s”', (text) => {
  expect(fieldsOf(neutralWords, withEvent({ text }))).toEqual(['events.e1.text']);
});

it('looks at every text that a reader sees, and names the one at fault', () => {
  const text = 'The notorious vendor sold it.';
  const spoilt: Partial<Entity> = {
    summary: text,
    facts: [{ id: 'f1', text, sources: ['s1'] }],
    events: [{ ...sampleEntity().events[0]!, text, denial: { text, sources: ['s1'] } }],
    relations: [sampleRelation({ text })],
    listings: [sampleListing({ covers: text, does: text, doesNot: text, reason: text, dateNote: text })],
  };
  const listing = ['covers', 'does', 'doesNot', 'reason', 'dateNote'].map((field) => `listings.l1.${field}`);
  expect(fieldsOf(neutralWords, spoilt)).toEqual(['summary', 'facts.f1.text', 'events.e1.text', 'events.e1.denial', 'relations.r1.text', ...listing]);
});

it.each(['Reporters said that it had sold it.', 'A senator believed it.', 'Google said that it was believed to have made it.', 'The case alleged that it sold it.'])('lets “%s” through', (text) => {
  expect(fieldsOf(neutralWords, withEvent({ text }))).toEqual([]);
});

it('lets plain words and quoted ones through', () => {
  expect(fieldsOf(neutralWords, withEvent({ text: 'A senator called Acme “notorious”; Acme denied it.' }))).toEqual([]);
  expect(fieldsOf(neutralWords, {})).toEqual([]);
});
