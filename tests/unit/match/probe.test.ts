/** The expressions of the first look: one for each kind of unit that anchors begin with. */
import { expect, it } from 'vitest';
import { packProbe } from '../../../src/match/pack-probe.ts';
import { createProbe } from '../../../src/match/probe.ts';

const names = ['Hikvision', '3i Systems', 'eyeZy', 'Σάριον', '“work”', 'Пегас', '大华', 'Ølsen', '@work'].map(
  (text) => ({
    text,
    isAnyCase: false,
  }),
);

it.each([2, 3, 4])(
  'finds anchors that begin with letters, digits and signs of any kind, by %i units',
  (units) => {
    const probe = createProbe(packProbe(names, units));
    for (const { text } of names) {
      expect([text, probe.test(`It’s ${text}.`)]).toEqual([text, true]);
      expect([text, probe.test(`It’s ${text.toUpperCase()}.`)]).toEqual([text, true]);
    }
    for (const other of ['', 'It’s hikvision', 'Zeta', 'П', '大', '4i', 'Ж“Q”', 'Σ3'])
      expect([other, probe.test(other)]).toEqual([other, false]);
  },
);

it.each([2, 3, 4])('finds Arabic letters in every shape, by %i units', (units) => {
  const probe = createProbe(packProbe([{ text: 'أیکا', isAnyCase: false }], units));
  for (const shape of ['أیکا', 'ايكا', 'إىکأ']) expect([shape, probe.test(shape)]).toEqual([shape, true]);
  expect(probe.test('بيكا')).toBe(false);
});

it('knows two units of anchors in letters beyond ASCII where bits tell the rest', () => {
  const { expressions } = packProbe(
    ['海康威视', 'Цитадель'].map((text) => ({ text, isAnyCase: false })),
    3,
  );
  expect(expressions).toHaveLength(1);
  expect(expressions[0]).not.toMatch(/威|[Тт]/);
  expect(createProbe(packProbe(names, 3)).test('Пелена, 大小')).toBe(false);
});

it('finds each place once', () => {
  const places: number[] = [];
  createProbe(packProbe(names)).each('3i Systems and Hikvision: eyeZy, ПЕГАС, 大华大华', (place) =>
    places.push(place),
  );
  expect(places.toSorted((one, other) => one - other)).toEqual([0, 15, 27, 33, 40, 42]);
});
