// @vitest-environment happy-dom
/** The popup: what it says follows what the page says of itself. */
import '../ui/english.ts';
import { h, render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import type { PageState } from '../../../src/messages.ts';
import { Popup, type PopupPlatform } from '../../../src/popup/popup.tsx';
import { defaultSettings } from '../../../src/settings/settings.ts';

let root: HTMLElement;
/** What the page says of itself where it differs from `page`. */
let state: Partial<PageState>;
beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

const page: PageState = {
  site: 'news.example',
  url: 'https://news.example/',
  title: 'News',
  marking: 'on',
  published: null,
  entities: [],
  isReading: false,
};
const platformOf = (fields: Partial<PopupPlatform>) =>
  ({
    store: { readSettings: () => Promise.resolve(defaultSettings), onSettingsChange: () => undefined },
    loadDirectory: () => Promise.resolve([]),
    givenTab: 1,
    askPage: () => Promise.resolve({ ...page, ...state }),
    sendToPage: () => Promise.resolve(true),
    isLoading: () => Promise.resolve(false),
    hasAccess: () => Promise.resolve(true),
    onPageChange: () => undefined,
    ...fields,
  }) as PopupPlatform;
const said = () => root.querySelector('[role=status]')?.textContent;
const press = (label: string) =>
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label)!.click();

/** What a page does that is told to mark itself. */
const beginReading = () => {
  state = { isReading: true };
  return Promise.resolve(true);
};

it('says that no name stands on the page once it was marked on request, since such a page tells nothing', async () => {
  state = { marking: 'waiting-to-be-asked' };
  const sendToPage = vi.fn(beginReading);
  render(h(Popup, { platform: platformOf({ sendToPage }) }), root);
  await vi.waitFor(() => expect(said()).toMatch(/^Pages are read only when you ask/));
  press('Mark this page now');
  expect(sendToPage).toHaveBeenCalledExactlyOnceWith(1, { type: 'mark-now' });
  await vi.waitFor(() => expect(said()).toMatch(/^The page is still being read/));
  state = {};
  await vi.waitFor(() => expect(said()).toBe('No name that we know stands on this page.'));
  expect(root.textContent).not.toContain('Mark this page now');
});

it('keeps the focus when the button that was pressed makes way: on what is said, then on the first name', async () => {
  state = { marking: 'waiting-to-be-asked' };
  render(h(Popup, { platform: platformOf({ sendToPage: beginReading }) }), root);
  await vi.waitFor(() => expect(root.querySelector('.primary')).not.toBeNull());
  root.querySelector<HTMLElement>('.primary')!.focus();
  press('Mark this page now');
  await vi.waitFor(() => expect(said()).toMatch(/^The page is still being read/));
  await vi.waitFor(() => expect(document.activeElement?.className).toBe('notice'));
  state = { entities: [{ entity: 'nso-group', count: 1 }] };
  await vi.waitFor(() => expect(document.activeElement?.className).toBe('go-to'));
});

it('leaves the focus where the reader took it meanwhile', async () => {
  state = { marking: 'waiting-to-be-asked' };
  render(h(Popup, { platform: platformOf({ sendToPage: beginReading }) }), root);
  await vi.waitFor(() => expect(root.querySelector('.primary')).not.toBeNull());
  press('Mark this page now');
  await vi.waitFor(() => expect(said()).toMatch(/^The page is still being read/));
  const search = root.querySelector<HTMLElement>('input[type=search]')!;
  search.focus();
  state = { entities: [{ entity: 'nso-group', count: 1 }] };
  await vi.waitFor(() => expect(root.querySelector('.go-to')).not.toBeNull());
  expect(document.activeElement).toBe(search);
});

it('an answer of the page that was overtaken by a newer one is not shown', async () => {
  let tell: (tab: number) => void = () => undefined;
  const answers: ((state: PageState) => void)[] = [];
  const askPage = () => new Promise<PageState>((resolve) => answers.push(resolve));
  const onPageChange = (listener: typeof tell) => (tell = listener);
  render(h(Popup, { platform: platformOf({ askPage, onPageChange }) }), root);
  // At once, and when the settings were read.
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  tell(1);
  await vi.waitFor(() => expect(answers).toHaveLength(3));
  answers.pop()!({ ...page, marking: 'off-here' });
  await vi.waitFor(() => expect(said()).toBe('Marking is off on this site.'));
  for (const answer of answers) answer({ ...page, marking: 'waiting-to-be-asked' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(said()).toBe('Marking is off on this site.');
});

it('says so where the settings cannot be read, and still looks names up', async () => {
  const readSettings = () => Promise.reject(new Error('An unexpected error occurred'));
  const store = { readSettings, onSettingsChange: () => undefined } as unknown as PopupPlatform['store'];
  render(h(Popup, { platform: platformOf({ store }) }), root);
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')!.textContent).toMatch(/cannot read/));
  await vi.waitFor(() => expect(root.querySelector('input[type=search]')).not.toBeNull());
  expect(root.querySelector('[role=switch]')).toBeNull();
});

it('says of a page that it may not read that the browser does not allow it, and of another what else may be', async () => {
  for (const [isAllowed, words] of [
    [true, /^This page cannot be marked/],
    [false, /^Sidelight is not allowed to read this page/],
  ] as const) {
    const askPage = () => Promise.resolve(null);
    const hasAccess = () => Promise.resolve(isAllowed);
    render(h(Popup, { platform: platformOf({ askPage, hasAccess }) }), root);
    await vi.waitFor(() => expect(said()).toMatch(words));
    render(null, root);
  }
});
