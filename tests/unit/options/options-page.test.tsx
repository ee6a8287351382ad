// @vitest-environment happy-dom
/** The options page: what it tells a reader to press is what does it. */
import '../ui/english.ts';
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { OptionsPage, type OptionsPlatform } from '../../../src/options/options-page.tsx';
import { defaultSettings } from '../../../src/settings/settings.ts';

const platform = {
  store: { readSettings: () => Promise.resolve(defaultSettings), onSettingsChange: () => undefined },
  loadDirectory: () => Promise.resolve([]),
  commands: () => Promise.resolve([]),
} as unknown as OptionsPlatform;

it('tells of each empty list of sites what puts a site there', async () => {
  const root = document.createElement('div');
  render(h(OptionsPage, { platform }), root);
  const below = (title: string) =>
    [...root.querySelectorAll('h3')].find(({ textContent }) => textContent === title)?.nextElementSibling
      ?.textContent ?? '';
  await vi.waitFor(() => expect(below('Never on these sites')).toContain('the switch in the popup'));
  const always = below('Always on these sites');
  expect(always).not.toContain('switch');
  expect(always).toContain('the button “Always mark this site”');
  expect(always).toContain('“On news and articles” or “Only when I ask”');
});

it('says one second and several, and to a screen reader once', async () => {
  const root = document.createElement('div');
  for (const [dwellMs, words] of [
    [300, '0.3 seconds'],
    [1000, '1 second'],
  ] as const) {
    // prettier-ignore
    render(null, root);
    const store = { ...platform.store, readSettings: () => Promise.resolve({ ...defaultSettings, dwellMs }) };
    render(h(OptionsPage, { platform: { ...platform, store } }), root);
    await vi.waitFor(() => expect(root.querySelector('.dwell')?.textContent).toContain(words));
    const shown = [...root.querySelectorAll('.dwell span')].filter((each) => each.textContent === words);
    expect(shown.map((each) => each.getAttribute('aria-hidden'))).toEqual(['true']);
    expect(root.querySelector('.dwell input')?.getAttribute('aria-valuetext')).toBe(words);
  }
});

it('says so where the browser does not store the reset', async () => {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const store = { ...platform.store, resetSettings: () => Promise.reject(new Error('disk full')) };
  render(h(OptionsPage, { platform: { ...platform, store } }), root);
  const press = (label: string) =>
    vi.waitFor(() =>
      [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label)!.click(),
    );
  await press('Reset everything');
  await press('Yes, reset everything');
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')!.textContent).toMatch(/refused to store/));
  expect(root.textContent).not.toContain('Everything is back');
});

it('says so where the settings cannot be read', async () => {
  const root = document.createElement('div');
  const store = { ...platform.store, readSettings: () => Promise.reject(new Error('corrupt')) };
  render(h(OptionsPage, { platform: { ...platform, store } }), root);
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')!.textContent).toMatch(/cannot read/));
});
