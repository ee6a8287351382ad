/** Messages are checked on receipt: only sound ones of this extension are handled, and silence is told from an answer. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as v from 'valibot';
import { answerPageMessage, toBackgroundSchema, type PageState } from '../../../src/messages.ts';
import { askBackground, askingTwice } from '../../../src/messages-page.ts';
import { askPage, onBackgroundMessage, onPageEntities, sendToPage } from '../../../src/messages-browser.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const own = { id: fakeBrowser.runtime.id, tab: { id: 7, index: 2 } };
const choice = { entity: 'nso-group', name: 'NSO', on: '2026-11-21' };
const entities = [{ entity: 'nso-group', count: 2 }];
const state: PageState = {
  site: 'news.example',
  url: 'http://news.example/a',
  title: 'A',
  marking: 'on',
  published: null,
  entities,
  isReading: false,
};
/** As the browser hands a message to all that listen: what they answer. */
async function deliver(message: unknown, sender: unknown): Promise<void> {
  const heard: unknown = fakeBrowser.runtime.onMessage.trigger(message, sender as never, () => undefined);
  await heard;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

describe('the background', () => {
  const handle = vi.fn(async () => 'done');
  beforeEach(() => {
    handle.mockClear();
    onBackgroundMessage(handle);
  });

  test('handles a sound message of this extension, with the tab that it came from', async () => {
    await deliver({ type: 'page-entities', entities }, { ...own, documentId: 'd1' });
    expect(handle).toHaveBeenCalledExactlyOnceWith(
      { type: 'page-entities', entities },
      { tab: 7, index: 2, document: 'd1', url: null, isPrivate: false },
    );
    const url = 'https://news.example/';
    await deliver({ type: 'load-rest' }, { ...own, tab: { ...own.tab, incognito: true }, url });
    expect(handle).toHaveBeenLastCalledWith(
      { type: 'load-rest' },
      { tab: 7, index: 2, document: null, url, isPrivate: true },
    );
    const sheet = { style: 'line', tagPaths: ['main>x-name>p', '*>h1', '*'] };
    await deliver({ type: 'style-page', sheet, instead: [sheet] }, own);
    expect(handle).toHaveBeenCalledTimes(3);
    await deliver({ type: 'open-profile', entity: 'nso-group' }, { id: own.id });
    expect(handle).toHaveBeenLastCalledWith(
      { type: 'open-profile', entity: 'nso-group' },
      { tab: null, index: null, document: null, url: null, isPrivate: false },
    );
  });

  test.each([
    ['another extension', { type: 'open-profile', entity: 'a' }, { id: 'someone-else', tab: { id: 7 } }],
    ['an unknown kind', { type: 'erase' }, own],
    ['an id that is none', { type: 'open-profile', entity: '../../secrets' }, own],
    ['a field that does not belong', { type: 'load-rest', also: 1 }, own],
    ['a negative count', { type: 'page-entities', entities: [{ entity: 'a', count: -1 }] }, own],
    ['too many cards', { type: 'cards', entities: Array.from({ length: 1001 }, () => 'a') }, own],
    ['a selector of more than tags', { type: 'style-page', sheet: { style: 'line', tagPaths: ['p:is(b)'] }, instead: [] }, own], // prettier-ignore
    [
      'a choice with a name longer than any',
      { type: 'dismiss', dismissal: { ...choice, name: 'N'.repeat(201) } },
      own,
    ],
    [
      'a choice for an entity that can be none',
      { type: 'dismiss', dismissal: { ...choice, entity: 'x'.repeat(81) } },
      own,
    ],
    [
      'a choice on a day that is none',
      { type: 'dismiss', dismissal: { ...choice, on: 'day '.repeat(1e6) } },
      own,
    ],
    ['a choice for a page of endless address', { type: 'dismiss', dismissal: { ...choice, page: `http://a.b/${'x'.repeat(2000)}` } }, own], // prettier-ignore
    ['a choice for a page without address', { type: 'dismiss', dismissal: { ...choice, page: 'x' } }, own],
    ['no message', null, own],
  ])('leaves alone what comes from or holds %s', async (_, message, sender) => {
    await deliver(message, sender);
    expect(handle).not.toHaveBeenCalled();
  });
});

test.each(['p{}', 'p a', 'p>', '', 'P', ':is(p)', 'p>*>>b', 'p\n', 'p/**/', '#p', 'p,b'])(
  'a sheet is for tags alone, not %j',
  (path) => {
    const message = (tagPaths: string[]) => ({
      type: 'style-page',
      sheet: null,
      instead: [{ style: 'line', tagPaths }],
    });
    expect(v.safeParse(toBackgroundSchema, message(['p'])).success).toBe(true);
    expect(v.safeParse(toBackgroundSchema, message(['p', path])).success).toBe(false);
  },
);

describe('a page asks the background', () => {
  /** As the browser's own channel: what the listener's promise gives comes back as JSON. */
  const channel = {
    async sendMessage(message: unknown) {
      const answers = await fakeBrowser.runtime.onMessage.trigger(message, own as never, () => undefined);
      const answer: unknown = answers.find((one: unknown) => one !== undefined);
      return answer === undefined ? undefined : (JSON.parse(JSON.stringify(answer)) as unknown);
    },
  };

  test.each([
    ['a list', []],
    ['nothing', undefined],
  ])('and is answered with %s', async (_, value) => {
    onBackgroundMessage(() => Promise.resolve(value));
    expect(await askBackground(channel, { type: 'cards', entities: ['a'] })).toEqual(value);
  });

  test('and is refused', async () => {
    onBackgroundMessage(() => Promise.reject(new Error('the file is damaged')));
    await expect(askBackground(channel, { type: 'load-rest' })).rejects.toThrow('the file is damaged');
  });

  test('and nobody answers', async () => {
    await expect(askBackground(channel, { type: 'load-rest' })).rejects.toThrow('does not answer');
  });

  test('and the extension is gone', async () => {
    const gone = {
      sendMessage(): Promise<unknown> {
        throw new Error('Extension context invalidated.');
      },
    };
    await expect(askBackground(gone, { type: 'load-rest' })).rejects.toThrow('invalidated');
  });
});

describe('a message that may as well be sent twice', () => {
  const ask = (...replies: (() => Promise<unknown>)[]) => {
    const sendMessage = vi.fn(() => replies.shift()!());
    return {
      answer: askBackground(askingTwice({ sendMessage }), { type: 'dismiss', dismissal: choice }),
      sendMessage,
    };
  };
  const ended = () => Promise.reject(new Error('A listener went away before a response was received.'));
  const nothing = () => Promise.resolve(undefined);
  const gone = () => {
    throw new Error('Extension context invalidated.');
  };
  const done = () => Promise.resolve({});
  const refused = () => Promise.resolve({ refused: 'storage is full' });

  test.each([
    ['the background ended', ended],
    ['nobody answered', nothing],
  ])('is, where %s', async (_, first) => {
    const { answer, sendMessage } = ask(first, done);
    await expect(answer).resolves.toBeUndefined();
    expect(sendMessage.mock.calls).toEqual(Array(2).fill([{ type: 'dismiss', dismissal: choice }]));
  });

  test.each([
    ['answered', done],
    ['refused', refused],
  ])('is not, where it was %s', async (_, first) => {
    const { answer, sendMessage } = ask(first);
    await answer.catch(() => undefined);
    expect(sendMessage).toHaveBeenCalledOnce();
  });

  test.each([
    ['ends again', ended, 'went away'],
    ['is silent again', nothing, 'does not answer'],
    ['is gone with the extension', gone, 'invalidated'],
    ['refuses', refused, 'storage is full'],
  ])('and is given up where the background %s', async (_, second, words) => {
    await expect(ask(second === gone ? gone : ended, second).answer).rejects.toThrow(words);
  });
});

test('a page answers sound messages only', async () => {
  const handle = vi.fn(async () => state);
  expect(await answerPageMessage(handle, { type: 'page-state' })).toEqual(state);
  expect(await answerPageMessage(handle, { type: 'step-mention', step: 2 })).toBeUndefined();
  expect(await answerPageMessage(handle, 'page-state')).toBeUndefined();
  expect(handle).toHaveBeenCalledTimes(1);
});

test('a screen hears of pages, until it leaves, and of nothing else', async () => {
  const heard: number[] = [];
  const leave = new AbortController();
  onPageEntities((tab) => heard.push(tab), leave.signal);
  await deliver({ type: 'page-entities', entities }, own);
  await deliver({ type: 'page-entities', entities }, { id: own.id });
  await deliver({ type: 'open-profile', entity: 'a' }, { ...own, tab: { id: 8, index: 3 } });
  await deliver(
    { type: 'page-entities', entities },
    { ...own, id: 'someone-else', tab: { id: 9, index: 4 } },
  );
  await deliver({ type: 'page-entities', entities: 'none' }, { ...own, tab: { id: 10, index: 5 } });
  leave.abort();
  await deliver({ type: 'page-entities', entities }, own);
  expect(heard).toEqual([7]);
});

describe('asking a page', () => {
  const answer = (value: unknown) =>
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(() => Promise.resolve(value) as never);
  const silence = () =>
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(() => Promise.reject(new Error('no one listens')) as never); // prettier-ignore

  test('gives what it says, from its top frame', async () => {
    const sent = answer(state);
    expect(await askPage(7)).toEqual(state);
    expect(sent).toHaveBeenCalledExactlyOnceWith(7, { type: 'page-state' }, { frameId: 0 });
  });
  test.each([undefined, {}, { ...state, marking: 'perhaps' }, { ...state, extra: 1 }])(
    'an unsound answer %j is none',
    async (value) => {
      // prettier-ignore
      answer(value);
      expect(await askPage(7)).toBeNull();
    },
  );
  test('a page of the browser is none', async () => {
    silence();
    expect(await askPage(7)).toBeNull();
    expect(await sendToPage(7, { type: 'mark-now' })).toBe(false);
  });
  test('says when a message arrived', async () => {
    answer(undefined);
    expect(await sendToPage(7, { type: 'mark-now' })).toBe(true);
  });
});
