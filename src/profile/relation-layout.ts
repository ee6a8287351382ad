/**
 * Where the drawn relations stand: owners and makers above the entity, what it owns and makes below, all else beside it.
 * Pure, and always the same for the same input: d3-force relaxes fixed starting places, and nothing is left to chance.
 */
import { forceSimulation, forceX, forceY, type Force, type SimulationNodeDatum } from 'd3-force';
import type { Side } from './relation-parties.ts';
import { crosses, hiddenLines, type Box } from './relation-lines.ts';

export interface Size {
  width: number;
  height: number;
}
/** px from the top left of the drawing to the box's top left. */
export interface Place extends Size {
  left: number;
  top: number;
}
export interface RelationLayout {
  centre: Place;
  /** In the order of the boxes given. */
  places: Place[];
  height: number;
}

/** Between any two boxes. */
const gapPx = 14;
const ticks = 90;
/** How many starting arrangements are tried, until in one no line runs behind a box that it does not lead to. */
const attempts = 2;
/** How often all boxes are gone over: when one moves, another may find a place that it did not find before. */
const rounds = 3;
/** How finely, and how far from the entity, another place for a box is looked for. */
const stepPx = 24;
const farthestPx = 620;

/** A box that is being placed; the entity's, the first, has fixed coordinates. */
interface Body extends SimulationNodeDatum, Box {
  x: number;
  y: number;
  /** Where it is drawn to. */
  homeX: number;
  homeY: number;
}

/** `widthPx` is what there is; boxes are as large as their texts, and no wider than that. */
export function layOutRelations(
  centre: Size,
  boxes: readonly (Size & { side: Side })[],
  widthPx: number,
): RelationLayout {
  let best: { bodies: Body[]; hidden: number } | null = null;
  for (let attempt = 0; attempt < attempts && best?.hidden !== 0; attempt++) {
    const bodies = settle(centre, boxes, widthPx, attempt);
    for (let round = 0; round < rounds && hiddenLines(bodies) > 0; round++) clearLines(bodies, widthPx);
    const hidden = hiddenLines(bodies);
    if (!best || hidden < best.hidden) best = { bodies, hidden };
  }
  const { bodies } = best!;
  const top = Math.min(...bodies.map((body) => body.y - body.halfHeight));
  const places = bodies.map(({ x, y, halfWidth, halfHeight }): Place => ({
    left: Math.round(x - halfWidth + widthPx / 2),
    top: Math.round(y - halfHeight - top),
    width: halfWidth * 2,
    height: halfHeight * 2,
  }));
  const [first, ...rest] = places;
  return {
    centre: first!,
    places: rest,
    height: Math.max(...places.map((place) => place.top + place.height)),
  };
}

/** The entity first, standing still in the middle; then the boxes, none over another. */
function settle(
  centre: Size,
  boxes: readonly (Size & { side: Side })[],
  widthPx: number,
  attempt: number,
): Body[] {
  const middle: Body = {
    ...{ x: 0, y: 0, fx: 0, fy: 0, homeX: 0, homeY: 0 },
    halfWidth: centre.width / 2,
    halfHeight: centre.height / 2,
  };
  const bodies = [middle, ...boxes.map((box) => startOf(box, boxes, widthPx, attempt))];
  const simulation = forceSimulation(bodies)
    .force('x', forceX<Body>((body) => body.homeX).strength(0.15))
    .force('y', forceY<Body>((body) => body.homeY).strength(0.15))
    .force('apart', keepApart(widthPx))
    .stop();
  simulation.tick(ticks);
  return separate(bodies, widthPx);
}

/** Where a box starts: on its side of the entity, every other one farther out, so that its line passes between nearer boxes. */
function startOf(
  box: Size & { side: Side },
  boxes: readonly (Size & { side: Side })[],
  widthPx: number,
  attempt: number,
): Body {
  const same = boxes.filter(({ side }) => side === box.side);
  const index = (same.indexOf(box) + attempt) % same.length;
  const isFar = same.length > 3 && index % 2 === 1;
  const spread = (index + 0.5) / same.length;
  const reachX = widthPx / 2 - box.width / 2;
  const reachY = ((isFar ? 190 : 110) + 6 * same.length) * (1 + attempt * 0.15);
  const angle =
    box.side === 'beside'
      ? // The right half downwards, then the left half upwards.
        spread < 0.5
        ? (spread * 4 - 1) * 0.8
        : Math.PI + ((spread - 0.5) * 4 - 1) * 0.8
      : (box.side === 'above' ? -1 : 1) * (Math.PI * (0.12 + 0.76 * spread));
  const homeX = Math.cos(angle) * reachX * (isFar ? 1 : 0.8);
  const homeY = Math.sin(angle) * reachY;
  return { x: homeX, y: homeY, homeX, homeY, halfWidth: box.width / 2, halfHeight: box.height / 2 };
}

function overlap(one: Body, other: Body): { x: number; y: number } | null {
  const x = one.halfWidth + other.halfWidth + gapPx - Math.abs(one.x - other.x);
  const y = one.halfHeight + other.halfHeight + gapPx - Math.abs(one.y - other.y);
  return x > 0 && y > 0 ? { x, y } : null;
}

function isFixed(body: Body): boolean {
  return body.fx !== undefined;
}

/** Boxes that touch move apart along the shorter way; none leaves the drawing. */
function keepApart(widthPx: number): Force<Body, undefined> {
  let bodies: Body[] = [];
  const force = () => {
    for (const [index, one] of bodies.entries()) {
      for (const other of bodies.slice(index + 1)) {
        const by = overlap(one, other);
        if (!by) continue;
        const share = isFixed(one) || isFixed(other) ? 1 : 0.5;
        // Boxes at one and the same place part downwards.
        const axis = by.x < by.y && one.x !== other.x ? 'x' : 'y';
        const sign = one[axis] <= other[axis] ? 1 : -1;
        if (!isFixed(one)) one[axis] -= by[axis] * share * sign;
        if (!isFixed(other)) other[axis] += by[axis] * share * sign;
      }
    }
    for (const body of bodies) keepInside(body, widthPx);
  };
  return Object.assign(force, { initialize: (nodes: Body[]) => void (bodies = nodes) });
}

function keepInside(body: Body, widthPx: number): void {
  const reach = Math.max(0, widthPx / 2 - body.halfWidth);
  body.x = Math.min(reach, Math.max(-reach, body.x));
}

/** What still touches moves away from the entity, the nearest first: each only outwards, so this ends. */
function separate(bodies: Body[], widthPx: number): Body[] {
  const placed: Body[] = [];
  for (const body of [...bodies].sort((a, b) => Math.abs(a.y) - Math.abs(b.y))) {
    if (!isFixed(body)) keepInside(body, widthPx);
    const outwards = body.y < 0 ? -1 : 1;
    for (;;) {
      const other = placed.find((each) => overlap(each, body));
      if (!other || isFixed(body)) break;
      body.y = other.y + outwards * (other.halfHeight + body.halfHeight + gapPx + 0.5);
    }
    placed.push(body);
  }
  return bodies;
}

/** Moves each box whose line is hidden, or that hides others' lines, to the nearest free place on its side where fewer are. */
function clearLines([middle, ...boxes]: readonly Body[], widthPx: number): void {
  for (const box of boxes) {
    const others = boxes.filter((each) => each !== box);
    const moved = { ...box };
    // How many lines are hidden with the box there, counted no further than `most`.
    const hiddenAt = (x: number, y: number, most: number) => {
      moved.x = x;
      moved.y = y;
      if (overlap(middle!, moved) || others.some((other) => overlap(other, moved))) return Infinity;
      let hidden = 0;
      for (const other of others) {
        if (crosses(middle!, moved, other) || crosses(middle!, other, moved)) hidden += 1;
        if (hidden > most) break;
      }
      return hidden;
    };
    let best = { x: box.x, y: box.y, hidden: hiddenAt(box.x, box.y, Infinity), way: 0 };
    if (best.hidden === 0) continue;
    const reach = widthPx / 2 - box.halfWidth;
    for (let x = -reach; x <= reach; x += stepPx) {
      for (let away = 0; away <= farthestPx; away += stepPx) {
        const y = Math.sign(box.y || 1) * away;
        const way = Math.hypot(x - box.x, y - box.y);
        if (best.hidden === 0 && way >= best.way) continue;
        const hidden = hiddenAt(x, y, best.hidden);
        if (hidden < best.hidden || (hidden === best.hidden && way < best.way)) best = { x, y, hidden, way };
      }
    }
    box.x = best.x;
    box.y = best.y;
  }
}
