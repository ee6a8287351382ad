/** The drawn relations: who is drawn, that nothing overlaps or leaves the drawing, and that it is always the same. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordRelation } from '../../../src/dataset/records.ts';
import { layOutRelations, type Place } from '../../../src/profile/relation-layout.ts';
import { lineEnd } from '../../../src/profile/relation-lines.ts';
import { partiesOf, type Side } from '../../../src/profile/relation-parties.ts';

const relation = (type: RecordRelation['type'], entity: string | null, name: string): RecordRelation => ({
  ...{ id: 'r1', type, entity, name, start: null, end: null, sources: ['s1'] },
});

describe('parties', () => {
  test('stand once each, with all their ties, those of one kind together', () => {
    const parties = partiesOf([
      relation('made-by', 'acme', 'Acme'),
      relation('co-listed-with', 'beta', 'Beta'),
      relation('made-by', null, 'Someone'),
      relation('owned-by', 'acme', 'Acme'),
      relation('made-by', 'acme', 'Acme'),
    ]);
    expect(parties.map(({ name, ties, side }) => [name, ties.map(({ type }) => type), side])).toEqual([
      ['Acme', ['made-by', 'owned-by'], 'above'],
      ['Someone', ['made-by'], 'above'],
      ['Beta', ['co-listed-with'], 'beside'],
    ]);
  });
  test('a party without a profile is not taken for an entity of that id', () => {
    expect(partiesOf([relation('made-by', 'acme', 'Acme'), relation('made-by', null, 'acme')])).toHaveLength(
      2,
    );
  });
});

describe('layout', () => {
  const box = fc.record({
    width: fc.integer({ min: 40, max: 200 }),
    height: fc.integer({ min: 30, max: 120 }),
    side: fc.constantFrom<Side>('above', 'below', 'beside'),
  });
  const boxes = fc.array(box, { minLength: 1, maxLength: 24 });
  const centre = { width: 150, height: 40 };
  const touch = (one: Place, other: Place) =>
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height;

  test('no box lies over another or leaves the drawing, whatever their sizes', () => {
    fc.assert(
      fc.property(boxes, fc.integer({ min: 420, max: 800 }), (given, widthPx) => {
        const { centre: middle, places, height } = layOutRelations(centre, given, widthPx);
        const all = [middle, ...places];
        expect(places.map(({ width, height: high }) => [width, high])).toEqual(
          given.map(({ width, height: high }) => [width, high]),
        );
        for (const [index, one] of all.entries()) {
          expect(all.slice(index + 1).some((other) => touch(one, other))).toBe(false);
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.left + one.width).toBeLessThanOrEqual(widthPx + 1);
          expect(one.top).toBeGreaterThanOrEqual(0);
          expect(one.top + one.height).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('owners stand above the entity, what it owns below', () => {
    const sizes = (side: Side) => ({ width: 120, height: 46, side });
    const given = [sizes('above'), sizes('below'), sizes('above'), sizes('below')];
    const { centre: middle, places } = layOutRelations(centre, given, 700);
    expect(places.map(({ top }) => top < middle.top)).toEqual([true, false, true, false]);
  });

  test('no line of a few relations runs behind a box of another', () => {
    const given = Array.from({ length: 9 }, () => ({ width: 130, height: 46, side: 'below' as const }));
    const { centre: middle, places } = layOutRelations(centre, given, 700);
    const x1 = middle.left + middle.width / 2;
    const y1 = middle.top + middle.height / 2;
    const at = ({ left, top, width, height }: Place, way: number) => ({
      x: x1 * (1 - way) + lineEnd(x1, left + width / 2, width / 2) * way,
      y: y1 * (1 - way) + lineEnd(y1, top + height / 2, height / 2) * way,
    });
    for (const end of places) {
      for (const other of places.filter((each) => each !== end)) {
        for (let way = 0; way < 1; way += 0.01) {
          const { x, y } = at(end, way);
          const isBehind =
            x > other.left + 1 &&
            x < other.left + other.width - 1 &&
            y > other.top + 1 &&
            y < other.top + other.height - 1;
          expect(isBehind).toBe(false);
        }
      }
    }
  });

  test('a line ends inside its box, at the side it comes from', () => {
    expect(lineEnd(0, 200, 60)).toBe(154);
    expect(lineEnd(0, -200, 60)).toBe(-154);
    expect(lineEnd(190, 200, 60)).toBe(190);
    expect(lineEnd(0, 200, 10)).toBe(200);
  });

  test('the same input gives the same drawing', () => {
    const [given] = fc.sample(fc.array(box, { minLength: 12, maxLength: 12 }), { numRuns: 1, seed: 7 });
    expect(layOutRelations(centre, given!, 700)).toEqual(layOutRelations(centre, given!, 700));
  });
});
