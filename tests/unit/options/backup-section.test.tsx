// @vitest-environment happy-dom
/** Restoring and resetting: whatever the file or the storage does, the reader is told what became of it. */
import '../ui/english.ts';
import { h, render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { BackupSection } from '../../../src/options/backup-section.tsx';
import { defaultSettings } from '../../../src/settings/settings.ts';

let root: HTMLElement;
const onRestore = vi.fn(() => Promise.resolve(true));
const onReset = vi.fn(() => Promise.resolve(true));
beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  onRestore.mockClear();
  render(h(BackupSection, { settings: defaultSettings, onRestore, onReset, saveFile: vi.fn() }), root);
});
const said = () => root.querySelector('[role=status]')!.textContent;
const press = (label: string) =>
  vi.waitFor(() =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label)!.click(),
  );
function choose(file: Partial<File>): void {
  const input = root.querySelector('input')!;
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change'));
}
const fileOf = (text: string) => new File([text], 'settings.json');
const ours = '{"file":"sidelight-settings","version":1';
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const many = `${'"a.example",'.repeat(400_000)}"a.example"`;

it.each([
  ['cannot be read any more', { size: 9, text: () => Promise.reject(new Error('NotReadableError')) }],
  ['holds lists in lists without end', fileOf(`${ours},"dismissals":${deep}}`)],
  ['is far larger than all that a reader can choose', fileOf(`${ours},"sitesOff":[${many}]}`)],
])('a file that %s changes nothing, and what was said of the one before goes', async (_, file) => {
  choose(fileOf(`${ours},"theme":"dark"}`));
  await vi.waitFor(() => expect(said()).toBe('The settings were restored.'));
  expect(onRestore).toHaveBeenCalledOnce();
  choose(file);
  await vi.waitFor(() => expect(said()).toMatch(/Nothing was changed/));
  expect(onRestore).toHaveBeenCalledOnce();
});

it('calls settings that it could not use by the words of the page', async () => {
  choose(fileOf(`${ours},"dwellMs":"soon","theme":"pink"}`));
  await vi.waitFor(() =>
    expect(said()).toContain('“Wait before a card opens” and “Colours of card and screens”.'),
  );
});

it.each([
  [true, 'Everything is back at its default.'],
  [false, ''],
])('when resetting is kept (%j) says so, and not otherwise', async (isKept, words) => {
  choose(fileOf(`${ours},"theme":"dark"}`));
  await vi.waitFor(() => expect(said()).toBe('The settings were restored.'));
  onReset.mockResolvedValueOnce(isKept);
  await press('Reset everything');
  await press('Yes, reset everything');
  await vi.waitFor(() => expect(said()).toBe(words));
});
