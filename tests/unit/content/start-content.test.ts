// @vitest-environment happy-dom
/** The content script as a whole, with a made-up page watch and browser: settings, messages, records, and its end. */
import '../ui/english.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentPlatform } from '../../../src/content/platform.ts';
import { startContent } from '../../../src/content/start-content.ts';
import type { CardRecord } from '../../../src/dataset/records.ts';
import type { Matcher } from '../../../src/match/types.ts';
import type { PageState, ToPage } from '../../../src/messages.ts';
import type { PageMention } from '../../../src/page/page-mention.ts';
import type { PageWatch, WatchPageOptions } from '../../../src/page/watch-page.ts';
import { defaultSettings, type Settings } from '../../../src/settings/settings.ts';

const mention = (entity: string, name: string) => ({ entity, name, surface: name }) as PageMention;
const found = [mention('nso-group', 'NSO'), mention('pegasus', 'Pegasus'), mention('nso-group', 'NSO Group')];

let ending: AbortController;
let isAlive: boolean;
let watches: (WatchPageOptions & { watch: PageWatch })[];
let changeTo: (settings: Partial<Settings>) => void;
let ask: (message: ToPage) => Promise<PageState | void>;
let platform: ContentPlatform;

beforeEach(() => {
  vi.useFakeTimers();
  ending = new AbortController();
  isAlive = true;
  watches = [];
  platform = {
    readSettings: vi.fn(() => Promise.resolve(defaultSettings)),
    onSettingsChange: (listener) => (changeTo = (change) => listener({ ...defaultSettings, ...change })),
    onComeBack: vi.fn(),
    dismiss: vi.fn(() => Promise.resolve()),
    undoDismissal: vi.fn(() => Promise.resolve()),
    fetchCards: vi.fn(() => Promise.resolve([])),
    loadCardKit: vi.fn(() => new Promise<never>(() => undefined)),
    sendPageEntities: vi.fn(() => Promise.resolve()),
    openProfile: vi.fn(() => Promise.resolve()),
    isPrivate: false,
    stylePage: vi.fn(() => Promise.resolve()),
    styleFrames: vi.fn(() => Promise.resolve()),
    onMessage: (handle) => ((ask = handle), true),
    isAlive: () => isAlive,
  };
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

function watchPage(options: WatchPageOptions): PageWatch {
  const watch: PageWatch = {
    mentions: () => (options.signal.aborted ? [] : found),
    countEntities: () =>
      Promise.resolve(new Map(options.signal.aborted ? [] : [['nso-group', 2], ['pegasus', 1]])), // prettier-ignore
    mentionAt: () => null,
    rectsOf: () => [],
    isInSight: () => true,
    canBeShown: () => true,
    scrollTo: vi.fn(),
    ring: vi.fn(),
    configure: vi.fn(),
    setAway: vi.fn(),
    firstScan: Promise.resolve(0),
    stop: vi.fn(),
  };
  watches.push({ ...options, watch });
  // As the real one does, while it is being made.
  options.onDocument?.(options.document, options.signal);
  return watch;
}
const start = () =>
  startContent({ document, matcher: {} as Matcher, platform, watchPage, signal: ending.signal });
const state = async () => (await ask({ type: 'page-state' })) as PageState;
const marking = async () => (await state()).marking;

describe('startContent', () => {
  it('on articles only: marks a page that becomes one without loading', async () => {
    vi.mocked(platform.readSettings).mockResolvedValue({ ...defaultSettings, runsOn: 'articles' });
    history.replaceState(null, '', '/story');
    await start();
    expect([await marking(), watches.length]).toEqual(['not-an-article', 0]);
    document.body.append('A teaser.');
    await vi.advanceTimersByTimeAsync(5000);
    expect(watches).toHaveLength(0);
    const type = document.createElement('meta');
    type.setAttribute('property', 'og:type');
    type.content = 'article';
    document.head.append(type);
    await vi.advanceTimersByTimeAsync(5000);
    expect([await marking(), watches.length]).toEqual(['on', 1]);
    type.remove();
    history.replaceState(null, '', '/');
  });

  it('watches, fetches the cards of what is found in one message, and tells the background what the page names', async () => {
    await start();
    watches[0]!.onChange?.(new Set(['nso-group', 'pegasus']));
    watches[0]!.onChange?.(new Set(['pegasus']));
    expect(platform.fetchCards).toHaveBeenCalledTimes(1);
    expect(platform.fetchCards).toHaveBeenCalledWith(['nso-group', 'pegasus']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(platform.sendPageEntities).toHaveBeenCalledTimes(1);
    expect(platform.sendPageEntities).toHaveBeenCalledWith([
      { entity: 'nso-group', count: 2 },
      { entity: 'pegasus', count: 1 },
    ]);
    expect(await state()).toMatchObject({
      marking: 'on',
      published: null,
      entities: [{ entity: 'nso-group' }, {}],
    });
  });

  it('tells no more of a title than fits into a message, whatever the page has', async () => {
    await start();
    document.title = `${'x'.repeat(499)}yz${'x'.repeat(10_000)}`;
    expect((await state()).title).toBe(`${'x'.repeat(499)}y`);
    document.title = '';
  });

  it('stops at once when switched off, and starts again when switched on', async () => {
    await start();
    changeTo({ enabled: false });
    expect(watches[0]!.signal.aborted).toBe(true);
    expect(platform.sendPageEntities).toHaveBeenLastCalledWith([]);
    expect(await marking()).toBe('off-everywhere');
    expect((await state()).entities).toEqual([]);
    changeTo({ enabled: true });
    expect(watches).toHaveLength(2);
    expect(await marking()).toBe('on');
  });

  it('waits to be asked, and marks when asked', async () => {
    vi.mocked(platform.readSettings).mockResolvedValue({ ...defaultSettings, runsOn: 'when-asked' });
    await start();
    expect([await marking(), watches.length]).toEqual(['waiting-to-be-asked', 0]);
    await ask({ type: 'mark-now' });
    expect([await marking(), watches.length]).toEqual(['on', 1]);
  });

  it('hands a changed line style on without reading the page again, and hides what was dismissed', async () => {
    await start();
    const dismissal = { entity: 'nso-group', name: 'NSO', on: '2026-11-21' };
    changeTo({ lineStyle: 'tint', dismissals: [dismissal] });
    expect(watches).toHaveLength(1);
    const [configured] = vi.mocked(watches[0]!.watch.configure).mock.lastCall!;
    expect(configured.style).toBe('tint');
    expect([
      configured.isShown?.('nso-group', 'NSO'),
      configured.isShown?.('nso-group', 'NSO Group'),
    ]).toEqual([false, true]);
  });

  it('shows what hides until its categories are known also when the background answers only later', async () => {
    vi.mocked(platform.readSettings).mockResolvedValue({
      ...defaultSettings,
      categoriesOff: ['mobile-spyware'],
    });
    const record = { id: 'nso-group', categories: ['phone-forensics'] } as unknown as CardRecord;
    vi.mocked(platform.fetchCards).mockRejectedValueOnce(new Error('no receiving end'));
    vi.mocked(platform.fetchCards).mockResolvedValue([record]);
    await start();
    const { settings, watch } = watches[0]!;
    expect(settings.isShown('nso-group', 'NSO')).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(watch.configure).toHaveBeenCalledTimes(1);
    expect(settings.isShown('nso-group', 'NSO')).toBe(true);
  });

  it('goes to the n-th mention of an entity', async () => {
    await start();
    await ask({ type: 'go-to-mention', entity: 'nso-group', index: 1 });
    expect(watches[0]!.watch.scrollTo).toHaveBeenCalledWith(found[2]);
    expect(watches[0]!.watch.ring).toHaveBeenCalledWith(found[2]);
  });

  it('goes quiet when the extension was removed under the page', async () => {
    await start();
    isAlive = false;
    watches[0]!.onChange?.(new Set(['nso-group']));
    expect(platform.fetchCards).not.toHaveBeenCalled();
    expect(watches[0]!.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(platform.sendPageEntities).not.toHaveBeenCalled();
  });

  it('ends with its signal: no marks, and no answers', async () => {
    await start();
    ending.abort();
    expect(watches[0]!.signal.aborted).toBe(true);
    changeTo({ lineStyle: 'tint' });
    expect([await ask({ type: 'page-state' }), watches.length]).toEqual([undefined, 1]);
  });

  it('takes a change that comes before the first reading for the newer one', async () => {
    let answer: (settings: Settings) => void = () => undefined;
    vi.mocked(platform.readSettings).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const started = start();
    changeTo({ enabled: false });
    answer(defaultSettings);
    await started;
    expect(watches).toHaveLength(0);
  });

  it('answers nobody before it knows the settings', async () => {
    let answer: (settings: Settings) => void = () => undefined;
    vi.mocked(platform.readSettings).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const started = start();
    const asked = state();
    answer({ ...defaultSettings, enabled: false });
    expect((await asked).marking).toBe('off-everywhere');
    await started;
  });

  it('keeps still where it was loaded a second time', async () => {
    platform.onMessage = () => false;
    await start();
    expect([watches.length, vi.mocked(platform.readSettings).mock.calls.length]).toEqual([0, 0]);
  });
});
