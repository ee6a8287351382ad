/** The rule source-copies: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { sourceCopies } from '../../../src/compile/rules/source-copies.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

const acme = 'https://github.com/acme/lists/blob/1/list.csv';

it.each([
  ['a ruling in a database', { url: 'https://law.justia.com/cases/1', publisher: 'US District Court' }],
  ['the keeper alone', { url: 'https://docslib.org/doc/1', publisher: 'docslib' }],
  ['an act in a repository', { url: acme, publisher: 'Council of the European Union' }],
])('catches %s that does not say that it is a copy', (_what, change) => {
  expect(fieldsOf(sourceCopies, { sources: [sampleSource('s1', change)] })).toEqual(['sources.s1.publisher']);
});

it.each([
  ['a copy that names both', { url: 'https://docslib.org/doc/1', publisher: 'Federal Register (copy at docslib.org)' }],
  ['a ruling that names its database', { url: 'https://law.justia.com/cases/1', publisher: 'US District Court (Justia)' }],
  ['a transcript', { url: acme, publisher: 'Council of the European Union (transcribed by Acme)' }],
  ['the author’s own work in a repository', { url: acme, publisher: 'Acme', kind: 'research' as const }],
  ['the original', {}],
])('lets %s through', (_what, change) => {
  expect(fieldsOf(sourceCopies, { sources: [sampleSource('s1', change)] })).toEqual([]);
});
