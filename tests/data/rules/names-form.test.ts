/** The rule names-form: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { namesForm } from '../../../src/compile/rules/names-form.ts';
import { fieldsOf } from './check-rule.ts';


const check = (text: string) => fieldsOf(namesForm, { name: 'Acme Optics', names: [{ text: 'Acme Optics', type: 'primary' }, { text, type: 'alias' }] });

it.each(['A', '.', '4', '1984', 'Acme; Eye', 'Acme,', 'acme.com/eye', 'Acme, a.k.a. Eye', 'A'.repeat(121)])('catches “%s”', (text) => {
  expect(check(text)).toContain(`names["${text}"]`);
});

it('catches two letters that nothing proves', () => {
  const of = (change: object) => fieldsOf(namesForm, { name: 'Acme', names: [{ text: 'Acme', type: 'primary' }, { text: 'AO', type: 'abbreviation', ...change }] });
  expect(of({})).toEqual(['names["AO"]']);
  expect([of({ ambiguous: true }), of({ onlyWithKin: true }), of({ unmarked: true })]).toEqual([[], [], []]);
});

it('catches a heading that is none of the names', () => {
  expect(fieldsOf(namesForm, { name: 'Other Firm' })).toEqual(['name']);
});

it.each(['A6', '大华', 'i2', 'FK5', 'Section 889', 'Acme Optics Co., Ltd.', 'Yahoo!', '1Byte'])('lets “%s” through', (text) => {
  expect(check(text)).toEqual([]);
});
