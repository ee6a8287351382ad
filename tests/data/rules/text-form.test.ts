/** The rule text-form: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { textForm } from '../../../src/compile/rules/text-form.ts';
import { sampleListing } from '../../unit/compile/sample-entities.ts';
import { fieldsOf, withEvent } from './check-rule.ts';

it.each([
  ['a double space', 'Acme  bought Eye.'],
  ['a no-break space', 'Acme bought\u00a0Eye.'],
  ['markup', 'Acme bought <b>Eye</b>.'],
  ['an address', 'Acme bought https://example.org/eye.'],
  ['a note to self', 'Acme bought Eye (s3).'],
  ['a comma astray', 'Acme bought Eye ,and left.'],
  ['a comma without a space', 'Acme bought Eye,and left.'],
  ['a double mark', 'Acme bought Eye..'],
  ['no full stop', 'Acme bought Eye'],
  ['lower case', 'acme bought Eye.'],
])('catches %s', (_what, text) => {
  expect(fieldsOf(textForm, withEvent({ text }))).toEqual(['events.e1.text']);
});

it.each(['Acme bought Eye.', 'Acme bought 1,200 of Eye’s cameras.', 'A court said “no ... more”.', 'i-Soon lost its files.', 'iFlytek sold 25 systems.', 'A court said “no.”'])('lets “%s” through', (text) => {
  expect(fieldsOf(textForm, withEvent({ text }))).toEqual([]);
});

it('catches a voice that is not the dataset’s, but for names and quotations', () => {
  for (const text of ['Did Acme buy Eye?', 'Acme bought Eye!', 'Acme sold you Eye.', 'We saw it.', 'Acme bought Eye 🎥.'])
    expect(fieldsOf(textForm, withEvent({ text })), text).toEqual(['events.e1.text']);
  expect(fieldsOf(textForm, withEvent({ text: 'A court asked “did you buy it?”' }))).toEqual([]);
  expect(fieldsOf(textForm, { name: 'Who? Eye!' })).toEqual([]);
});

it('catches a fact and a listing’s sentence that break off', () => {
  expect(fieldsOf(textForm, { facts: [{ id: 'f1', text: 'Acme sells lenses', sources: ['s1'] }] })).toEqual(['facts.f1.text']);
  expect(fieldsOf(textForm, { listings: [sampleListing({ reason: 'The committee said so', does: 'Exporters need a licence' })] })).toEqual([
    'listings.l1.does',
    'listings.l1.reason',
  ]);
});

it.each([' Acme', 'Acme ', 'https://acme.example'])('catches the name “%s”', (name) => {
  expect(fieldsOf(textForm, { name })).toContain('name');
});
