/** A card's place beside a name that wraps: clear of all its lines where there is room, beside the pointer's line elsewhere. */
import { expect, test } from 'vitest';
import { cardGapPx, cardMinHeightPx } from '../../../src/card/constants.ts';
import type { Box } from '../../../src/card/path-to-card.ts';
import { lineUnder, placeCard } from '../../../src/card/place.ts';

const window: Box = { left: 0, top: 0, right: 360, bottom: 640 };
const lineAt = (top: number, left: number): Box => ({ left, top, right: left + 60, bottom: top + 20 });
const place = (lines: Box[], line: number, side: 'top' | 'bottom' | null = null, within = window) =>
  placeCard({
    lines,
    line,
    card: { width: 344, height: 300 },
    window: within,
    isRightToLeft: false,
    side,
  });

test.each([
  ['first', 0],
  ['second', 1],
])('a card below lies under the last line, with the pointer on the %s', async (_, index) => {
  const lines = [lineAt(100, 280), lineAt(130, 20)];
  expect(await place(lines, index)).toMatchObject({ side: 'bottom', top: 150 + cardGapPx });
});

test('a card above ends over the first line', async () => {
  const lines = [lineAt(500, 280), lineAt(530, 20)];
  expect(await place(lines, 1)).toMatchObject({ side: 'top', top: 500 - cardGapPx - 300 });
});

test('it stands along the line that is asked for', async () => {
  const lines = [lineAt(100, 200), lineAt(130, 20)];
  const wide = { left: 0, top: 0, right: 1600, bottom: 900 };
  const places = [await place(lines, 0, null, wide), await place(lines, 1, null, wide)];
  expect(places.map(({ left }) => left)).toEqual([200, 20]);
});

test('where the lines lie too far apart, as in two columns, it stands beside that one', async () => {
  const lines = [lineAt(600, 20), lineAt(40, 200)];
  const { side, top, maxHeightPx } = await place(lines, 1);
  expect([side, top]).toEqual(['bottom', 60 + cardGapPx]);
  expect(maxHeightPx).toBeGreaterThan(cardMinHeightPx);
});

test('the line is the one under the pointer, else the first', () => {
  const lines = [lineAt(100, 200), lineAt(130, 20)];
  expect(lineUnder(lines, { x: 30, y: 140 })).toBe(1);
  expect(lineUnder(lines, { x: 30, y: 400 })).toBe(0);
  expect(lineUnder(lines, null)).toBe(0);
});

test('it keeps its side while that has room', async () => {
  const lines = [lineAt(300, 280), lineAt(330, 20)];
  expect(await place(lines, 0, 'top')).toMatchObject({ side: 'top' });
  expect(await place(lines, 0, 'bottom')).toMatchObject({ side: 'bottom' });
});
