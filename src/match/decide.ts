/**
 * Which candidates are mentions: adds up what each candidate's own words say and what the rest of the text says.
 *
 * The idea: one sense per discourse (Gale, Church and Yarowsky 1992, "One Sense Per Discourse"). Names that are sure, or
 * that their own words prove, are taken first; what they name then speaks for candidates near them — the same entity
 * most, its maker or product next, others of its field a little — and the next round takes what is proven by then,
 * until nothing changes. A sense that was ruled out speaks against the same name near it in the same way. Evidence
 * fades with distance, so that another story on the same page is not judged by this one. Cost: a few passes over the
 * candidates, each looking back and ahead only by table.
 */
import type { FoundCandidate, Reading } from './candidates.ts';
import { reach } from './local-evidence.ts';
import type { CandidateBlock, Mention, Reason } from './types.ts';

/** What deciding needs to know of the index, by number. */
export interface SenseIndex {
  kinOf(entity: number): readonly number[];
  topicMaskOf(entity: number): number;
  isOnlyBesideVendors(entity: number): boolean;
  idOf(entity: number): string;
  nameText(name: number): string;
  wordText(word: number): string;
}

const needed = 1;
const baseOf = { sure: 2, ambiguous: 0, kin: -0.3 } as const;
const sameEntityWeight = 1.5;
const sameNameWeight = 1.35;
const kinWeight = 1;
const fieldWeight = 0.4;
const ruledOutWeight = 1;
/**
 * Evidence is whole up to this distance and half at this much more, in UTF-16 units. One name keeps its sense longer
 * through a text than a neighbour's name vouches for it.
 */
const whole = 500;
const halfFor = { entity: 10_000, kin: 3000 } as const;
const fieldReach = 800;
const vendorReach = 12_000;
const mostRounds = 4;
/** Judged between two yields: well under a millisecond. */
const itemsPerStep = 64;
/**
 * What lies between two blocks with candidates is not known (a page passes over blocks without): taken as a paragraph.
 * Measured on labelled articles, true distances decide no better.
 */
const gapBetweenBlocks = 300;

const fade = (distance: number, half: number) =>
  distance <= whole ? 1 : 1 / (1 + (distance - whole) / half);

interface Item {
  candidate: FoundCandidate;
  block: number;
  position: number;
  /** The reading taken, with why. */
  taken: Reading | null;
  reasons: Reason[];
}

interface Support {
  /** From mentions in the same block within the reach of words, and from those further off. */
  near: number;
  far: number;
  sameEntity: string[];
  kin: string[];
}

/** Yields whenever it may be interrupted; what was yielded between changes nothing. */
export function* deciding(
  blocks: readonly CandidateBlock[],
  index: SenseIndex,
): Generator<void, Mention[][], void> {
  const items = collect(blocks);
  for (let round = 0; round < mostRounds; round++) {
    yield;
    const neighbourhood = survey(items, index);
    let taken = 0;
    for (let at = 0; at < items.length; at++) {
      const item = items[at]!;
      if (item.taken) continue;
      if (at % itemsPerStep === 0) yield;
      const best = bestReading(item, at, neighbourhood, index);
      if (!best) continue;
      item.taken = best.reading;
      item.reasons = best.reasons;
      taken++;
    }
    if (taken === 0) break;
  }
  dropLoneInstruments(items, index);
  yield;
  const mentions: Mention[][] = blocks.map(() => []);
  for (const { candidate, block, taken, reasons } of items) {
    if (!taken) continue;
    const { start, end } = candidate;
    mentions[block]!.push({
      entity: index.idOf(taken.entity),
      name: index.nameText(taken.name),
      start,
      end,
      reasons,
    });
  }
  return mentions;
}

function collect(blocks: readonly CandidateBlock[]): Item[] {
  const items: Item[] = [];
  let offset = 0;
  blocks.forEach((block, number) => {
    let length = 0;
    for (const one of block.candidates) {
      const candidate = one as FoundCandidate;
      length = candidate.blockLength;
      items.push({ candidate, block: number, position: offset + candidate.place, taken: null, reasons: [] });
    }
    offset += length + gapBetweenBlocks;
  });
  return items;
}

/** For each item, the nearest mentions before and after it of any entity, and the nearest ruled-out uses of its name. */
interface Neighbourhood {
  support(at: number, reading: Reading): Support;
  against(at: number): number;
}

function survey(items: readonly Item[], index: SenseIndex): Neighbourhood {
  const mentionsOf = new Map<number, number[]>();
  const topicMentions: number[] = [];
  const takenOf = new Map<string, number>();
  const refusalsOf = new Map<string, number[]>();
  items.forEach((item, at) => {
    if (item.taken) {
      push(mentionsOf, item.taken.entity, at);
      topicMentions.push(at);
      takenOf.set(item.candidate.key, (takenOf.get(item.candidate.key) ?? 0) + 1);
    } else if (item.candidate.readings.every(isRefused)) push(refusalsOf, item.candidate.key, at);
  });
  const isNear = (at: number, place: number) =>
    items[at]!.block === items[place]!.block &&
    Math.abs(items[at]!.position - items[place]!.position) <= reach;
  const nearest = (places: readonly number[] | undefined, at: number): [number, number] | null => {
    if (!places) return null;
    // The first place behind `at`; the one before it is the nearest ahead.
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle]! < at) low = middle + 1;
      else high = middle;
    }
    const here = items[at]!.position;
    let best: [number, number] | null = null;
    for (const place of [places[low - 1], places[low] === at ? places[low + 1] : places[low]]) {
      if (place === undefined) continue;
      const distance = Math.abs(items[place]!.position - here);
      if (!best || distance < best[1]) best = [place, distance];
    }
    return best;
  };

  return {
    support(at, reading) {
      const result: Support = { near: 0, far: 0, sameEntity: [], kin: [] };
      const add = (place: number, weight: number) => (result[isNear(at, place) ? 'near' : 'far'] += weight);
      const { key } = items[at]!.candidate;
      const same = nearest(mentionsOf.get(reading.entity), at);
      if (same) {
        const other = items[same[0]]!;
        const isSameName = other.candidate.key === key;
        add(same[0], fade(same[1], halfFor.entity) * (isSameName ? sameNameWeight : sameEntityWeight));
        if (!isSameName) result.sameEntity.push(index.nameText(other.taken!.name));
        else result.sameEntity.push('');
      }
      const kin: [place: number, distance: number][] = [];
      for (const relative of index.kinOf(reading.entity)) {
        const found = nearest(mentionsOf.get(relative), at);
        if (found) kin.push(found);
      }
      kin.sort((a, b) => a[1] - b[1]);
      for (const [place, distance] of kin.slice(0, 2)) {
        add(place, fade(distance, halfFor.kin) * kinWeight);
        result.kin.push(index.nameText(items[place]!.taken!.name));
      }
      const mask = index.topicMaskOf(reading.entity);
      const field = mask ? nearest(topicMentions, at) : null;
      if (field && field[1] <= fieldReach) {
        const other = items[field[0]]!.taken!.entity;
        if (other !== reading.entity && index.topicMaskOf(other) & mask) add(field[0], fieldWeight);
      }
      return result;
    },
    against(at) {
      const { key } = items[at]!.candidate;
      const refusals = refusalsOf.get(key);
      const found = nearest(refusals, at);
      if (!found) return 0;
      // One place read otherwise says little in a text that uses the name as ours again and again.
      const share = refusals!.length / (refusals!.length + (takenOf.get(key) ?? 0));
      return fade(found[1], halfFor.entity) * ruledOutWeight * share;
    },
  };
}

/** A reading whose own words speak clearly against it; such a use tells of the same name elsewhere in the text. */
function isRefused({ evidence }: Reading): boolean {
  return (
    evidence.isRuledOut || evidence.cues + evidence.otherBearer > Math.max(0.9, evidence.own + evidence.topic)
  );
}

function bestReading(item: Item, at: number, neighbourhood: Neighbourhood, index: SenseIndex) {
  let best: { reading: Reading; reasons: Reason[]; score: number } | null = null;
  for (const reading of item.candidate.readings) {
    const { evidence, need } = reading;
    if (evidence.isRuledOut) continue;
    const support = neighbourhood.support(at, reading);
    if (need === 'kin' && support.sameEntity.length === 0 && support.kin.length === 0) continue;
    const local = evidence.own + evidence.topic + support.near - evidence.cues;
    // What the words around it prove, uses elsewhere do not undo; what they deny, uses elsewhere do not prove.
    const against = neighbourhood.against(at) * Math.max(0, 1 - evidence.own);
    const far = support.far * Math.min(1, Math.max(0, 1 + local));
    const score = baseOf[need] + local + far - evidence.otherName - against;
    if (score < needed || (best && score <= best.score)) continue;
    best = { reading, reasons: reasonsFor(reading, support, index), score };
  }
  return best;
}

function reasonsFor({ need, evidence }: Reading, support: Support, index: SenseIndex): Reason[] {
  const reasons: Reason[] = [];
  if (need === 'sure') reasons.push({ code: 'sure' });
  const names = [...new Set([...support.sameEntity, ...support.kin])].filter(Boolean);
  if (names.length) reasons.push({ code: 'names', words: names });
  if (support.sameEntity.includes('')) reasons.push({ code: 'same-name' });
  const words = evidence.words.slice(0, 3).map((word) => index.wordText(word).replace(/\*$/, '…'));
  if (words.length) reasons.push({ code: 'words', words });
  return reasons;
}

/** Instruments and investigations are left unmarked where no vendor or product is named in reach. */
function dropLoneInstruments(items: readonly Item[], index: SenseIndex) {
  const vendors = items
    .filter(({ taken }) => taken && !index.isOnlyBesideVendors(taken.entity))
    .map(({ position }) => position);
  let next = 0;
  for (const item of items) {
    while (next < vendors.length && vendors[next]! < item.position) next++;
    if (!item.taken || !index.isOnlyBesideVendors(item.taken.entity)) continue;
    const distance = Math.min(
      item.position - (vendors[next - 1] ?? -Infinity),
      (vendors[next] ?? Infinity) - item.position,
    );
    if (distance > vendorReach) item.taken = null;
  }
}

function push<Key>(map: Map<Key, number[]>, key: Key, value: number) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
