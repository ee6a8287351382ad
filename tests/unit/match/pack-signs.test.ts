/** Signs in the place of what texts share: fewer bytes, and every text comes back. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseSigns } from '../../../src/match/pack-signs.ts';

/** As `lookout-index.ts` reads it. */
function spelled(short: string, signs: string): string {
  const meanings = new Map(signs.split('\n').map((line) => [line.charAt(0), line.slice(1)]));
  return Array.from(short, (unit) => meanings.get(unit) ?? unit).join('');
}

it('gives back every text, also one that holds what signs are made of', () => {
  const units = fc.constantFrom(
    'a',
    'T',
    ' ',
    '7',
    '&',
    '$',
    'Q',
    'Ā',
    '中',
    '$&',
    '𝕊',
    'tech',
    'Technologies',
  );
  const text = fc.array(units, { maxLength: 12 }).map((some) => some.join(''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
      const { signs, shorten } = chooseSigns(texts);
      expect(texts.map((one) => spelled(shorten(one), signs))).toEqual(texts);
    }),
  );
});

it('puts one sign for what is in many texts, made of signs for what is in more', () => {
  const texts = ['Technologies', 'Technology', 'Technologien', 'Technetium', 'Technik'];
  const many = Array.from({ length: 10 }, () => texts).flat();
  const { shorten } = chooseSigns(many);
  expect(shorten('Technologies').length).toBeLessThan(4);
  expect(shorten('Technik').length).toBeLessThan(4);
  expect(shorten('Zebra')).toBe('Zebra');
});

it('puts none where that saves nothing', () => {
  expect(chooseSigns(['Ring', 'Oculus'])).toMatchObject({ signs: '' });
});

it('refuses a text that holds what stands for a unit that is a sign', () => {
  const standIn = chooseSigns(['7']).signs.charAt(0);
  expect(standIn).not.toBe('7');
  expect(() => chooseSigns([`A${standIn}`])).toThrow(/stands for “7”/);
});
