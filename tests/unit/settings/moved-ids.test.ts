/** An entity's id is given up for another: what readers chose about it before goes on holding. */
import { expect, test, vi } from 'vitest';
import { importSettings } from '../../../src/options/backup.ts';
import { isDismissed, withoutDismissal } from '../../../src/settings/dismissals.ts';
import { fromStored, toStored } from '../../../src/settings/stored.ts';

vi.mock('../../../data/moved.json', () => ({ default: { 'old-id': 'new-id' } }));

const choice = (entity: string) => ({ entity, name: 'Pegasus', site: 'a.example', on: '2026-11-21' });
// `constructor` is an id like any other, and the name of something that every object has.
const before = { version: 1, dismissals: [choice('old-id'), choice('constructor')] };
const now = [choice('new-id'), choice('constructor')];

test('a choice of before holds, and can be taken back', () => {
  const settings = fromStored(before);
  expect(isDismissed(settings.dismissals, 'new-id', 'Pegasus', 'https://a.example/')).toBe(true);
  expect(settings.dismissals).toEqual(now);
  const dismissals = withoutDismissal(settings.dismissals, choice('new-id'));
  expect(fromStored(toStored(before, { ...settings, dismissals })).dismissals).toEqual([now[1]]);
});

test('what is not changed stays as it is stored', () => {
  expect(toStored(before, { ...fromStored(before), theme: 'dark' })).toEqual({ ...before, theme: 'dark' });
});

test('a file of before is restored, and nothing is said to be unusable', () => {
  expect(importSettings(JSON.stringify({ file: 'sidelight-settings', ...before }))).toEqual({
    settings: fromStored({ version: 1, dismissals: now }),
    unusable: [],
  });
});
