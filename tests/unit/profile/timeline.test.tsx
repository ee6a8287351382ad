// @vitest-environment happy-dom
/** The drawn timeline and the table of listings: two listings on one list are told apart. */
import '../ui/english.ts';
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import { compileProfile } from '../../../src/compile/compile-profiles.ts';
import type { Listing } from '../../../src/dataset/entity.ts';
import { Listings } from '../../../src/profile/listings.tsx';
import { Timeline } from '../../../src/profile/timeline.tsx';
import { sampleEntity, sampleListing } from '../compile/sample-entities.ts';

const day = (value: string) => ({ value, precision: 'day' as const });
const began = (id: string, value: string, legalName: string | null) => {
  const dates = { designated: null, published: null, effective: day(value), removed: null };
  return sampleListing({ id, legalName, dates });
};

const events = ['2019-01-01', '2020-01-01'].map((value, index) => ({
  ...sampleEntity().events[0]!,
  id: `e${index + 2}`,
  date: day(value),
}));

function drawn(listings: Listing[]) {
  const record = compileProfile(sampleEntity({ listings, events }), [], new Map());
  const root = document.createElement('div');
  render([h(Timeline, { record }), h(Listings, { record })], root);
  const texts = (selector: string) => [...root.querySelectorAll(selector)].map((each) => each.textContent);
  return { root, bars: texts('.bar-label'), headings: texts('h3') };
}

it('by the name listed, and by the day where no name is known', () => {
  const named = began('l1', '2019-05-16', 'Acme Optics Co., Ltd.');
  const nameless = began('l2', '2019-08-19', null);
  const apart = ['Entity List · Acme Optics Co., Ltd.', 'Entity List · 19 August 2019'];
  expect(drawn([named, nameless])).toMatchObject({ bars: apart, headings: apart });
});

it('in a label that a narrow screen has room for', () => {
  const long = began('l1', '2019-05-16', `${'Long '.repeat(20)}Co.; Other Co.`);
  const [bar] = drawn([long, began('l2', '2020-01-01', 'Short Co.')]).bars;
  expect(bar).toMatch(/^Entity List · Long Long.{1,40}…$/);
});

it('of which 320 px hold the longest', () => {
  const list = 'Exclusion from the Government Pension Fund Global';
  expect(drawn([{ ...began('l1', '2020-01-01', null), list }]).bars).toEqual([
    'Exclusion from the Government Pension Fund …',
  ]);
});

it('that stands where the axis has more room for it', () => {
  const late = began('l1', '2022-10-01', 'Acme');
  const { root } = drawn([late]);
  const label = root.querySelector('.bar-label')!;
  // From before the middle to the end: a label that began at its beginning would run off a narrow screen.
  expect(parseFloat(root.querySelector('.bar')!.getAttribute('x1')!)).toBeLessThan(50);
  expect(label.getAttribute('text-anchor')).toBe('end');
  expect(label.getAttribute('x')).toBe(root.querySelector('.bar')!.getAttribute('x2'));
});

it('and one that stands alone has the name of the list only', () => {
  const other = { ...began('l2', '2020-01-01', 'Acme'), list: 'SDN List' };
  expect(drawn([began('l1', '2019-05-16', 'Acme'), other]).bars).toEqual(['Entity List', 'SDN List']);
});
