/**
 * `npm run -s eval -- LABELS.jsonl TEXTS [--show]`: precision and recall of the matcher on labelled documents.
 *
 * A label row is `{"corpus","doc","split","mentions":[{"start","surface","label"}]}` with `start` in code points into
 * `TEXTS/<corpus>/<doc>.txt`. Prints one JSON object with the figures; with --show, before it, every wrong and missed
 * mention with its words around it, and a row per name. A file `entities-at-labelling.txt` beside the labels lists the
 * entities that the labels know.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { withoutByteOrderMark } from '../compile/byte-order-mark.ts';
import { annotateBlocks, paragraphs } from './annotate-text.ts';
import { loadMatcher } from './load-matcher.ts';
import {
  scoreDocument,
  totals,
  type DocumentScore,
  type LabelledPlace,
  type Mistake,
} from './score-mentions.ts';
import { UsageError } from './usage-error.ts';

const labelRowSchema = z.object({
  corpus: z.string(),
  doc: z.string(),
  mentions: z.array(z.object({ start: z.int().nonnegative(), surface: z.string(), label: z.string() })),
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean', default: false } },
});
const [labelsFile, textsFolder, ...others] = positionals;
if (!labelsFile || !textsFolder || others.length > 0)
  throw new UsageError('usage: npm run -s eval -- LABELS.jsonl TEXTS [--show]');
const { matcher, entities } = loadMatcher();
const optional = new Set(
  entities.filter(({ kind }) => kind === 'instrument' || kind === 'investigation').map(({ id }) => id),
);
const knownFile = path.join(path.dirname(labelsFile), 'entities-at-labelling.txt');
const known = existsSync(knownFile) ? new Set(readFileSync(knownFile, 'utf8').split(/\s+/)) : null;

const scores: DocumentScore[] = [];
const perName = new Map<string, { right: number; wrong: number; missed: number }>();
const lines: Record<Mistake['kind'], string[]> = { wrong: [], missed: [] };
let missingDocuments = 0;
const labelLines = withoutByteOrderMark(readFileSync(labelsFile, 'utf8')).split(/\r?\n/);
for (const [k, line] of labelLines.entries()) {
  if (line === '') continue;
  const row = readRow(line, k + 1);
  const name = `${row.corpus}/${row.doc.replace(/\.txt$/, '')}`;
  const file = path.join(textsFolder, `${name}.txt`);
  if (!existsSync(file)) {
    missingDocuments++;
    continue;
  }
  const text = readFileSync(file, 'utf8');
  const unitAt = unitOffsets(text);
  const labels = row.mentions.map((place): LabelledPlace => {
    const start = unitAt(place.start);
    return { ...place, start, end: start + place.surface.length };
  });
  const found = annotateBlocks(matcher, paragraphs(text), text);
  const score = scoreDocument(
    labels,
    found,
    (id) => optional.has(id),
    (id) => known?.has(id) ?? true,
  );
  scores.push(score);
  count(labels, score);
  for (const { kind, place, entity } of score.mistakes)
    lines[kind].push(`${name} ${shown(text, place, entity)}`);
}
if (scores.length === 0) throw new Error(`${textsFolder} holds none of the texts that ${labelsFile} labels`);
if (values.show) {
  console.log(['WRONG', ...lines.wrong, 'MISSED', ...lines.missed, 'NAMES right/wrong/missed'].join('\n'));
  for (const [name, { right, wrong, missed }] of [...perName].sort((a, b) => b[1].right - a[1].right)) {
    console.log(`${name}\t${right}/${wrong}/${missed}`);
  }
}
console.log(JSON.stringify({ ...totals(scores), documents: scores.length, missingDocuments }));

function readRow(line: string, number: number): z.infer<typeof labelRowSchema> {
  try {
    return labelRowSchema.parse(JSON.parse(line));
  } catch {
    throw new Error(`${labelsFile}:${number} is not a row of labels as JSON`);
  }
}

/** Code point offset → UTF-16 offset. */
function unitOffsets(text: string): (point: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => point;
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  return (point) => units[point] ?? at;
}

function count(labels: readonly LabelledPlace[], score: DocumentScore): void {
  for (const place of labels) {
    if (place.label === '?') continue;
    const row = perName.get(place.surface) ?? { right: 0, wrong: 0, missed: 0 };
    perName.set(place.surface, row);
    const mistake = score.mistakes.find((one) => one.place === place);
    if (mistake) row[mistake.kind]++;
    else if (place.label !== '-') row.right++;
  }
}

function shown(text: string, { start, end, surface, label }: LabelledPlace, entity: string | null): string {
  const around = text.slice(Math.max(0, start - 50), end + 40).replace(/\s+/g, ' ');
  const is = label === '-' ? 'something else' : label;
  return `@${start} «${surface}» ${entity ? `→ ${entity}, ` : ''}is ${is} … ${around}`;
}
