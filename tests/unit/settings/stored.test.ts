/** The stored form of settings: only differences, nothing lost to corrupt or newer values. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings, markStyles, siteOf, type Settings } from '../../../src/settings/settings.ts';
import { fromStored, settingsVersion, toStored } from '../../../src/settings/stored.ts';

const changed = (fields: Partial<Settings>): Settings => ({ ...defaultSettings, ...fields });

describe('reading', () => {
  test.each([undefined, null, 7, 'x', [], {}, { version: 'one' }])('%j stands for the defaults', (raw) => {
    expect(fromStored(raw)).toEqual(defaultSettings);
  });
  test('an unsound field is the default, the others stay', () => {
    const raw = { version: 1, enabled: 'no', dwellMs: 99999, theme: 'dark', sitesOff: ['a.example'] };
    expect(fromStored(raw)).toEqual(changed({ theme: 'dark', sitesOff: ['a.example'] }));
  });
  test('a list keeps its sound items', () => {
    const raw = { version: 1, sitesOff: ['a.example', 5, 'NOT A HOST', 'b.example'] };
    expect(fromStored(raw).sitesOff).toEqual(['a.example', 'b.example']);
  });
  test.each([
    ['dwellMs', [100, 2000], [99, 2001, '300']],
    ['sitesOff', [[], ['a'.repeat(253)]], ['a.example', { 0: 'a.example' }]],
    ['dismissals', [[{ entity: 'ring', name: 'Ring', on: '2026-11-21' }]], ['ring']],
  ] as const)('%s within its bounds is read, and beyond them it is the default', (key, sound, unsound) => {
    for (const value of sound) expect(fromStored({ version: 1, [key]: value })[key]).toEqual(value);
    for (const value of unsound)
      expect(fromStored({ version: 1, [key]: value })[key]).toEqual(defaultSettings[key]);
  });
  test('of a list whose items are too long or hold more than belongs there, the others are kept', () => {
    const raw = {
      version: 1,
      sitesOff: ['a'.repeat(254), 'a.example'],
      dismissals: [
        { entity: 'ring', name: 'Ring', on: '2026-11-21', why: 'a bell' },
        { entity: 'Ring', name: 'Ring', on: '2026-11-21' },
        { entity: 'ring', name: 'Ring', site: 'a.example', on: '2026-11-21' },
      ],
    };
    expect(fromStored(raw)).toEqual(
      changed({ sitesOff: ['a.example'], dismissals: [raw.dismissals[2] as Settings['dismissals'][number]] }),
    );
  });
  test('any host that an address can have is a site, and nothing else is', () => {
    const printable = Array.from({ length: 0x7e - 0x20 }, (_, k) => String.fromCharCode(0x21 + k));
    const hosts = printable.flatMap((char) => {
      const address = `http://a${char}b.example/`;
      return URL.canParse(address) ? siteOf(address) : [];
    });
    expect(hosts).toContain('a~b.example');
    // So Chromium writes what others leave as it is.
    const written = [...hosts, 'a%2ab.example', '[::1]:8080'];
    const others = ['a b.example', 'a/b', 'A.example', 'a?b', 'a#b', 'x@b', 'a<b', 'ä.example', ''];
    expect(fromStored({ version: 1, sitesOff: [...written, ...others] }).sitesOff).toEqual(written);
  });
  test('whatever is stored, reading never throws and obeys the bounds', () => {
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(Object.keys(defaultSettings).map((k) => [k, fc.anything()]))),
        (raw) => {
          const settings = fromStored(raw);
          expect(settings.dwellMs).toBeGreaterThanOrEqual(100);
          expect(['system', 'light', 'dark']).toContain(settings.theme);
        },
      ),
    );
  });
  test('defaults are not shared between readers', () => {
    fromStored({}).sitesOff.push('x.example');
    expect(fromStored({}).sitesOff).toEqual([]);
  });
});

test('marks look in nine ways, the usual colours unnamed', () => {
  const lines = ['line', 'tint', 'line-and-tint'];
  expect(markStyles).toEqual(lines.flatMap((line) => [line, `${line}-safe`, `${line}-text`]));
});

describe('writing', () => {
  test('holds only what differs from the defaults', () => {
    expect(toStored(undefined, changed({ theme: 'dark' }))).toEqual({
      version: settingsVersion,
      theme: 'dark',
    });
  });
  test('going back to a default drops the field', () => {
    expect(toStored({ version: 1, theme: 'dark', enabled: false }, changed({ enabled: false }))).toEqual({
      version: settingsVersion,
      enabled: false,
    });
  });
  test('a newer release’s version, fields and values survive a change made here', () => {
    const newer = { version: 9, theme: 'sepia', telescope: { lens: 3 } };
    expect(toStored(newer, changed({ enabled: false }))).toEqual({ ...newer, enabled: false });
  });
  test('what was written reads back the same', () => {
    const settings = changed({
      enabled: false,
      dwellMs: 700,
      categoriesOff: ['censorship'],
      runsOn: 'articles',
    });
    expect(fromStored(toStored(undefined, settings))).toEqual(settings);
  });
});
