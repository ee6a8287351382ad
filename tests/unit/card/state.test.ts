/** The card's reducer as tables: what the reader does, line by line, and the phase after each line. */
import { describe, expect, it } from 'vitest';
import { closedState, reduceCard, type CardAction, type CardState } from '../../../src/card/state.ts';

type Step = [action: CardAction<string> | 'dwell' | 'grace' | 'loaded' | 'late-dwell', phase: string];

const move = (
  x: number,
  mention: string | null,
  place: 'mention' | 'card' | 'path' | 'elsewhere' = mention ? 'mention' : 'elsewhere',
) => ({ type: 'pointer-moved', at: { x, y: 0 }, mention, place }) as const;
const tap = (mention: string | null, isOnCard = false) => ({ type: 'tapped', mention, isOnCard }) as const;
const press = (isOnCard: boolean) => ({ type: 'pressed', isOnCard }) as const;
const scrolledTo = (mention: string | null) => ({ type: 'scrolled', mention }) as const;
const scrolled = scrolledTo(null);
const gone = { type: 'pointer-gone' } as const;
const dismissed = { type: 'dismissed' } as const;
const pin = { type: 'pin-toggled' } as const;
const lost = { type: 'mention-lost' } as const;
const keyboard = (mention: string) => ({ type: 'opened-by-keyboard', mention }) as const;

/** Runs the steps; timers are given by name and carry the token of the moment, `late-dwell` that of the step before. */
function run(steps: Step[]): CardState<string> {
  let state = closedState<string>();
  let lastToken = 0;
  steps.forEach(([action, phase], index) => {
    const token = state.token;
    const full: CardAction<string> =
      action === 'dwell'
        ? { type: 'dwell-elapsed', token }
        : action === 'late-dwell'
          ? { type: 'dwell-elapsed', token: lastToken }
          : action === 'grace'
            ? { type: 'grace-elapsed', token }
            : action === 'loaded'
              ? { type: 'loaded', token }
              : action;
    lastToken = token;
    state = reduceCard(state, full);
    expect(state.phase, `after step ${index + 1}: ${JSON.stringify(action)}`).toBe(phase);
  });
  return state;
}

const opened: Step[] = [
  [move(0, null), 'closed'],
  [move(50, 'NSO'), 'dwelling'],
  ['dwell', 'loading'],
  ['loaded', 'open'],
];
const leaving: Step[] = [...opened, [move(90, null), 'leaving']];
const pinned: Step[] = [...opened, [pin, 'open']];
const byKeyboard: Step[] = [
  [keyboard('NSO'), 'loading'],
  ['loaded', 'open'],
];
const byTouch: Step[] = [
  [tap('NSO'), 'loading'],
  ['loaded', 'open'],
];

describe('opening by pointer', () => {
  const table: Record<string, Step[]> = {
    'moving onto a name and resting opens': opened,
    'text that scrolls under a still pointer opens nothing': [
      [move(0, null), 'closed'],
      [move(50, null), 'closed'],
      [scrolled, 'closed'],
      [move(50, 'NSO'), 'closed'],
      ['dwell', 'closed'],
    ],
    'the jolt of a hand on the wheel opens nothing': [
      [move(0, null), 'closed'],
      [move(50, null), 'closed'],
      [scrolled, 'closed'],
      [move(52, 'NSO'), 'closed'],
      [scrolled, 'closed'],
      [move(55, 'NSO'), 'closed'],
    ],
    'after a scroll a real movement on the name opens': [
      [move(0, null), 'closed'],
      [scrolled, 'closed'],
      [move(4, 'NSO'), 'closed'],
      [move(8, 'NSO'), 'dwelling'],
      ['dwell', 'loading'],
    ],
    'a page that loads under the pointer opens nothing': [[move(10, 'NSO'), 'closed']],
    'scrolling while dwelling calls it off': [
      ...opened.slice(0, 2),
      [scrolled, 'closed'],
      ['late-dwell', 'closed'],
    ],
    'scrolling to another name while dwelling calls it off': [
      ...opened.slice(0, 2),
      [scrolledTo('Pegasus'), 'closed'],
      ['late-dwell', 'closed'],
    ],
    'a scroll that leaves the pointer on its name lets it rest anew': [
      ...opened.slice(0, 2),
      [scrolledTo('NSO'), 'dwelling'],
      ['late-dwell', 'dwelling'],
      ['dwell', 'loading'],
    ],
    'leaving the name calls it off': [
      ...opened.slice(0, 2),
      [move(99, null), 'closed'],
      ['late-dwell', 'closed'],
    ],
    'crossing to another name starts again': [
      ...opened.slice(0, 2),
      [move(99, 'Pegasus'), 'dwelling'],
      ['late-dwell', 'dwelling'],
    ],
    'moving along the name starts again': [
      ...opened.slice(0, 2),
      [move(60, 'NSO'), 'dwelling'],
      ['late-dwell', 'dwelling'],
      ['dwell', 'loading'],
    ],
    'the tremor of a resting hand does not start again': [
      ...opened.slice(0, 2),
      [move(52, 'NSO'), 'dwelling'],
      ['late-dwell', 'loading'],
    ],
    'pressing a button while dwelling calls it off': [
      ...opened.slice(0, 2),
      [press(false), 'closed'],
      ['late-dwell', 'closed'],
    ],
    'leaving the window while dwelling calls it off': [...opened.slice(0, 2), [gone, 'closed']],
    'leaving the name while loading calls it off': [
      ...opened.slice(0, 3),
      [move(99, null), 'closed'],
      ['loaded', 'closed'],
    ],
    'a name that vanishes calls it off': [...opened.slice(0, 3), [lost, 'closed']],
  };
  it.each(Object.entries(table))('%s', (_, steps) => void run(steps));

  it('opens the name that was rested on', () => {
    expect(run(opened)).toMatchObject({ mention: 'NSO', openedBy: 'pointer', isPinned: false });
  });

  it('ignores a load that comes back after another began', () => {
    const first = run([[keyboard('NSO'), 'loading']]);
    const second = reduceCard(first, keyboard('Pegasus'));
    expect(reduceCard(second, { type: 'loaded', token: first.token })).toBe(second);
  });
});

describe('staying and going', () => {
  const table: Record<string, Step[]> = {
    'away from name and card it closes after the grace': [...leaving, ['grace', 'closed']],
    'back on the name it stays': [...leaving, [move(60, 'NSO'), 'open'], ['grace', 'open']],
    'on the card it stays': [...leaving, [move(95, null, 'card'), 'open'], ['grace', 'open']],
    'scrolling leaves an open card alone': [...opened, [scrolled, 'open']],
    'leaving the window closes after the grace': [...opened, [gone, 'leaving'], ['grace', 'closed']],
    'a press on the page closes at once': [...opened, [press(false), 'closed']],
    'a press on the card does not': [...opened, [press(true), 'open']],
    'Esc closes, and the name stays closed until it was left': [
      ...opened,
      [dismissed, 'closed'],
      [move(60, 'NSO'), 'closed'],
      [move(70, 'NSO'), 'closed'],
      [move(99, null), 'closed'],
      [move(60, 'NSO'), 'dwelling'],
    ],
    'a name out of sight closes': [...opened, [lost, 'closed']],
    'resting on another name opens that one next': [
      ...opened,
      [move(200, 'Pegasus', 'elsewhere'), 'leaving'],
      ['grace', 'dwelling'],
      ['dwell', 'loading'],
    ],
  };
  it.each(Object.entries(table))('%s', (_, steps) => void run(steps));

  it('gives new time with every move on the way to the card, and none elsewhere', () => {
    const start = run(leaving);
    const onPath = reduceCard(start, move(100, null, 'path'));
    expect(onPath.phase).toBe('leaving');
    expect(reduceCard(onPath, { type: 'grace-elapsed', token: start.token }).phase).toBe('leaving');
    const elsewhere = reduceCard(start, move(100, null, 'elsewhere'));
    expect(reduceCard(elsewhere, { type: 'grace-elapsed', token: start.token }).phase).toBe('closed');
  });

  it('does not open another name that only lies on the way', () => {
    const state = run([
      ...opened,
      [move(100, 'Pegasus', 'path'), 'leaving'],
      [move(120, null, 'card'), 'open'],
    ]);
    expect(state).toMatchObject({ mention: 'NSO' });
  });

  it('returns the very same state for a move that is none', () => {
    const state = run(opened);
    expect(reduceCard(state, move(50, null))).toBe(state);
  });
});

describe('pin, keyboard and touch', () => {
  const table: Record<string, Step[]> = {
    'pinned, it stays when the pointer goes': [...pinned, [move(300, null), 'open'], [gone, 'open']],
    'pinned, it stays when the page is pressed or tapped, and when its name is gone': [
      ...pinned,
      [press(false), 'open'],
      [tap(null), 'open'],
      [lost, 'open'],
    ],
    'pinned, other names do not replace it': [...pinned, [move(300, 'Pegasus', 'elsewhere'), 'open']],
    'pinned, Esc closes': [...pinned, [dismissed, 'closed']],
    'unpinned, it goes with the pointer again': [
      ...pinned,
      [pin, 'open'],
      [move(300, null), 'leaving'],
      ['grace', 'closed'],
    ],
    'pinning while leaving keeps it': [...leaving, [pin, 'open'], ['grace', 'open']],
    'by keyboard, the pointer does not close it': [
      ...byKeyboard,
      [move(0, null), 'open'],
      [move(300, null), 'open'],
      [gone, 'open'],
    ],
    'by keyboard, Esc closes': [...byKeyboard, [dismissed, 'closed']],
    'by keyboard, a press on the page closes': [...byKeyboard, [press(false), 'closed']],
    'by keyboard, the next name replaces it': [
      ...byKeyboard,
      [keyboard('Pegasus'), 'loading'],
      ['loaded', 'open'],
    ],
    'by keyboard, pointer moves do not call off the loading': [
      [keyboard('NSO'), 'loading'],
      [move(0, null), 'loading'],
      [move(90, null), 'loading'],
      ['loaded', 'open'],
    ],
    'a tap opens, a tap outside closes': [...byTouch, [tap(null), 'closed']],
    'a tap on the card keeps it': [...byTouch, [tap(null, true), 'open']],
    'a second tap on the name closes': [...byTouch, [tap('NSO'), 'closed']],
    'a tap on another name opens that one': [...byTouch, [tap('Pegasus'), 'loading']],
    'pinning what is not open does nothing': [[pin, 'closed']],
  };
  it.each(Object.entries(table))('%s', (_, steps) => void run(steps));
});
