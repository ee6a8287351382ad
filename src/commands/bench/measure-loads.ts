/**
 * Whole page loads with the built extension against loads without, in two browsers that take turns: on generated pages with
 * the names of the real dataset, and on the largest of some saved pages.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackNames, unpackParts, type NameIndexData } from '../../match/index-format.ts';
import { createMatcher } from '../../match/matcher.ts';
import { partsOf } from '../../match/name-parts.ts';
import { builtFolder, rootFolder } from '../paths.ts';
import { savedPages } from '../pages/saved-pages.ts';
import { generatePage } from './generate-page.ts';
import { openLoader, writeEmptyExtension, type PageLoader } from './load-pages.ts';
import type { Shape } from './measure-pages.ts';
import { median, rowOf, type Row, type Run } from './rows.ts';

interface LoadedPage {
  page: number | string;
  density: number | null;
  body: string | Uint8Array;
}

export interface LoadsPlan {
  runs: number;
  say: (row: Row) => void;
  tell: (text: string) => void;
}

export async function measureGenerated(plan: LoadsPlan, shapes: readonly Shape[]): Promise<void> {
  const { sure, all } = realNames();
  const pages = shapes.map(({ textNodes, density }) => {
    return { page: textNodes, density, body: generatePage({ textNodes, density, names: sure }) };
  });
  await measureLoads(plan, pages, all);
}

/** The `count` largest pages of the sources, by bytes. */
export async function measureSaved(
  plan: LoadsPlan,
  sources: readonly string[],
  count: number,
): Promise<void> {
  const found = sources.flatMap(savedPages).map((saved) => ({ saved, body: saved.read() }));
  found.sort((one, other) => other.body.length - one.body.length);
  const largest = found.slice(0, count);
  plan.tell(`${largest.length} of ${found.length} pages, ${largest.at(-1)?.body.length ?? 0} bytes and more`);
  const pages = largest.map(({ saved, body }) => ({ page: saved.name, density: null, body }));
  const rows = await measureLoads(plan, pages, realNames().all);
  const ratios = rows.flatMap(({ ratio }) => ratio ?? []);
  plan.tell(`ratio: median ${median(ratios).toFixed(2)}, highest ${Math.max(...ratios).toFixed(2)}`);
}

/** The names of the compiled dataset: how many there are, and those that are marked without evidence beside them. */
function realNames(): { all: number; sure: string[] } {
  const file = join(rootFolder, 'data/compiled/names.json');
  const index = JSON.parse(readFileSync(file, 'utf8')) as NameIndexData;
  const texts = [...partsOf(unpackParts(index).names).values()].flatMap(unpackNames).map(({ text }) => text);
  const matcher = createMatcher(index);
  const isSure = (text: string) => {
    const [mentions = []] = matcher.decide([
      { candidates: matcher.findCandidates(`It was ${text} then.`, 'en') },
    ]);
    return mentions.length === 1;
  };
  return { all: texts.length, sure: texts.filter(isSure) };
}

async function measureLoads(plan: LoadsPlan, pages: readonly LoadedPage[], names: number): Promise<Row[]> {
  const bare = await writeEmptyExtension(false);
  const loaders: PageLoader[] = [];
  const rows: Row[] = [];
  try {
    const without = await openLoader(bare.dir, true);
    loaders.push(without);
    const withUs = await openLoader(builtFolder.chromium, false);
    loaders.push(withUs);
    for (const page of pages) {
      const runs: Run[] = [];
      for (let run = 0; run < plan.runs; run++) runs.push(await oneRun(without, withUs, page.body));
      const head = { browser: 'chromium', page: page.page, density: page.density, names } as const;
      const row = rowOf({ ...head, way: 'page load', clock: 'cpu' }, runs);
      rows.push(row);
      plan.say(row);
    }
  } finally {
    for (const loader of loaders) await loader.close();
    await bare.remove();
  }
  return rows;
}

/** `ms` is what our scripts took; `moreMs` what the whole thread took more than without us, which is noisier and leaves nothing out. */
async function oneRun(without: PageLoader, withUs: PageLoader, body: string | Uint8Array): Promise<Run> {
  const plain = await without.load(body);
  const floorMs = await without.floorMs();
  const ours = await withUs.load(body);
  return {
    ms: ours.slices.totalMs,
    floorMs,
    figures: {
      textNodes: plain.textNodes,
      marks: ours.marks,
      floorMs,
      longestSliceMs: ours.slices.longestMs,
      loadMs: plain.cpuMs,
      moreMs: ours.cpuMs - plain.cpuMs,
      layoutShift: Math.max(0, ours.layoutShift - plain.layoutShift),
    },
  };
}
