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
import {
  fieldWeight,
  itemsPerStep,
  noSupport,
  refusalAt,
  supportOf,
  surveying,
  type Item,
  type KinIndex,
  type Support,
  type Survey,
} from './discourse-evidence.ts';
import { noEvidence } from './local-evidence.ts';
import type { Candidate, CandidateBlock, Mention, Reason } from './types.ts';

/** What deciding needs to know of the index, by number. */
export interface SenseIndex extends KinIndex {
  isOnlyBesideVendors(entity: number): boolean;
  idOf(entity: number): string;
  nameText(name: number): string;
  wordText(word: number): string;
}

const needed = 1;
const baseOf = { sure: 2, ambiguous: 0, 'with-kin': -0.3 } as const;
/**
 * A longer name ("Ring Plus") mostly speaks against its part. Where the name alone stands near, the owner may have made the
 * longer one too: then this share of what speaks against it does not count.
 */
const ownersShare = 0.5;
const vendorReach = 12_000;
const mostRounds = 4;
/**
 * Blocks without candidates are not handed over, so the true distance between two blocks is not known: a paragraph is
 * assumed. On the labelled articles true distances decide no better.
 */
const gapBetweenBlocks = 300;

/** May be interrupted at each yield; the mentions are the same however it is run. */
export function* deciding(
  blocks: readonly CandidateBlock[],
  index: SenseIndex,
): Generator<void, Mention[][], void> {
  const { items, settled, open } = yield* gathering(blocks);
  yield* taking(items, settled, open, index);
  dropLoneInstruments(items, index);
  return yield* mentionsOf(items, blocks.length, index);
}

interface Items {
  /** One for each candidate, in order. */
  items: Item[];
  /** Those that mean one thing whatever stands around them. */
  settled: Item[];
  /** The numbers of those that are to be weighed. */
  open: number[];
}

function* gathering(blocks: readonly CandidateBlock[]): Generator<void, Items, void> {
  const items: Item[] = [];
  const settled: Item[] = [];
  const open: number[] = [];
  let offset = 0;
  for (let block = 0; block < blocks.length; block++) {
    if (block % itemsPerStep === 0) yield;
    let length = 0;
    for (const one of blocks[block]!.candidates) {
      const candidate = one as FoundCandidate;
      const { readings, place, blockLength } = candidate;
      const isSettled = readings.length === 1 && readings[0]!.evidence === noEvidence;
      const item: Item = {
        candidate,
        block,
        position: offset + place,
        isRefused: !isSettled && readings.every(isRefused),
        taken: null,
        reasons: sure,
      };
      if (isSettled) settled.push(item);
      else open.push(items.length);
      items.push(item);
      length = blockLength;
    }
    offset += length + gapBetweenBlocks;
  }
  return { items, settled, open };
}

/** Takes the readings that are proven, round by round: what one round takes is proof in the next. */
function* taking(
  items: readonly Item[],
  settled: readonly Item[],
  weighed: readonly number[],
  index: SenseIndex,
): Generator<void, void, void> {
  let open = weighed;
  for (let round = 0; round < mostRounds; round++) {
    const survey = yield* surveying(items, open, round > 0);
    const left: number[] = [];
    for (let k = 0; k < open.length; k++) {
      if (k % itemsPerStep === 0) yield;
      if (!takeBest(open[k]!, survey, index)) left.push(open[k]!);
    }
    let taken = open.length - left.length;
    if (round === 0) {
      // Only now: in the first round each name stands by its own words.
      for (const item of settled) item.taken = item.candidate.readings[0]!;
      taken += settled.length;
    }
    open = left;
    if (taken === 0 || open.length === 0) return;
  }
}

/** The mentions of each block, in order. */
function* mentionsOf(
  items: readonly Item[],
  blockCount: number,
  index: SenseIndex,
): Generator<void, Mention[][], void> {
  const mentions: Mention[][] = [];
  let next = 0;
  for (let block = 0; block < blockCount; block++) {
    if (block % itemsPerStep === 0) yield;
    const ofBlock: Mention[] = [];
    for (; next < items.length && items[next]!.block === block; next++) {
      const { candidate, taken, reasons } = items[next]!;
      if (!taken) continue;
      const { start, end } = candidate;
      ofBlock.push({
        entity: index.idOf(taken.entity),
        name: index.nameText(taken.name),
        start,
        end,
        reasons,
      });
    }
    mentions.push(ofBlock);
  }
  return mentions;
}

const sure: readonly Reason[] = [{ code: 'sure' }];

/** A reading whose own words speak clearly against it; such a use tells of the same name elsewhere in the text. */
function isRefused({ evidence }: Reading): boolean {
  return (
    evidence.isRuledOut || evidence.cues + evidence.otherBearer > Math.max(0.9, evidence.own + evidence.topic)
  );
}

/**
 * Whether the candidate could be the first mention of a page: by the words around it, and by what a law named near it would
 * add. No other mention speaks for it yet; what speaks against it elsewhere is left out, so this is false only where it surely
 * is none. (A law may prove more than its field. `pack-lookout.ts` counts names for which one may as sure.)
 */
export function couldBeFirst(candidate: Candidate): boolean {
  return (candidate as FoundCandidate).readings.some(({ need, evidence }) => {
    const { own, topic, cues, otherName, isRuledOut } = evidence;
    const most = baseOf[need] + own + topic + fieldWeight - cues - otherName;
    return !isRuledOut && need !== 'with-kin' && most >= needed;
  });
}

/** Takes the reading for which most speaks, if enough does; whether it did. */
function takeBest(at: number, survey: Survey, index: SenseIndex): boolean {
  const item = survey.items[at]!;
  const refusal = refusalAt(at, survey);
  let bestScore = -Infinity;
  let bestSupport = noSupport;
  for (const reading of item.candidate.readings) {
    const { evidence, need } = reading;
    if (evidence.isRuledOut) continue;
    const support = supportOf(at, reading, survey, index);
    if (need === 'with-kin' && !support.same && support.kin.length === 0) continue;
    const local = evidence.own + evidence.topic + support.near - evidence.cues;
    // What the words around it prove, uses elsewhere do not undo; what they deny, uses elsewhere do not prove.
    const against = refusal * Math.max(0, 1 - evidence.own);
    const far = support.far * Math.min(1, Math.max(0, 1 + local));
    // A headline in capitals tells nothing by them where the text below it names the entity.
    const inCapitals = support.same ? evidence.inCapitals : 0;
    const longerName = evidence.otherName - evidence.otherBearer - inCapitals;
    const tolerated = inCapitals + (support.hasSameNameNear ? longerName * ownersShare : 0);
    const score = baseOf[need] + local + far - evidence.otherName + tolerated - against;
    if (score < needed || score <= bestScore) continue;
    bestScore = score;
    bestSupport = support;
    item.taken = reading;
  }
  if (item.taken) item.reasons = reasonsFor(item, item.taken, bestSupport, index);
  return item.taken !== null;
}

function reasonsFor(
  item: Item,
  { need, evidence }: Reading,
  support: Support,
  index: SenseIndex,
): readonly Reason[] {
  // Where something near it does point elsewhere, what outweighs that is the reason.
  if (need === 'sure' && evidence.cues === 0) return sure;
  const isSameName = support.same?.candidate.key === item.candidate.key;
  const others = support.same && !isSameName ? [support.same, ...support.kin] : support.kin;
  const reasons: Reason[] = [];
  const names = new Set(others.map(({ taken }) => index.nameText(taken!.name)));
  if (names.size > 0) reasons.push({ code: 'names', words: [...names] });
  if (isSameName) reasons.push({ code: 'same-name' });
  const words = evidence.words.slice(0, 3).map((word) => index.wordText(word).replace(/\*$/, '…'));
  if (words.length > 0) reasons.push({ code: 'words', words });
  return reasons.length > 0 ? reasons : sure;
}

/** Instruments and investigations are left unmarked where no vendor or product is named in reach. */
function dropLoneInstruments(items: readonly Item[], index: SenseIndex): void {
  const instruments = items.filter(({ taken }) => taken && index.isOnlyBesideVendors(taken.entity));
  if (instruments.length === 0) return;
  const vendors = items
    .filter(({ taken }) => taken && !index.isOnlyBesideVendors(taken.entity))
    .map(({ position }) => position);
  let next = 0;
  for (const item of instruments) {
    while (next < vendors.length && vendors[next]! < item.position) next++;
    const distance = Math.min(
      item.position - (vendors[next - 1] ?? -Infinity),
      (vendors[next] ?? Infinity) - item.position,
    );
    if (distance > vendorReach) item.taken = null;
  }
}
