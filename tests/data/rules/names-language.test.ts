/** The rule names-language: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { namesLanguage } from '../../../src/compile/rules/names-language.ts';
import { fieldsOf } from './check-rule.ts';

it('catches a native name and another script without a language', () => {
  expect(fieldsOf(namesLanguage, { names: [{ text: 'Acme', type: 'native' }] })).toEqual(['names["Acme"].language']);
  expect(fieldsOf(namesLanguage, { names: [{ text: '海康威视', type: 'alias' }] })).toEqual(['names["海康威视"].language']);
});

it('lets accents of the Latin script through', () => {
  expect(fieldsOf(namesLanguage, { names: [{ text: 'Télérama', type: 'primary' }] })).toEqual([]);
  expect(fieldsOf(namesLanguage, { names: [{ text: '海康威视', type: 'native', language: 'zh' }] })).toEqual([]);
});
