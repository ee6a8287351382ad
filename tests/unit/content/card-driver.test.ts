// @vitest-environment happy-dom
/** When a card is made, put into the page and thrown away; what it looks like and where it stands is for the browser tests. */
import '../ui/english.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { graceMs, insertMs, mostLateMs, prepareMs } from '../../../src/card/constants.ts';
import { makeCard, type MountedCard } from '../../../src/card/mount.ts';
import { cardDriver, type DriverOptions } from '../../../src/content/card-driver.ts';
import type { CardKit, LazyKit } from '../../../src/content/card-kit.ts';
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

function drive(kit = here, parent: Element = document.documentElement) {
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
          dismiss: kept,
          undoDismissal: kept,
        },
      };
    },
  };
  const driver = cardDriver(options);
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
