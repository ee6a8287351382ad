/** The content script's pure decisions: whether to mark, what was dismissed, which mention is next. */
import { describe, expect, it, vi } from 'vitest';
import { markingOf } from '../../../src/content/marking.ts';
import { nthOf, stepFrom } from '../../../src/content/stepper.ts';
import {
  dismissalFor,
  isDismissed,
  withDismissal,
  withoutDismissal,
} from '../../../src/settings/dismissals.ts';
import { defaultSettings, type Dismissal, type Settings } from '../../../src/settings/settings.ts';

describe('markingOf', () => {
  const page = { site: 'news.example', isHtml: true, isArticle: () => false, isAskedFor: false };
  it.each<[string, Partial<Settings>, Partial<typeof page>, string]>([
    ['by default', {}, {}, 'on'],
    ['switched off', { enabled: false }, { isAskedFor: true }, 'off-everywhere'],
    [
      'switched off here',
      { sitesOff: ['news.example'], sitesOn: ['news.example'] },
      { isAskedFor: true },
      'off-here',
    ],
    ['switched off elsewhere', { sitesOff: ['other.example'] }, {}, 'on'],
    ['only articles, and this is none', { runsOn: 'articles' }, {}, 'not-an-article'],
    ['only articles, and this is one', { runsOn: 'articles' }, { isArticle: () => true }, 'on'],
    ['only articles, but asked for', { runsOn: 'articles' }, { isAskedFor: true }, 'on'],
    ['only when asked', { runsOn: 'when-asked' }, { isArticle: () => true }, 'waiting-to-be-asked'],
    ['only when asked, and asked for', { runsOn: 'when-asked' }, { isAskedFor: true }, 'on'],
    ['only when asked, but on for this site', { runsOn: 'when-asked', sitesOn: ['news.example'] }, {}, 'on'],
    ['not a page of text', {}, { isHtml: false }, 'unsupported'],
  ])('%s', (_, settings, change, expected) => {
    expect(markingOf({ ...defaultSettings, ...settings }, { ...page, ...change })).toBe(expected);
  });
});

describe('dismissals', () => {
  const mention = { entity: 'nso-group', name: 'NSO' };
  const url = 'https://www.news.example/story?session=secret#top';
  it.each([
    ['page', 'https://www.news.example/story?other=1', true],
    ['page', 'https://www.news.example/another', false],
    ['site', 'https://news.example/another', true],
    ['site', 'https://other.example/story', false],
    ['everywhere', 'https://other.example/', true],
  ] as const)('one for this %s, at %s: %s', (scope, at, expected) => {
    const dismissals = [dismissalFor(mention, scope, url, '2026-11-21')];
    expect(isDismissed(dismissals, 'nso-group', 'NSO', at)).toBe(expected);
    expect(isDismissed(dismissals, 'nso-group', 'NSO Group', at)).toBe(false);
    expect(isDismissed(dismissals, 'national-symphony', 'NSO', at)).toBe(false);
  });

  it('of none no name is dismissed, of several each speaks for itself', () => {
    expect(isDismissed([], 'nso-group', 'NSO', url)).toBe(false);
    const chosen = (name: string) => dismissalFor({ ...mention, name }, 'everywhere', url, '2026-11-21');
    expect(isDismissed([chosen('NSO'), chosen('Pegasus')], 'nso-group', 'NSO', url)).toBe(true);
  });

  it('of one name for two entities are two choices, also when one is taken back', () => {
    const [vendor, orchestra] = ['nso-group', 'national-symphony'].map((entity) =>
      dismissalFor({ ...mention, entity }, 'everywhere', url, '2026-11-21'),
    ) as [Dismissal, Dismissal];
    const both = withDismissal(withDismissal([], vendor), orchestra);
    expect(both).toEqual([vendor, orchestra]);
    expect(withoutDismissal(both, vendor)).toEqual([orchestra]);
  });

  it('of one name on thousands of pages cost little more than one', () => {
    const parse = vi.spyOn(globalThis, 'URL');
    const parsesAmong = (count: number) => {
      const dismissals = Array.from({ length: count }, (_, k) => ({
        ...mention,
        page: `https://news.example/${k}`,
        on: '2026-11-21',
      }));
      parse.mockClear();
      expect(isDismissed(dismissals, 'nso-group', 'NSO', url)).toBe(false);
      return parse.mock.calls.length;
    };
    expect(parsesAmong(0)).toBe(0);
    expect(parsesAmong(2000)).toBe(parsesAmong(1));
    parse.mockRestore();
  });

  it('keep no query and no fragment of an address', () => {
    expect(JSON.stringify(dismissalFor(mention, 'page', url, '2026-11-21'))).not.toMatch(/secret|top/);
  });
});

describe('steps through the mentions', () => {
  const mentions = ['a', 'b', 'c'].map((entity) => ({ entity }));
  const [a, b, c] = mentions as [{ entity: string }, { entity: string }, { entity: string }];
  const always = () => true;
  const tops = new Map([[a, -100], [b, 200], [c, 900]]); // prettier-ignore
  const topIn = (one: { entity: string }) => tops.get(one) ?? null;
  const step = (current: { entity: string } | null, by: 1 | -1, topOf: typeof topIn = topIn) =>
    stepFrom(mentions, current, by, topOf, 600, always);

  it('begin with what is on screen', () => {
    expect(step(null, 1)).toBe(b);
    expect(step(null, -1)).toBe(b);
  });
  it('go on and round', () => {
    expect([step(a, 1), step(c, 1), step(a, -1), step(c, -1)]).toEqual([b, a, c, b]);
  });
  it('ask for no places where the last one says where to go on', () => {
    const topOf = vi.fn(topIn);
    expect([step(a, 1, topOf), step(a, -1, topOf)]).toEqual([b, c]);
    expect(topOf).not.toHaveBeenCalled();
  });
  it('begin anew when the last one is gone', () => expect(step({ entity: 'x' }, 1)).toBe(b));
  it('begin with what is rendered', () => {
    const topOf = (one: { entity: string }) => (one === b ? 200 : null);
    expect([step(null, 1, topOf), step(null, -1, topOf)]).toEqual([b, b]);
  });
  it('begin at the top when all are above', () => {
    expect(stepFrom(mentions, null, 1, () => -5, 600, always)).toBe(a);
    expect(stepFrom([], null, 1, () => 0, 600, always)).toBeNull();
  });
  it('pass over what cannot be shown', () => {
    const stepOver = (current: { entity: string } | null, by: 1 | -1, hidden: { entity: string }[]) =>
      stepFrom(
        mentions,
        current,
        by,
        (one) => tops.get(one) ?? null,
        600,
        (one) => !hidden.includes(one),
      );
    expect([stepOver(a, 1, [b]), stepOver(c, -1, [b]), stepOver(null, 1, [b])]).toEqual([c, a, c]);
    expect([stepOver(a, 1, [b, c]), stepOver(null, -1, [a, b, c])]).toEqual([a, null]);
  });
  it('find the n-th of an entity, round in both directions', () => {
    const many = [a, b, { entity: 'a' }];
    const nth = (index: number) => nthOf(many, 'a', index, always);
    expect([nth(0), nth(1), nth(2), nth(-1)]).toEqual([a, many[2], a, many[2]]);
    expect(nthOf(many, 'z', 0, always)).toBeNull();
    expect(nthOf(many, 'a', 0, (one) => one !== a)).toBe(many[2]);
    // Where none can, the reader has asked for it all the same.
    expect(nthOf(many, 'a', 1, () => false)).toBe(many[2]);
  });
});
