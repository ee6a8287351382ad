/** What the background answers, shows and does on commands. */
import { expect, test, vi } from 'vitest';
import { answerMessage, type Background } from '../../../src/background/answer-message.ts';
import { badgeText } from '../../../src/background/badge.ts';
import { runCommand, type CommandPlatform } from '../../../src/background/commands.ts';
import type { CardRecord } from '../../../src/dataset/records.ts';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings } from '../../../src/settings/settings.ts';
import { changeSettings, readSettings } from '../../../src/settings/store.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const card = (id: string) => ({ id }) as CardRecord;
const fromTab = { tab: 7, index: 2, document: 'D1', url: 'https://www.news.example/a?b', isPrivate: false };
const fromPopup = { tab: null, index: null, document: null, url: null, isPrivate: false };

function fakeBackground() {
  return {
    loadCard: vi.fn<Background['loadCard']>(async (id) => {
      if (id === 'damaged') throw new Error('damaged');
      return id === 'unknown' ? null : card(id);
    }),
    setBadge: vi.fn<Background['setBadge']>(() => Promise.resolve()),
    openProfile: vi.fn<Background['openProfile']>(() => Promise.resolve()),
    changeSettings,
    mayMention: vi.fn<Background['mayMention']>((texts) => Promise.resolve(texts.length > 1)),
    loadScript: vi.fn<Background['loadScript']>(() => Promise.resolve()),
    stylePage: vi.fn<Background['stylePage']>(() => Promise.resolve()),
    styleFrames: vi.fn<Background['styleFrames']>(() => Promise.resolve()),
  };
}

test('cards come once each, without unknown and damaged ones', async () => {
  const background = fakeBackground();
  const entities = ['a', 'unknown', 'damaged', 'b', 'a'];
  expect(await answerMessage({ type: 'cards', entities }, fromTab, background)).toEqual([
    card('a'),
    card('b'),
  ]);
  expect(background.loadCard).toHaveBeenCalledTimes(4);
});

test('the badge of the sender’s tab shows how many entities its page names', async () => {
  const background = fakeBackground();
  const entities = [
    { entity: 'a', count: 9 },
    { entity: 'b', count: 1 },
  ];
  await answerMessage({ type: 'page-entities', entities }, fromTab, background);
  expect(background.setBadge).toHaveBeenCalledWith(7, 2);
});

test('cards and page entities are refused from a sender that is no tab', async () => {
  const background = fakeBackground();
  await expect(answerMessage({ type: 'cards', entities: ['a'] }, fromPopup, background)).rejects.toThrow();
  await expect(
    answerMessage({ type: 'page-entities', entities: [] }, fromPopup, background),
  ).rejects.toThrow();
  expect(background.loadCard).not.toHaveBeenCalled();
  expect(background.setBadge).not.toHaveBeenCalled();
});

test('a profile opens beside the tab that asked', async () => {
  const background = fakeBackground();
  await answerMessage({ type: 'open-profile', entity: 'a' }, fromTab, background);
  await answerMessage({ type: 'open-profile', entity: 'b' }, fromPopup, background);
  expect(background.openProfile.mock.calls).toEqual([
    ['a', 3],
    ['b', null],
  ]);
});

test('choices that pages of different sites make at the same moment are all kept, and taken back one by one', async () => {
  fakeBrowser.reset();
  const background = fakeBackground();
  const dismissal = (name: string) => ({ entity: 'nso-group', name, on: '2026-11-21' });
  const choose = (type: 'dismiss' | 'undo-dismissal', name: string, tab: number) =>
    answerMessage({ type, dismissal: dismissal(name) }, { ...fromTab, tab, index: tab }, background);
  await Promise.all(['NSO', 'Q', 'NSO', 'Pegasus'].map((name, tab) => choose('dismiss', name, tab)));
  const names = async () => (await readSettings()).dismissals.map(({ name }) => name);
  expect(await names()).toEqual(['NSO', 'Q', 'Pegasus']);
  await Promise.all([choose('undo-dismissal', 'Q', 1), choose('undo-dismissal', 'NSO', 2)]);
  expect(await names()).toEqual(['Pegasus']);
  await expect(
    answerMessage({ type: 'dismiss', dismissal: dismissal('X') }, fromPopup, background),
  ).rejects.toThrow();
});

const chosen = { entity: 'nso-group', name: 'NSO', on: '2026-11-21' };

test.each([
  ['another site', { site: 'other.example' }, fromTab],
  ['a page of another site', { page: 'https://other.example/a' }, fromTab],
  ['its site from a private window', { site: 'news.example' }, { ...fromTab, isPrivate: true }],
  ['its page from a private window', { page: 'https://news.example/a' }, { ...fromTab, isPrivate: true }],
])('a page cannot have it kept that the reader chose for %s', async (_, place, sender) => {
  fakeBrowser.reset();
  const background = fakeBackground();
  for (const own of [{ site: 'news.example' }, { page: 'https://news.example/a' }, {}])
    await answerMessage({ type: 'dismiss', dismissal: { ...chosen, ...own } }, fromTab, background);
  const before = await readSettings();
  expect(before.dismissals).toHaveLength(3);
  for (const type of ['dismiss', 'undo-dismissal'] as const)
    await expect(
      answerMessage({ type, dismissal: { ...chosen, ...place } }, sender, background),
    ).rejects.toThrow('elsewhere');
  expect(await readSettings()).toEqual(before);
});

test('pages cannot fill the storage with choices', async () => {
  fakeBrowser.reset();
  const dismissals = Array.from({ length: 2000 }, (_, k) => ({ ...chosen, name: `N${k}` }));
  await changeSettings(() => ({ dismissals }));
  const choose = (type: 'dismiss' | 'undo-dismissal', name: string) =>
    answerMessage({ type, dismissal: { ...chosen, name } }, fromTab, fakeBackground());
  await expect(choose('dismiss', 'one more')).rejects.toThrow('too many');
  await choose('undo-dismissal', 'N0');
  await choose('dismiss', 'one more');
  expect((await readSettings()).dismissals).toHaveLength(2000);
});

test.each([
  [0, ''],
  [1, '1'],
  [999, '999'],
  [1000, '999+'],
])('badge text of %i is "%s"', (count, text) => {
  expect(badgeText(count)).toBe(text);
});

test.each([
  ['next-mention', 1],
  ['previous-mention', -1],
])('%s steps in the active tab', async (command, step) => {
  const sendToPage = vi.fn<CommandPlatform['sendToPage']>(async () => true);
  await runCommand(command, { sendToPage, activeTab: async () => 4, changeSettings: vi.fn() });
  expect(sendToPage).toHaveBeenCalledExactlyOnceWith(4, { type: 'step-mention', step });
});

test('toggling switches marking to the other state; an unknown command does nothing', async () => {
  const updates: unknown[] = [];
  const platform: CommandPlatform = {
    sendToPage: vi.fn(),
    activeTab: async () => 4,
    changeSettings: async (update) => (updates.push(update(defaultSettings)), defaultSettings),
  };
  await runCommand('toggle-marking', platform);
  await runCommand('of-another-release', platform);
  expect(updates).toEqual([{ enabled: false }]);
  expect(platform.sendToPage).not.toHaveBeenCalled();
});

test.each([
  ['load-rest', 'in-page'],
  ['load-card', 'card'],
] as const)(
  '%s: a script is loaded into the document that asked, and for no one else',
  async (type, script) => {
    const background = fakeBackground();
    await answerMessage({ type }, fromTab, background);
    expect(background.loadScript).toHaveBeenCalledWith(7, 'D1', script);
    await expect(answerMessage({ type }, fromPopup, background)).rejects.toThrow();
    expect(background.loadScript).toHaveBeenCalledTimes(1);
  },
);

test('texts with doubtful names are answered with yes or no, and for no one but a page', async () => {
  const background = fakeBackground();
  const text = { text: 'A ring', language: null };
  const ask = (texts: (typeof text)[], sender = fromTab as Parameters<typeof answerMessage>[1]) =>
    answerMessage({ type: 'may-mention', texts }, sender, background);
  expect([await ask([text]), await ask([text, text])]).toEqual([false, true]);
  await expect(ask([text], fromPopup)).rejects.toThrow();
});

test('the sheet of the marks goes into the document that asked, or into frames of its tab, and for no one else', async () => {
  const background = fakeBackground();
  const [sheet, other] = ([['main>p'], ['*']] as const).map(([path]) => ({
    style: 'line' as const,
    tagPaths: [path],
  }));
  const stylePage = { type: 'style-page' as const, sheet: sheet!, instead: [other!] };
  const styleFrames = { type: 'style-frames', style: null } as const;
  await answerMessage(stylePage, fromTab, background);
  await answerMessage(styleFrames, fromTab, background);
  expect(background.stylePage).toHaveBeenCalledWith(7, 'D1', sheet, [other]);
  expect(background.styleFrames).toHaveBeenCalledWith(7, null);
  for (const message of [stylePage, styleFrames])
    await expect(answerMessage(message, fromPopup, background)).rejects.toThrow();
});
