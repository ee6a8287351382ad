/** Settings saved to a file come back the same; a bad file changes nothing unnoticed. */
import { expect, test } from 'vitest';
import { exportSettings, importSettings } from '../../../src/options/backup.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';

const settings = { ...defaultSettings, enabled: false, dwellMs: 700, sitesOff: ['a.example'] };

test('what was saved is restored', () => {
  expect(importSettings(exportSettings(settings))).toEqual({ settings, unusable: [] });
  expect(importSettings(exportSettings(defaultSettings))).toEqual({
    settings: defaultSettings,
    unusable: [],
  });
});

test.each(['', 'no json', 'null', '[]', '{}', '{"enabled":false}', '{"file":"other"}'])(
  '%j is refused',
  (text) => {
    expect(importSettings(text)).toBeNull();
  },
);

test('a file that holds lists in lists is refused from a depth on that no engine minds', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const file = (levels: number) =>
    `{"file":"sidelight-settings","sitesOff":${nested(levels)},"theme":"dark"}`;
  expect(importSettings(file(10))).toEqual({
    settings: { ...defaultSettings, theme: 'dark' },
    unusable: ['sitesOff'],
  });
  for (const levels of [30, 100_000]) expect(importSettings(file(levels))).toBeNull();
});

test('values out of bounds are named and left at their defaults', () => {
  const file = JSON.stringify({
    ...JSON.parse(exportSettings(settings)),
    dwellMs: 9,
    sitesOff: ['a.example', 3],
  });
  expect(importSettings(file)).toEqual({
    settings: { ...settings, dwellMs: defaultSettings.dwellMs },
    unusable: ['sitesOff', 'dwellMs'],
  });
});
