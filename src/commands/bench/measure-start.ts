/**
 * What a small page without any name pays for Sidelight, next to an empty content script: in a process of its own, as for a
 * reader who comes from another site, and in one that has the code from a page before. Loads take turns.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { builtFolder } from '../paths.ts';
import { openLoader, writeEmptyExtension, type PageLoad, type PageLoader } from './load-pages.ts';
import { rowOf, type Row, type Run } from './rows.ts';

export interface StartPlan {
  runs: number;
  say: (row: Row) => void;
}

const sentence =
  'The rain began in the morning and went on until the evening came over the hills and the sea.';
const smallPage = `<!doctype html><html lang="en"><title>Rain</title><h1>Rain</h1>${`<p>${sentence}</p>`.repeat(30)}`;

export async function measureStart({ runs, say }: StartPlan): Promise<void> {
  const empty = await writeEmptyExtension(true);
  const loaders: PageLoader[] = [];
  try {
    const plain = await openLoader(empty.dir, true);
    loaders.push(plain);
    const ours = await openLoader(builtFolder.chromium, false);
    loaders.push(ours);
    const ways: Record<'start' | 'start on the same site', Run[]> = {
      start: [],
      'start on the same site': [],
    };
    for (let run = 0; run < runs; run++) {
      const order = run % 2 ? [ours, plain] : [plain, ours];
      const [first, again] = [new Map<PageLoader, PageLoad>(), new Map<PageLoader, PageLoad>()];
      for (const loader of order) {
        first.set(loader, await loader.load(smallPage));
        again.set(loader, await loader.load(smallPage, true));
      }
      ways.start.push(compared(first.get(plain)!, first.get(ours)!));
      ways['start on the same site'].push(compared(again.get(plain)!, again.get(ours)!));
    }
    const head = { browser: 'chromium', page: 'small page', density: 0, names: 0 } as const;
    for (const [way, measured] of Object.entries(ways)) say(rowOf({ ...head, way, clock: 'cpu' }, measured));
  } finally {
    for (const loader of loaders) await loader.close();
    await empty.remove();
  }
}

function compared(less: PageLoad, more: PageLoad): Run {
  if (less.slices.count === 0) throw new Error('the empty content script did not run');
  if (more.marks > 0) throw new Error('the page for the start holds a name');
  return {
    ms: more.slices.totalMs - less.slices.totalMs,
    floorMs: null,
    figures: {
      emptyMs: less.slices.totalMs,
      longestSliceMs: more.slices.longestMs,
      moreMs: more.cpuMs - less.cpuMs,
      contentScriptKb: statSync(join(builtFolder.chromium, 'lookout.js')).size / 1000,
    },
  };
}
