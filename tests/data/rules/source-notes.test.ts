/** The rule source-notes: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { sourceNotes } from '../../../src/compile/rules/source-notes.ts';
import { fieldsOf } from './check-rule.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import type { Source } from '../../../src/dataset/entity.ts';


const check = (change: Partial<Source>) => fieldsOf(sourceNotes, { sources: [sampleSource('s1', change)] });

it('catches addresses for names, and notes that say nothing', () => {
  expect(check({ title: 'https://example.org/a' })).toEqual(['sources.s1.title']);
  expect(check({ publisher: 'www.example.org' })).toEqual(['sources.s1.publisher']);
  expect(check({ supports: 'Yes' })).toEqual(['sources.s1.supports']);
  expect(check({ title: 'Acme sold Eye', supports: 'Acme sold Eye' })).toEqual(['sources.s1.supports']);
});

it.each(['Page not found', '404 Not Found', 'Just a moment...', 'Access Denied', 'Acme&#8217;s cameras', 'Acme <em>cameras</em>'])('catches the title “%s”', (title) => {
  expect(check({ title })).toEqual(['sources.s1.title']);
});

it.each(['Unknown', 'n/a', 'Law &amp; Order'])('catches the publisher “%s”', (publisher) => {
  expect(check({ publisher })).toEqual(['sources.s1.publisher']);
});

it.each(['404 Media sues ICE', 'R&D; the year in review', 'Home Office issues a new order'])('lets the title “%s” through', (title) => {
  expect(check({ title })).toEqual([]);
});

it('lets names with dots and strokes through', () => {
  expect(check({ publisher: 'netzpolitik.org' })).toEqual([]);
  expect(check({ publisher: 'RFE/RL' })).toEqual([]);
});
