/** The corridor from a name to its card. */
import { describe, expect, it } from 'vitest';
import { isOnPathToCard } from '../../../src/card/path-to-card.ts';

const below = { left: 100, top: 140, right: 480, bottom: 400 };
const above = { left: 100, top: -300, right: 480, bottom: 80 };
const beside = { left: 200, top: 0, right: 580, bottom: 300 };
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
    ['up to a card above', above, { x: 140, y: 92 }, true],
    ['down from a card above', above, { x: 140, y: 140 }, false],
    ['sideways to a card beside', beside, { x: 170, y: 120 }, true],
    ['away from a card beside', beside, { x: 60, y: 110 }, false],
  ])('%s', (_, card, point, expected) => {
    expect(isOnPathToCard(from, point, card, 12)).toBe(expected);
  });
});
