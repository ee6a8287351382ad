/** The corridor from a name to its card. */
import { describe, expect, it } from 'vitest';
import { isInside, isOnPathToCard } from '../../../src/card/path-to-card.ts';

const below = { left: 100, top: 140, right: 480, bottom: 400 };
const above = { left: 100, top: -300, right: 480, bottom: 80 };
const beside = { left: 200, top: 0, right: 580, bottom: 300 };
const behind = { left: -300, top: 0, right: 40, bottom: 300 };
const from = { x: 120, y: 110 };

describe('isOnPathToCard', () => {
  it.each([
    ['straight down to a card below', below, { x: 120, y: 130 }, true],
    ['slanting towards its far corner', below, { x: 250, y: 128 }, true],
    ['on the card itself', below, { x: 300, y: 300 }, true],
    ['a first small step in any direction', below, { x: 112, y: 108 }, true],
    ['away from it', below, { x: 120, y: 60 }, false],
    ['along the line of text', below, { x: 300, y: 110 }, false],
    ['past its side', below, { x: 60, y: 200 }, false],
    ['below it', below, { x: 120, y: 413 }, false],
    ['up to a card above', above, { x: 140, y: 92 }, true],
    ['down from a card above', above, { x: 140, y: 140 }, false],
    ['sideways to a card beside', beside, { x: 170, y: 120 }, true],
    ['away from a card beside', beside, { x: 60, y: 110 }, false],
    ['sideways to a card on the other side', behind, { x: 60, y: 112 }, true],
    ['away from a card on the other side', behind, { x: 170, y: 112 }, false],
    ['just within the way to the left end of a card below', below, { x: 110, y: 120 }, true],
    ['just outside of it', below, { x: 108, y: 120 }, false],
    ['just within the way to its right end', below, { x: 240, y: 120 }, true],
    ['just outside of that', below, { x: 250, y: 120 }, false],
    ['just within the way to the right end of a card above', above, { x: 240, y: 100 }, true],
    ['just outside of it', above, { x: 250, y: 100 }, false],
    ['just within the way to the top of a card beside', beside, { x: 160, y: 52 }, true],
    ['just outside of it', beside, { x: 160, y: 46 }, false],
    ['just within the way to its bottom', beside, { x: 160, y: 208 }, true],
    ['just outside of that', beside, { x: 160, y: 214 }, false],
    ['just within the way to the top of a card on the other side', behind, { x: 80, y: 52 }, true],
    ['just outside of it', behind, { x: 80, y: 46 }, false],
  ])('%s', (_, card, point, expected) => {
    expect(isOnPathToCard(from, point, card, 12)).toBe(expected);
  });
});

describe('isInside', () => {
  const box = { left: 10, top: 20, right: 30, bottom: 40 };
  it.each([
    [{ x: 10, y: 20 }, 0, true],
    [{ x: 30, y: 40 }, 0, true],
    [{ x: 9, y: 30 }, 0, false],
    [{ x: 31, y: 30 }, 0, false],
    [{ x: 20, y: 19 }, 0, false],
    [{ x: 20, y: 41 }, 0, false],
    [{ x: 5, y: 15 }, 5, true],
    [{ x: 35, y: 45 }, 5, true],
    [{ x: 4, y: 30 }, 5, false],
    [{ x: 36, y: 30 }, 5, false],
    [{ x: 20, y: 14 }, 5, false],
    [{ x: 20, y: 46 }, 5, false],
  ])('%j with a margin of %i px: %s', (point, marginPx, expected) => {
    expect(isInside(box, point, marginPx)).toBe(expected);
  });
});
