/** Where names are anchored: few letters for those that begin small, and never behind a place that begins alike. */
import { expect, it } from 'vitest';
import { anchorAt, beginningAt } from '../../../src/match/anchors.ts';
import { anchorsOf } from '../../../src/match/pack-anchors.ts';
import { entity, matcherOf, surfaces } from './small-index.ts';

const named = (text: string) => ({ text, isAnyCase: false });
const anchorsIn = (texts: readonly string[]) => {
  const names = texts.map(named);
  const anchorOf = anchorsOf(names);
  return names.map((name) => ({ text: name.text, ...anchorOf(name) }));
};

it('anchors a name at its first capital or digit, if that comes soon', () => {
  expect(anchorsIn(['Hikvision', 'mSpy', '3i Systems', 'Пегас'])).toEqual([
    { text: 'Hikvision', at: 0, maySmall: false },
    { text: 'mSpy', at: 1, maySmall: false },
    { text: '3i Systems', at: 0, maySmall: false },
    { text: 'Пегас', at: 0, maySmall: false },
  ]);
});

it('anchors all others at as few and rare letters as they share', () => {
  const anchors = anchorsIn(['entity list', 'geofence warrant', 'viisights', 'hessenDATA', 'i2', 'veriScan']);
  expect(anchors.map(({ text, at }) => text.slice(at))).toEqual([
    'ity list',
    'warrant',
    'iisights',
    'hessenDATA',
    'i2',
    'iScan',
  ]);
});

it('knows each anchor again by how it begins', () => {
  for (const { text, at } of anchorsIn(['ana Anax', 'abAbus', 'deDesk', 'Anan', 'yoyo yoyos', 'e-Ed']))
    for (const units of [2, 3, 4])
      expect([text, anchorAt(text, beginningAt(text, at, units))]).toEqual([text, at]);
});

it.each(['ana Anax', 'abAbus', 'deDesk', 'yoyo Yoyos'])(
  'finds “%s”, which begins like its anchor',
  (name) => {
    const other = entity('other', ['NSO Group']);
    for (const written of [name, name.toUpperCase()])
      expect(surfaces(matcherOf([entity('one', [name]), other]), `By ${written}, they said`)).toEqual([
        written,
      ]);
    const anyCase = matcherOf([entity('one', [{ text: name, case: 'any' }]), other]);
    expect(surfaces(anyCase, `By ${name.toLowerCase()}, they said`)).toEqual([name.toLowerCase()]);
  },
);
