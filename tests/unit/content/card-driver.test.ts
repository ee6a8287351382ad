// @vitest-environment happy-dom
/** When a card is made, put into the page and thrown away; what it looks like and where it stands is for the browser tests. */
import '../ui/english.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { graceMs, insertMs, mostLateMs, prepareMs, settleMs } from '../../../src/card/constants.ts';
import { makeCard, type MountedCard } from '../../../src/card/mount.ts';
import { createCardDriver, type DriverOptions } from '../../../src/content/card-driver.ts';
import type { CardKit, LazyKit } from '../../../src/content/card-kit.ts';
import type { Box } from '../../../src/card/path-to-card.ts';
import type { CardRecord } from '../../../src/dataset/records.ts';
import { readCard } from '../card/read-card.ts';

type Name = 'nso-group' | 'candiru';
const dwellMs = 300;

let records: Record<Name, CardRecord>;
let ending: AbortController;
let made: Name[];
let opened: number;
const cardKit: CardKit = { makeCard, citationOf: () => '', explainPhrases: {} as never };
const here: LazyKit = { get: () => cardKit, load: () => Promise.resolve(cardKit), want: vi.fn() };
const hosts = () => [...document.documentElement.children].filter((child) => child.matches('div'));

beforeEach(() => {
  vi.useFakeTimers();
  // happy-dom has no top layer.
  HTMLElement.prototype.showPopover = () => {
    opened++;
  };
  opened = 0;
  records = { 'nso-group': readCard('nso-group'), candiru: readCard('candiru') };
  ending = new AbortController();
  made = [];
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

function drive(
  kit = here,
  parent: Element = document.documentElement,
  more: Partial<DriverOptions<Name>> = {},
) {
  const line = { left: 10, top: 10, right: 80, bottom: 25 };
  const options: DriverOptions<Name> = {
    document,
    kit,
    signal: ending.signal,
    dwellMs: () => dwellMs,
    looks: () => ({ theme: 'system', palette: 'standard' }),
    rectsOf: () => [line],
    isInSight: () => true,
    parentFor: () => parent,
    recordOf: (name) => records[name],
    loadRecord: (name) => Promise.resolve(records[name]),
    propsFor(name) {
      made.push(name);
      const kept = () => Promise.resolve(true);
      return {
        surface: name,
        published: null,
        today: '2026-11-22',
        standingOf: () => 'none',
        loadCard: () => Promise.resolve(null),
        actions: {
          openProfile: vi.fn(),
          explain: () => [],
          copyCitation: kept,
          scopes: ['page', 'site', 'everywhere'],
          dismiss: kept,
          undoDismissal: kept,
        },
      };
    },
    ...more,
  };
  const driver = createCardDriver(options);
  let x = 0;
  return {
    driver,
    moveTo(mention: Name | null, ageMs?: number) {
      x += 100;
      const place = mention ? 'mention' : 'elsewhere';
      driver.act({ type: 'pointer-moved', at: { x, y: 0 }, mention, place }, ageMs);
    },
  };
}

it('makes the card while the pointer rests, unseen in the page, and opens it when the delay is over', () => {
  const { moveTo, driver } = drive();
  moveTo(null);
  moveTo('nso-group');
  expect([made, hosts().length]).toEqual([[], 0]);
  vi.advanceTimersByTime(prepareMs);
  vi.advanceTimersByTime(dwellMs - prepareMs - insertMs - 1);
  expect([made, hosts().length]).toEqual([['nso-group'], 0]);
  vi.advanceTimersByTime(insertMs);
  expect([opened, driver.isOpen(), hosts().length]).toEqual([0, false, 1]);
  vi.advanceTimersByTime(1);
  expect([opened, driver.isOpen()]).toEqual([1, true]);
  expect([made, hosts().length]).toEqual([['nso-group'], 1]);
});

it('takes a card that was not opened out of the page when the pointer goes on', () => {
  const { moveTo } = drive();
  moveTo(null);
  moveTo('nso-group');
  vi.advanceTimersByTime(dwellMs - 1);
  moveTo(null);
  expect([opened, hosts().length]).toEqual([0, 0]);
});

it('puts the card in before it is due also when the pointer moved on over the name', () => {
  const { moveTo } = drive();
  moveTo(null);
  moveTo('nso-group');
  vi.advanceTimersByTime(dwellMs - insertMs - 1);
  moveTo('nso-group');
  vi.advanceTimersByTime(dwellMs - 1);
  expect([made, opened, hosts().length]).toEqual([['nso-group'], 0, 1]);
});

it('opens a card that the page took out before it was due', () => {
  const { moveTo, driver } = drive();
  moveTo(null);
  moveTo('nso-group');
  vi.advanceTimersByTime(dwellMs - 1);
  hosts()[0]!.remove();
  vi.advanceTimersByTime(1);
  expect([opened, driver.isOpen(), hosts().length]).toEqual([1, true, 1]);
});

it('leaves a dialog alone until the card is due: there it could widen what scrolls', () => {
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  const { moveTo } = drive(here, dialog);
  moveTo(null);
  moveTo('nso-group');
  vi.advanceTimersByTime(dwellMs - 1);
  expect(dialog.childElementCount).toBe(0);
  vi.advanceTimersByTime(1);
  expect(dialog.childElementCount).toBe(1);
  dialog.remove();
});

it.each([
  [20, 20],
  [1000, mostLateMs],
  [-5, 0],
])('counts the delay from the move: told of %i ms late, the card comes %i ms earlier', (ageMs, earlierMs) => {
  const { moveTo, driver } = drive();
  moveTo(null);
  moveTo('nso-group', ageMs);
  vi.advanceTimersByTime(dwellMs - earlierMs - 1);
  expect(driver.isOpen()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(driver.isOpen()).toBe(true);
});

it('makes none for a pointer that passes over', () => {
  const { moveTo } = drive();
  moveTo(null);
  moveTo('nso-group');
  vi.advanceTimersByTime(prepareMs - 1);
  moveTo(null);
  vi.advanceTimersByTime(dwellMs);
  expect([made, hosts().length]).toEqual([[], 0]);
});

it('shows the card of the name that the pointer went on to', () => {
  const { moveTo, driver } = drive();
  moveTo(null);
  moveTo('nso-group');
  vi.advanceTimersByTime(dwellMs - 1);
  moveTo('candiru');
  vi.advanceTimersByTime(dwellMs);
  expect([made, driver.mention(), hosts().length]).toEqual([['nso-group', 'candiru'], 'candiru', 1]);
});

it('makes the card anew when what is known has changed since', () => {
  const { moveTo, driver } = drive();
  moveTo(null);
  moveTo('nso-group');
  vi.advanceTimersByTime(prepareMs);
  records['nso-group'] = readCard('nso-group');
  vi.advanceTimersByTime(dwellMs);
  expect([made, driver.isOpen(), hosts().length]).toEqual([['nso-group', 'nso-group'], true, 1]);
});

it('makes the card at the end of the delay when its record comes only then', async () => {
  const { moveTo, driver } = drive();
  const known = records['nso-group'];
  Reflect.deleteProperty(records, 'nso-group');
  moveTo(null);
  moveTo('nso-group');
  vi.advanceTimersByTime(dwellMs - 1);
  expect(made).toEqual([]);
  records['nso-group'] = known;
  await vi.advanceTimersByTimeAsync(1);
  expect([made, driver.isOpen()]).toEqual([['nso-group'], true]);
});

it('shows what is known of a name once that has come', async () => {
  const known = records['nso-group'];
  Reflect.deleteProperty(records, 'nso-group');
  const { promise, resolve } = Promise.withResolvers<CardRecord>();
  const makes = vi.spyOn(cardKit, 'makeCard');
  const { moveTo, driver } = drive(here, document.documentElement, { loadRecord: () => promise });
  moveTo(null);
  moveTo('nso-group');
  await vi.advanceTimersByTimeAsync(dwellMs);
  expect([driver.isOpen(), driver.isBusy()]).toEqual([false, true]);
  resolve(known);
  await vi.advanceTimersByTimeAsync(0);
  expect([driver.isOpen(), made, makes.mock.calls.length]).toEqual([true, ['nso-group'], 1]);
  makes.mockRestore();
});

it('closes no other card when what is known of a name cannot be had, however late that is told', async () => {
  Reflect.deleteProperty(records, 'candiru');
  const { promise, reject } = Promise.withResolvers<CardRecord>();
  const { moveTo, driver } = drive(here, document.documentElement, { loadRecord: () => promise });
  moveTo(null);
  moveTo('candiru');
  await vi.advanceTimersByTimeAsync(dwellMs);
  moveTo('nso-group');
  moveTo('nso-group');
  await vi.advanceTimersByTimeAsync(dwellMs);
  reject(new Error('no answer'));
  await vi.advanceTimersByTimeAsync(0);
  expect([driver.isOpen(), driver.mention()]).toEqual([true, 'nso-group']);
});

describe('while what draws cards is still to come', () => {
  /** The pointer comes to a name; the kit comes, or fails, when it is told to. */
  function pointWithoutKit() {
    let kit: CardKit | null = null;
    const { promise, resolve, reject } = Promise.withResolvers<CardKit>();
    const arrive = async () => {
      resolve((kit = cardKit));
      await vi.advanceTimersByTimeAsync(0);
    };
    const fail = async () => {
      reject(new Error('no answer'));
      await vi.advanceTimersByTimeAsync(0);
    };
    const driven = drive({ get: () => kit, load: () => promise, want: vi.fn() });
    driven.moveTo(null);
    driven.moveTo('nso-group');
    return { ...driven, arrive, fail };
  }

  it('makes the card as soon as it is there, and shows it when the delay is over', async () => {
    const { driver, arrive } = pointWithoutKit();
    vi.advanceTimersByTime(prepareMs);
    expect(made).toEqual([]);
    await arrive();
    expect([made, driver.isOpen()]).toEqual([['nso-group'], false]);
    vi.advanceTimersByTime(dwellMs);
    expect([made, driver.isOpen()]).toEqual([['nso-group'], true]);
  });

  it('shows the card late rather than never', async () => {
    const { driver, arrive } = pointWithoutKit();
    vi.advanceTimersByTime(2 * dwellMs);
    expect(driver.isOpen()).toBe(false);
    await arrive();
    expect([made, driver.isOpen(), hosts().length]).toEqual([['nso-group'], true, 1]);
  });

  it('makes none for a pointer that went on meanwhile', async () => {
    const { driver, moveTo, arrive } = pointWithoutKit();
    vi.advanceTimersByTime(prepareMs);
    moveTo(null);
    await arrive();
    expect([made, driver.isOpen(), hosts().length]).toEqual([[], false, 0]);
  });

  it('gives up when it cannot be had, and is ready for the next name', async () => {
    const { driver, fail } = pointWithoutKit();
    vi.advanceTimersByTime(dwellMs);
    expect(driver.isBusy()).toBe(true);
    await fail();
    expect([driver.isBusy(), driver.isOpen(), hosts().length]).toEqual([false, false, 0]);
  });
});

it('asks what a card shows once, however much the pointer moves and whether or not it is pinned', () => {
  const { moveTo, driver } = drive();
  const makes = vi.spyOn(cardKit, 'makeCard');
  moveTo(null);
  moveTo('nso-group');
  vi.advanceTimersByTime(dwellMs);
  const updates = vi.spyOn(makes.mock.results[0]!.value as MountedCard, 'update');
  for (let moves = 0; moves < 10; moves++) moveTo('nso-group');
  moveTo(null);
  moveTo('nso-group');
  expect([driver.isOpen(), made, updates.mock.calls.length]).toEqual([true, ['nso-group'], 0]);
  driver.act({ type: 'pin-toggled' });
  for (let moves = 0; moves < 10; moves++) moveTo(null);
  expect(updates.mock.calls.map(([{ isPinned }]) => isPinned)).toEqual([true]);
  driver.act({ type: 'pin-toggled' });
  expect(updates.mock.calls.map(([{ isPinned }]) => isPinned)).toEqual([true, false]);
  expect(made).toEqual(['nso-group']);
});

it('asks anew for the next card of the same name', () => {
  const { moveTo, driver } = drive();
  for (const times of [1, 2]) {
    moveTo(null);
    moveTo('nso-group');
    vi.advanceTimersByTime(dwellMs);
    expect([driver.isOpen(), made.length]).toEqual([true, times]);
    driver.act({ type: 'dismissed' });
  }
});

it('makes the card anew when the page went to another address while the pointer rested', () => {
  const { moveTo, driver } = drive();
  const address = document.URL;
  moveTo(null);
  moveTo('nso-group');
  vi.advanceTimersByTime(dwellMs - 1);
  history.replaceState(null, '', '/next');
  vi.advanceTimersByTime(1);
  expect([made, driver.isOpen(), hosts().length]).toEqual([['nso-group', 'nso-group'], true, 1]);
  history.replaceState(null, '', address);
});

it('takes each card out of the page again', () => {
  const { moveTo, driver } = drive();
  for (const name of ['nso-group', 'nso-group', 'candiru'] as const) {
    moveTo(null);
    moveTo(name);
    vi.advanceTimersByTime(dwellMs);
    expect([driver.isOpen(), hosts().length]).toEqual([true, 1]);
    moveTo(null);
    vi.advanceTimersByTime(graceMs);
    expect([driver.isOpen(), hosts().length]).toEqual([false, 0]);
  }
});

describe('while a card is open', () => {
  const line = { left: 100, top: 100, right: 200, bottom: 120 };
  const cardBox = { left: 100, top: 130, right: 400, bottom: 330 };
  let frames: FrameRequestCallback[];
  let lines: Box[];
  let isInSight: boolean;
  beforeEach(() => {
    frames = [];
    lines = [line];
    isInSight = true;
    vi.spyOn(document.defaultView!, 'requestAnimationFrame').mockImplementation((frame) =>
      frames.push(frame),
    );
  });
  afterEach(() => vi.restoreAllMocks());
  const nextFrame = () => frames.splice(0).forEach((frame) => frame(0));

  /** Its box is told here, since nothing is laid out; what is asked of it is noted. */
  function open(openedBy: 'pointer' | 'keyboard' = 'pointer') {
    let box: Box = cardBox;
    let movedAt = 0;
    let remove: () => void;
    let shown: Parameters<MountedCard['update']>[0];
    const asked: string[] = [];
    const kit: CardKit = {
      ...cardKit,
      makeCard(options) {
        const mounted = cardKit.makeCard(options);
        mounted.box = () => box;
        mounted.enter = () => asked.push('enter');
        mounted.focus = () => asked.push('focus');
        mounted.movedAt = () => movedAt;
        remove = options.onRemoved;
        vi.spyOn(mounted, 'update').mockImplementation((props) => (shown = props));
        return mounted;
      },
    };
    const driven = drive({ ...here, get: () => kit }, document.documentElement, {
      rectsOf: () => lines,
      isInSight: () => isInSight,
    });
    if (openedBy === 'keyboard') driven.driver.act({ type: 'opened-by-keyboard', mention: 'nso-group' });
    else {
      driven.moveTo(null);
      driven.driver.placeOf({ x: 150, y: 110 }, 'nso-group', new Event('pointermove'));
      driven.moveTo('nso-group');
      vi.advanceTimersByTime(dwellMs);
    }
    expect(driven.driver.isOpen()).toBe(true);
    return {
      ...driven,
      asked,
      lieAt: (other: Box) => (box = other),
      /** As the page does it. */
      takeOut: () => remove(),
      isSettled(sinceMs: number) {
        movedAt = document.defaultView!.performance.now() - sinceMs;
        return shown.actions.isSettled();
      },
    };
  }
  const away: Box = { left: 100, top: -50, right: 200, bottom: -30 };
  const further: Box = { left: 100, top: 60, right: 200, bottom: 80 };
  const beside: Box = { left: 90, top: 100, right: 190, bottom: 120 };

  it.each([
    ['is gone', () => (lines = [])],
    ['is scrolled out of the window at the top', () => (lines = [away])],
    ['is scrolled out of the window at the side', () => (lines = [{ ...line, left: -200, right: -10 }])],
    ['goes under a header', () => ((lines = [further]), (isInSight = false))],
    ['goes under the edge of a strip', () => ((lines = [beside]), (isInSight = false))],
  ])('it closes when its word %s', (_, change) => {
    const { driver } = open();
    nextFrame();
    expect(driver.isOpen()).toBe(true);
    change();
    nextFrame();
    expect(driver.isOpen()).toBe(false);
    expect(frames).toEqual([]);
  });

  it.each([
    ['a line of its word is still in the window', () => (lines = [away, line])],
    ['its word moves on in sight', () => (lines = [further])],
    ['what covers its word has nothing to do with scrolling', () => (isInSight = false)],
  ])('it stays where %s', (_, change) => {
    const { driver } = open();
    nextFrame();
    change();
    nextFrame();
    nextFrame();
    expect(driver.isOpen()).toBe(true);
  });

  it('it stays where it lies over its word itself', () => {
    const { driver, lieAt } = open();
    lines = [away, further];
    lieAt({ ...cardBox, top: 70 });
    isInSight = false;
    nextFrame();
    expect(driver.isOpen()).toBe(true);
  });

  it.each([
    ['out of the window', () => (lines = [away])],
    ['covered', () => (isInSight = false)],
  ])('it waits for a word that the keyboard reached %s, and then goes when it does', (_, begin) => {
    begin();
    const { driver } = open('keyboard');
    nextFrame();
    expect(driver.isOpen()).toBe(true);
    lines = [further];
    isInSight = true;
    nextFrame();
    expect(driver.isOpen()).toBe(true);
    lines = [away];
    isInSight = false;
    nextFrame();
    expect(driver.isOpen()).toBe(false);
  });

  it('it stays whatever becomes of its word once it is held, and the next one does not', () => {
    const { driver } = open();
    driver.holdPlace();
    lines = [];
    nextFrame();
    nextFrame();
    expect(driver.isOpen()).toBe(true);
    lines = [line];
    driver.act({ type: 'opened-by-keyboard', mention: 'candiru' });
    expect([driver.mention(), hosts().length]).toEqual(['candiru', 1]);
    lines = [];
    nextFrame();
    expect(driver.isOpen()).toBe(false);
  });

  it('one that the keyboard opened takes the focus once it is placed, and no second time', async () => {
    const { asked } = open('keyboard');
    await vi.advanceTimersByTimeAsync(0);
    nextFrame();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual(['enter', 'focus']);
  });

  it('one that the pointer opened leaves focus and wheel to the page until the pointer is on it', async () => {
    const { asked, driver } = open();
    await vi.advanceTimersByTimeAsync(0);
    nextFrame();
    expect(asked).toEqual([]);
    driver.placeOf({ x: 150, y: 200 }, null, new Event('pointermove'));
    expect(asked).toEqual(['enter']);
  });

  it('one that goes before it is placed takes no focus', async () => {
    const { asked, driver } = open('keyboard');
    driver.act({ type: 'dismissed' });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual(['enter']);
  });

  it('it is over when the page takes the card out, and can be had again', () => {
    const { driver, takeOut } = open();
    takeOut();
    expect([driver.isOpen(), driver.isBusy()]).toEqual([false, false]);
    driver.act({ type: 'opened-by-keyboard', mention: 'nso-group' });
    expect(driver.isOpen()).toBe(true);
  });

  it('presses count only once it has stood still for a moment', () => {
    const { isSettled } = open();
    expect([isSettled(settleMs - 10), isSettled(settleMs + 10)]).toEqual([false, true]);
  });

  it('tells where the pointer is: on the word, on the card, between them, or elsewhere', () => {
    const { driver } = open();
    const placeOf = (x: number, y: number, mention: Name | null = null) =>
      driver.placeOf({ x, y }, mention, new Event('pointermove'));
    expect(placeOf(160, 125)).toBe('path');
    expect(placeOf(150, 110, 'nso-group')).toBe('mention');
    expect(placeOf(160, 125)).toBe('path');
    expect(placeOf(200, 140)).toBe('card');
    expect(placeOf(900, 110)).toBe('elsewhere');
    expect(placeOf(900, 110, 'candiru')).toBe('elsewhere');
    driver.act({ type: 'dismissed' });
    expect([placeOf(200, 140), placeOf(150, 110, 'nso-group')]).toEqual(['elsewhere', 'mention']);
  });
});
