/** Scores mentions against places labelled by hand: precision, recall and every mistake. Pure. */

/** One labelled place: `label` is an entity id, `-` for something else, `?` where either reading is right. */
export interface LabelledPlace {
  /** UTF-16 offsets. */
  start: number;
  end: number;
  surface: string;
  label: string;
}

export interface FoundPlace {
  entity: string;
  start: number;
  end: number;
}

export interface Mistake {
  kind: 'wrong' | 'missed';
  place: LabelledPlace;
  /** What was marked there, when something was. */
  entity: string | null;
}

export interface DocumentScore {
  right: number;
  wrong: number;
  missed: number;
  /** Mentions where no label stands. */
  unlabelled: number;
  mistakes: Mistake[];
}

/** Entities that a label may name for one another: a company and its one product, a parent and its brand. */
const families = [
  ['finfisher', 'finspy', 'gamma-group'],
  ['shotspotter', 'soundthinking'],
  ['darkmatter', 'project-raven'],
  ['intellexa', 'intellexa-sa', 'intellexa-limited'],
  ['cytrox', 'cytrox-holdings'],
  ['thomson-reuters', 'thomson-reuters-clear'],
  ['nso-group', 'q-cyber-technologies', 'osy-technologies'],
  ['pegasus', 'pegasus-project'],
  ['fog-data-science', 'fog-reveal'],
  ['magnet-forensics', 'grayshift', 'graykey'],
];

function isSame(a: string, b: string): boolean {
  return a === b || families.some((family) => family.includes(a) && family.includes(b));
}

/**
 * `isOptional`: entities that may be left unmarked (instruments, investigations). `isKnown`: false for entities that the
 * labels know nothing of, whose mentions count neither way where a label says "something else".
 */
export function scoreDocument(
  labels: readonly LabelledPlace[],
  found: readonly FoundPlace[],
  isOptional: (entity: string) => boolean,
  isKnown: (entity: string) => boolean,
): DocumentScore {
  const score: DocumentScore = { right: 0, wrong: 0, missed: 0, unlabelled: 0, mistakes: [] };
  const used = new Set<FoundPlace>();
  const mistake = (kind: Mistake['kind'], place: LabelledPlace, entity: string | null) => {
    score[kind]++;
    score.mistakes.push({ kind, place, entity });
  };
  for (const place of labels) {
    let hits = found.filter(({ start, end }) => start < place.end && end > place.start);
    for (const hit of hits) used.add(hit);
    if (place.label === '?') continue;
    if (place.label === '-') {
      hits = hits.filter(({ entity }) => isKnown(entity));
      if (hits[0]) mistake('wrong', place, hits[0].entity);
    } else if (hits.some(({ entity }) => isSame(entity, place.label))) score.right++;
    else if (hits[0]) {
      mistake('wrong', place, hits[0].entity);
      if (!isOptional(place.label)) score.missed++;
    } else if (!isOptional(place.label)) mistake('missed', place, null);
  }
  score.unlabelled = found.filter((hit) => !used.has(hit)).length;
  return score;
}

export interface Totals {
  precision: number;
  recall: number;
  f1: number;
  right: number;
  wrong: number;
  missed: number;
  unlabelled: number;
}

/** Sums document scores; a rate with nothing to divide by is 0. Rates are rounded to four places. */
export function totals(scores: readonly DocumentScore[]): Totals {
  const add = (key: 'right' | 'wrong' | 'missed' | 'unlabelled') =>
    scores.reduce((sum, score) => sum + score[key], 0);
  const right = add('right');
  const wrong = add('wrong');
  const missed = add('missed');
  const precision = right + wrong ? right / (right + wrong) : 0;
  const recall = right + missed ? right / (right + missed) : 0;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return {
    precision: round(precision),
    recall: round(recall),
    f1: round(f1),
    right,
    wrong,
    missed,
    unlabelled: add('unlabelled'),
  };
}
