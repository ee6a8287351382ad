// @vitest-environment happy-dom
/** One stretch of a page being marked, with a made-up page watch, browser and card: what a reader chooses, presses and sees. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CardKit } from '../../../src/content/card-kit.ts';
import type { MarkSheets } from '../../../src/content/mark-sheets.ts';
import type { ContentPlatform } from '../../../src/content/platform.ts';
import { startMarkingSession, type MarkingSession } from '../../../src/content/marking-session.ts';
import type { CardRecord } from '../../../src/dataset/records.ts';
import type { Matcher } from '../../../src/match/types.ts';
import type { PageMention } from '../../../src/page/page-mention.ts';
import type { PageWatch, WatchPageOptions } from '../../../src/page/watch-page.ts';
import { defaultSettings, mostPageChars, type Settings } from '../../../src/settings/settings.ts';

type Card = ReturnType<CardKit['makeCard']>;
type Actions = Parameters<Card['update']>[0]['actions'];

let ending: AbortController;
let isAlive: boolean;
let isOnCard: boolean;
let isWithinReach: boolean;
let found: PageMention[];
let comeBack: () => void;
let seen: WatchPageOptions;
let actions: Actions | undefined;
let platform: ContentPlatform;
let navigation: EventTarget;
const watch = {
  mentions: () => found,
  countEntities: () => Promise.resolve(new Map([['nso-group', 2]])),
  mentionAt: vi.fn<PageWatch['mentionAt']>(),
  rectsOf: vi.fn<PageWatch['rectsOf']>(),
  isInSight: () => true,
  canBeShown: () => true,
  scrollTo: vi.fn<PageWatch['scrollTo']>(),
  ring: vi.fn<PageWatch['ring']>(),
  configure: vi.fn<PageWatch['configure']>(),
  setAway: vi.fn<PageWatch['setAway']>(),
  firstScan: Promise.resolve(0),
  stop: vi.fn(),
};
const sheets = { marked: vi.fn(), restyle: vi.fn(), clear: vi.fn() } satisfies MarkSheets;
const onOrphaned = vi.fn();
const makeCard = vi.fn<CardKit['makeCard']>();
const remove = vi.fn();

const record = (id: string, categories: string[] = []) => ({ id, categories }) as unknown as CardRecord;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  history.replaceState(null, '', '/story');
  document.body.innerHTML = '<p>NSO sold it. <a href="/x"><b>NSO</b> Group</a></p>';
  navigation = new EventTarget();
  Object.assign(window, { navigation });
  const range = { startContainer: document.body.firstChild!.firstChild! };
  found = ['NSO', 'NSO Group'].map(
    (name) => ({ entity: 'nso-group', name, surface: name, range }) as unknown as PageMention,
  );
  ending = new AbortController();
  isAlive = true;
  isOnCard = false;
  isWithinReach = true;
  actions = undefined;
  makeCard.mockReturnValue({
    insert: vi.fn(),
    open: vi.fn(),
    update: (props) => (actions = props.actions),
    place: () => Promise.resolve(),
    box: () => ({ left: 0, top: 0, right: 0, bottom: 0 }),
    holds: () => isOnCard,
    isWithinReach: () => isWithinReach,
    enter: vi.fn(),
    focus: vi.fn(),
    movedAt: () => 0,
    remove,
  });
  watch.mentionAt.mockReturnValue(found[0]!);
  watch.rectsOf.mockReturnValue([{ left: 10, top: 10, right: 80, bottom: 25 }] as never);
  platform = {
    onComeBack: (listener: () => void) => (comeBack = listener),
    dismiss: vi.fn(() => Promise.resolve()),
    undoDismissal: vi.fn(() => Promise.resolve()),
    fetchCards: vi.fn((ids: string[]) => Promise.resolve(ids.map((id) => record(id)))),
    loadCardKit: vi.fn(() => Promise.resolve({ makeCard } as unknown as CardKit)),
    sendPageEntities: vi.fn(() => Promise.resolve()),
    openProfile: vi.fn(() => Promise.resolve()),
    isPrivate: false,
    isAlive: () => isAlive,
  } as unknown as ContentPlatform;
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

function start(change: Partial<Settings> = {}): MarkingSession {
  return startMarkingSession({
    document,
    matcher: { standing: () => 'none' } as unknown as Matcher,
    platform,
    watchPage(options) {
      seen = options;
      options.onDocument?.(document, options.signal);
      return watch;
    },
    sheets,
    settings: { ...defaultSettings, ...change },
    signal: ending.signal,
    onOrphaned,
  });
}
const settle = () => vi.advanceTimersByTimeAsync(2000);
/** Opens the card of the next mention, as the keyboard does. */
async function openCard(session: MarkingSession): Promise<Actions> {
  session.step(1);
  await settle();
  return actions!;
}
const isShown = (name = 'NSO') => seen.settings.isShown('nso-group', name);

/** As if the reader did it: a page's own events count for nothing. */
function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
const press = (pointerType: string) =>
  trusted(new PointerEvent('pointerdown', { bubbles: true, pointerType, clientX: 5, clientY: 5 }));
function tap(element: Element): void {
  element.dispatchEvent(press('touch'));
  element.dispatchEvent(
    trusted(
      new PointerEvent('pointerup', {
        bubbles: true,
        composed: true,
        pointerType: 'touch',
        clientX: 5,
        clientY: 5,
      }),
    ),
  );
}
const escape = () =>
  trusted(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));

it.each([
  [['mobile-spyware'], ['mobile-spyware'], false],
  [['mobile-spyware', 'exploits'], ['mobile-spyware'], true],
  [['mobile-spyware', 'exploits'], ['exploits', 'mobile-spyware'], false],
  [[], ['mobile-spyware'], true],
])('an entity of %j, with %j off, is shown: %s', async (categories, categoriesOff, expected) => {
  vi.mocked(platform.fetchCards).mockResolvedValue([record('nso-group', categories)]);
  start({ categoriesOff: categoriesOff as Settings['categoriesOff'] });
  expect(isShown()).toBe(false);
  await settle();
  expect(isShown()).toBe(expected);
});

it('keeps "not this one" and takes it back, and says so where it could not', async () => {
  const session = start();
  const { dismiss, undoDismissal } = await openCard(session);
  expect(await dismiss('site')).toBe(true);
  const [[kept]] = vi.mocked(platform.dismiss).mock.calls as [[object]];
  expect(kept).toMatchObject({ entity: 'nso-group', site: expect.any(String) as string });
  expect(await undoDismissal()).toBe(true);
  expect(vi.mocked(platform.undoDismissal).mock.calls).toEqual([[kept]]);
  vi.mocked(platform.dismiss).mockRejectedValueOnce(new Error('storage is full'));
  expect(await dismiss('page')).toBe(false);
  expect(onOrphaned).not.toHaveBeenCalled();
  isAlive = false;
  expect(await dismiss('page')).toBe(false);
  expect([onOrphaned.mock.calls.length, vi.mocked(platform.dismiss).mock.calls.length]).toEqual([1, 2]);
});

it('stores nothing of a private window’s pages, and still does there what was chosen', async () => {
  Object.assign(platform, { isPrivate: true });
  const session = start();
  const first = await openCard(session);
  expect(await first.dismiss('page')).toBe(true);
  const second = await openCard(session);
  expect(await second.dismiss('site')).toBe(true);
  expect([isShown('NSO'), isShown('NSO Group')]).toEqual([false, false]);
  expect(watch.configure).toHaveBeenCalledTimes(2);
  expect(await second.undoDismissal()).toBe(true);
  expect([platform.dismiss, platform.undoDismissal].map((send) => vi.mocked(send).mock.calls)).toEqual([
    [],
    [],
  ]);
  expect([isShown('NSO'), isShown('NSO Group')]).toEqual([false, true]);
  expect(await second.dismiss('everywhere')).toBe(true);
  expect(platform.dismiss).toHaveBeenCalledTimes(1);
});

it('offers no choice for a page whose address is too long to be kept, except where none is', async () => {
  const choicesAt = async (chars: number) => {
    history.replaceState(null, '', '/');
    history.replaceState(null, '', `/${'x'.repeat(chars - document.URL.length)}?more`);
    return (await openCard(start())).scopes;
  };
  const all = ['page', 'site', 'everywhere'];
  expect(await choicesAt(mostPageChars)).toEqual(all);
  expect(await choicesAt(mostPageChars + 1)).toEqual(['site', 'everywhere']);
  Object.assign(platform, { isPrivate: true });
  expect(await choicesAt(mostPageChars + 1)).toEqual(all);
});

it('asks again what is shown where a page is at another address, if a choice is for a page', () => {
  const go = (path: string) => {
    history.replaceState(null, '', path);
    navigation.dispatchEvent(new Event('currententrychange'));
  };
  const session = start();
  const dismissal = { entity: 'nso-group', name: 'NSO', on: '2026-11-21' };
  session.configure({ ...defaultSettings, dismissals: [dismissal] });
  watch.configure.mockClear();
  go('/other');
  expect(watch.configure).not.toHaveBeenCalled();
  session.configure({ ...defaultSettings, dismissals: [{ ...dismissal, page: `${location.origin}/third` }] });
  watch.configure.mockClear();
  go('/other?part=2');
  expect(watch.configure).not.toHaveBeenCalled();
  go('/third');
  expect(watch.configure).toHaveBeenCalledTimes(1);
});

it('rings what was stepped to until the reader presses elsewhere or Esc', async () => {
  const session = start();
  session.goTo('candiru', 0);
  expect(watch.scrollTo).not.toHaveBeenCalled();
  session.goTo('nso-group', 1);
  expect([watch.scrollTo.mock.calls, watch.ring.mock.calls]).toEqual([[[found[1]]], [[found[1]]]]);
  document.body.dispatchEvent(press('mouse'));
  document.body.dispatchEvent(press('mouse'));
  expect(watch.ring.mock.calls).toEqual([[found[1]], [null]]);
  await openCard(session);
  expect([watch.scrollTo, watch.ring].map((told) => told.mock.lastCall)).toEqual([[found[0]], [found[0]]]);
  isOnCard = true;
  document.body.dispatchEvent(press('mouse'));
  expect(watch.ring.mock.lastCall).toEqual([found[0]]);
  isOnCard = false;
  // Esc is for a dialog that came over the card; then it closes the card, and then it takes the ring away.
  for (const [isOver, closed, prevented, ringed] of [
    [true, 0, false, found[0]],
    [false, 1, true, found[0]],
    [false, 1, false, null],
  ] as const) {
    isWithinReach = !isOver;
    const event = escape();
    document.body.dispatchEvent(event);
    expect([remove.mock.calls.length, event.defaultPrevented, watch.ring.mock.lastCall]).toEqual([
      closed,
      prevented,
      [ringed],
    ]);
  }
});

it('steps from what is on screen, and opens a card that a press elsewhere closes', async () => {
  watch.rectsOf.mockImplementation((mention) => [
    { left: 10, right: 80, top: mention === found[0] ? -100 : 10, bottom: 25 } as never,
  ]);
  await openCard(start());
  expect(watch.scrollTo.mock.calls).toEqual([[found[1]]]);
  expect(remove).not.toHaveBeenCalled();
  document.body.dispatchEvent(press('mouse'));
  expect(remove).toHaveBeenCalledTimes(1);
});

it('opens a profile from the card, but not of an extension that is gone', async () => {
  const { openProfile } = await openCard(start());
  openProfile('candiru');
  expect(vi.mocked(platform.openProfile).mock.calls).toEqual([['candiru']]);
  isAlive = false;
  openProfile('candiru');
  expect([vi.mocked(platform.openProfile).mock.calls.length, onOrphaned.mock.calls.length]).toEqual([1, 1]);
});

it('opens the card of a name on which the pointer rests', async () => {
  start();
  const move = (x: number) =>
    document.body.dispatchEvent(
      trusted(new PointerEvent('pointermove', { bubbles: true, screenX: x, clientX: x })),
    );
  seen.onChange?.(new Set(['nso-group']));
  watch.mentionAt.mockReturnValue(null);
  move(10);
  await settle();
  watch.mentionAt.mockReturnValue(found[0]!);
  move(40);
  await settle();
  expect(actions).toBeDefined();
});

it('opens the card at a tap on a name, and leaves a tap on a link to the page', async () => {
  start();
  tap(document.querySelector('b')!);
  await settle();
  expect([watch.mentionAt.mock.calls.length, makeCard.mock.calls.length]).toEqual([0, 0]);
  tap(document.querySelector('p')!);
  await settle();
  expect([watch.mentionAt.mock.calls.length, makeCard.mock.calls.length]).toEqual([1, 1]);
});

it('loads what draws cards when the pointer moves over a page with marks, not before', async () => {
  start();
  const move = () => document.body.dispatchEvent(trusted(new PointerEvent('pointermove', { bubbles: true })));
  watch.mentionAt.mockReturnValue(null);
  seen.onChange?.(new Set());
  move();
  expect(platform.loadCardKit).not.toHaveBeenCalled();
  seen.onChange?.(new Set(['nso-group']));
  seen.onChange?.(new Set());
  move();
  expect(platform.loadCardKit).toHaveBeenCalledTimes(1);
  await settle();
});

it('is under way until the first text was read', async () => {
  const session = start();
  expect(session.isUnderWay()).toBe(true);
  await settle();
  expect(session.isUnderWay()).toBe(false);
});

it('tells what the page names again when the reader comes back to it', async () => {
  start();
  seen.onChange?.(new Set(['nso-group']));
  await settle();
  comeBack();
  await settle();
  expect(vi.mocked(platform.sendPageEntities).mock.calls).toEqual(
    Array(2).fill([[{ entity: 'nso-group', count: 2 }]]),
  );
});

it('leaves neither card nor marks in a page that the browser puts away, and marks it again when it is shown', async () => {
  await openCard(start());
  const made = (type: string, persisted: boolean) => Object.assign(new Event(type), { persisted });
  const tell = (type: string, persisted: boolean) => trusted(made(type, persisted));
  dispatchEvent(made('pagehide', true));
  dispatchEvent(tell('pagehide', false));
  expect([remove.mock.calls.length, watch.setAway.mock.calls]).toEqual([0, []]);
  dispatchEvent(tell('pagehide', true));
  expect([remove.mock.calls.length, watch.setAway.mock.calls]).toEqual([1, [[true]]]);
  dispatchEvent(tell('pageshow', true));
  expect(watch.setAway.mock.calls).toEqual([[true], [false]]);
});

it('changes the style of marks that are there, and takes all away at the end', () => {
  const session = start();
  session.configure({ ...defaultSettings, lineStyle: 'tint' });
  expect(sheets.restyle).toHaveBeenCalledExactlyOnceWith('tint');
  session.stop();
  expect([seen.signal.aborted, sheets.clear.mock.calls.length]).toEqual([true, 1]);
  expect(platform.sendPageEntities).toHaveBeenLastCalledWith([]);
});

it('notices that the extension is gone as soon as somebody looks at the page again', () => {
  const session = start();
  isAlive = false;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(onOrphaned).toHaveBeenCalledTimes(1);
  session.stop();
  expect(platform.sendPageEntities).not.toHaveBeenCalled();
});
