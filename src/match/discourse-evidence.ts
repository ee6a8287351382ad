/**
 * What the rest of a text says about a candidate: names near it that are taken for their entities by then, and uses of the same
 * name that were refused. Evidence fades with distance, so that another story on the same page does not judge this one.
 */
import type { FoundCandidate, Reading } from './candidates.ts';
import { reach } from './nearby-words.ts';
import { partitionPoint } from './partition-point.ts';
import type { Reason } from './types.ts';

/** What is asked of the index, by number. */
export interface KinIndex {
  kinOf(entity: number): readonly number[];
  topicMaskOf(entity: number): number;
}

const sameEntityWeight = 1.5;
const sameNameWeight = 1.35;
const kinWeight = 1;
export const fieldWeight = 0.4;
const ruledOutWeight = 1;
/**
 * Evidence counts in full up to `whole` UTF-16 units away, and by half so many units further on. A name keeps its own sense
 * over a longer stretch than another name can vouch for it.
 */
const whole = 500;
const halfFor = { entity: 10_000, kin: 3000 } as const;
const fieldReach = 800;
/** Blocks or items that are gone over between two yields: well under a millisecond. */
export const itemsPerStep = 64;

const fade = (distance: number, half: number) =>
  distance <= whole ? 1 : 1 / (1 + (distance - whole) / half);

/** One candidate while the text is being decided about. */
export interface Item {
  candidate: FoundCandidate;
  block: number;
  position: number;
  /** Whether its own words speak clearly against all its readings. */
  isRefused: boolean;
  /** The reading taken, with why. */
  taken: Reading | null;
  reasons: readonly Reason[];
}

/** What the rest of the text says for a reading of an item. */
export interface Support {
  /** From mentions in the same block within the reach of words, and from those further off. */
  near: number;
  far: number;
  /** The nearest mentions of its entity and of kin. */
  same: Item | null;
  kin: Item[];
  /** Whether the same name means its entity within the distance over which evidence is whole. */
  hasSameNameNear: boolean;
}

export const noSupport: Support = { near: 0, far: 0, same: null, kin: [], hasSameNameNear: false };

/** What was taken and refused when a round began: numbers of items, ascending. */
export interface Survey {
  items: readonly Item[];
  taken: number[];
  takenOf: Map<number, number[]>;
  /** By the name's key; and how often a name that is refused somewhere is taken elsewhere. */
  refusedOf: Map<string, number[]>;
  timesTaken: Map<string, number>;
}

/** `isAnyTaken`: false in the first round; then the items of a long page need not be gone over for nothing. */
export function* surveying(
  items: readonly Item[],
  open: readonly number[],
  isAnyTaken: boolean,
): Generator<void, Survey, void> {
  const taken: number[] = [];
  const takenOf = new Map<number, number[]>();
  const refusedOf = new Map<string, number[]>();
  const timesTaken = new Map<string, number>();
  for (const at of open) if (items[at]!.isRefused) push(refusedOf, items[at]!.candidate.key, at);
  for (let at = 0; isAnyTaken && at < items.length; at++) {
    if (at % itemsPerStep === 0) yield;
    const item = items[at]!;
    if (!item.taken) continue;
    taken.push(at);
    push(takenOf, item.taken.entity, at);
    const { key } = item.candidate;
    if (refusedOf.has(key)) timesTaken.set(key, (timesTaken.get(key) ?? 0) + 1);
  }
  return { items, taken, takenOf, refusedOf, timesTaken };
}

const distanceOf = ({ items }: Survey, one: number, other: number) =>
  Math.abs(items[one]!.position - items[other]!.position);

/** The one of `places` that is nearest to the item, itself left out; −1 without any. */
function nearest(places: readonly number[] | undefined, at: number, survey: Survey): number {
  if (!places) return -1;
  // The first place behind `at`; the one before it is the nearest ahead.
  const behind = partitionPoint(places, (place) => place < at);
  const before = places[behind - 1] ?? -1;
  const after = (places[behind] === at ? places[behind + 1] : places[behind]) ?? -1;
  if (before < 0 || after < 0) return Math.max(before, after);
  return distanceOf(survey, at, after) < distanceOf(survey, at, before) ? after : before;
}

export function supportOf(at: number, { entity }: Reading, survey: Survey, index: KinIndex): Support {
  const { items, taken, takenOf } = survey;
  if (taken.length === 0) return noSupport;
  const support: Support = { ...noSupport, kin: [] };
  const add = (place: number, weight: number) => {
    const isNear = items[place]!.block === items[at]!.block && distanceOf(survey, at, place) <= reach;
    support[isNear ? 'near' : 'far'] += weight;
  };
  const same = nearest(takenOf.get(entity), at, survey);
  if (same >= 0) {
    support.same = items[same]!;
    const isSameName = support.same.candidate.key === items[at]!.candidate.key;
    support.hasSameNameNear = isSameName && distanceOf(survey, at, same) <= whole;
    const weight = isSameName ? sameNameWeight : sameEntityWeight;
    add(same, fade(distanceOf(survey, at, same), halfFor.entity) * weight);
  }
  for (const place of nearestKin(at, entity, survey, index)) {
    add(place, fade(distanceOf(survey, at, place), halfFor.kin) * kinWeight);
    support.kin.push(items[place]!);
  }
  const mask = index.topicMaskOf(entity);
  const field = mask ? nearest(taken, at, survey) : -1;
  if (field >= 0 && distanceOf(survey, at, field) <= fieldReach) {
    const other = items[field]!.taken!.entity;
    if (other !== entity && index.topicMaskOf(other) & mask) add(field, fieldWeight);
  }
  return support;
}

/** The nearest mentions of two of the entity's kin, the nearer first. */
function nearestKin(at: number, entity: number, survey: Survey, index: KinIndex): number[] {
  const kin: number[] = [];
  for (const relative of index.kinOf(entity)) {
    const found = nearest(survey.takenOf.get(relative), at, survey);
    if (found >= 0) kin.push(found);
  }
  kin.sort((one, other) => distanceOf(survey, at, one) - distanceOf(survey, at, other));
  return kin.slice(0, 2);
}

/** What refused uses of the same name say against the item. */
export function refusalAt(at: number, survey: Survey): number {
  const { key } = survey.items[at]!.candidate;
  const refused = survey.refusedOf.get(key);
  const found = nearest(refused, at, survey);
  if (found < 0) return 0;
  // One place read otherwise says little in a text that uses the name as ours again and again.
  const share = refused!.length / (refused!.length + (survey.timesTaken.get(key) ?? 0));
  return fade(distanceOf(survey, at, found), halfFor.entity) * ruledOutWeight * share;
}

function push<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
