/**
 * Where the drawn relations stand: owners and makers above the entity, what it owns and makes below, all else beside it.
 * Pure, and always the same for the same input: d3-force relaxes fixed starting places, and nothing is left to chance.
 */
import { forceSimulation, forceX, forceY, type Force, type SimulationNodeDatum } from 'd3-force';
import type { RecordRelation } from '../dataset/records.ts';
import type { RelationType } from '../dataset/vocabulary.ts';

/** One other party with all its ties to the entity. */
export interface Party {
  key: string;
  name: string;
  /** Null where it has no profile. */
  entity: string | null;
  /** One of each type. */
  ties: Pick<RecordRelation, 'type' | 'start' | 'end'>[];
  side: Side;
}
export type Side = 'above' | 'below' | 'beside';

const sides: Readonly<Record<RelationType, Side>> = {
  'made-by': 'above',
  'subsidiary-of': 'above',
  'acquired-by': 'above',
  'owned-by': 'above',
  investor: 'above',
  'founded-by': 'above',
  'has-officer': 'above',
  'bid-by': 'above',
  formerly: 'above',
  'successor-of': 'above',
  'described-in': 'above',
  'maker-of': 'below',
  'parent-of': 'below',
  acquired: 'below',
  'owner-of': 'below',
  'invested-in': 'below',
  'founder-of': 'below',
  'officer-of': 'below',
  'bid-for': 'below',
  'renamed-to': 'below',
  'succeeded-by': 'below',
  describes: 'below',
  'supplied-to': 'beside',
  'customer-of': 'beside',
  'reseller-of': 'beside',
  'resold-by': 'beside',
  'partner-of': 'beside',
  'applies-to': 'below',
  'subject-to': 'above',
  'co-listed-with': 'beside',
  'related-to': 'beside',
};

/** Each party once, in the order of the relations; the side is that of its first tie. */
export function partiesOf(relations: readonly RecordRelation[]): Party[] {
  const parties = new Map<string, Party>();
  for (const { entity, name, type, start, end } of relations) {
    const key = entity ?? `"${name}"`;
    const party = parties.get(key);
    const tie = { type, start, end };
    if (!party) parties.set(key, { key, name, entity, ties: [tie], side: sides[type] });
    else if (!party.ties.some((other) => other.type === type)) party.ties.push(tie);
  }
  // Ties of one kind stand together.
  return [...Map.groupBy(parties.values(), ({ ties: [first] }) => first!.type).values()].flat();
}

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
/** So many starting arrangements are tried for one in which no line runs behind a box that it does not lead to. */
const attempts = 2;
/** Moving one box may make way for another that found none before. */
const rounds = 3;
/** So far inside its box a line ends. */
const insidePx = 14;
/** How finely, and how far from the entity, a box is looked another place for. */
const stepPx = 24;
const farthestPx = 620;

interface Body extends SimulationNodeDatum {
  x: number;
  y: number;
  halfWidth: number;
  halfHeight: number;
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

/** Round the entity on its side, every other one farther out, so that lines pass between the nearer boxes. */
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

/** Moves each box whose line is hidden, or that hides others', to the nearest free place on its side where less is hidden. */
function clearLines([middle, ...boxes]: readonly Body[], widthPx: number): void {
  for (const box of boxes) {
    const others = boxes.filter((each) => each !== box);
    const moved = { ...box };
    // Counted no further than `most`.
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

/** How many lines from the entity run behind a box that is not theirs. */
function hiddenLines([middle, ...bodies]: readonly Body[]): number {
  return bodies.filter((end) => bodies.some((box) => box !== end && crosses(middle!, end, box))).length;
}

/** Whether the line from the middle of one to the other meets the box (Liang and Barsky's clipping). */
function crosses(from: Body, to: Body, box: Body): boolean {
  const x = clip(from.x, lineEnd(from.x, to.x, to.halfWidth), box.x, box.halfWidth);
  const y = clip(from.y, lineEnd(from.y, to.y, to.halfHeight), box.y, box.halfHeight);
  return Math.max(0, x.enter, y.enter) < Math.min(1, x.leave, y.leave);
}

/**
 * Where, along one axis, the line from `from` to a box ends: at the place nearest to `from` that is well inside the box. A line
 * to its centre would run behind more of the others.
 */
export function lineEnd(from: number, middle: number, half: number): number {
  const reach = Math.max(0, half - insidePx);
  return Math.min(middle + reach, Math.max(middle - reach, from));
}

/** Between which parts of the way from one place to the other, along one axis, the way is within the box. */
function clip(from: number, to: number, middle: number, half: number): { enter: number; leave: number } {
  const way = to - from;
  if (way === 0) return Math.abs(from - middle) < half ? { enter: 0, leave: 1 } : { enter: 1, leave: 0 };
  const one = (middle - half - from) / way;
  const other = (middle + half - from) / way;
  return { enter: Math.min(one, other), leave: Math.max(one, other) };
}
