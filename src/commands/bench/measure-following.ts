/** What following a page's changes costs: 10,000 new nodes a second, and all of its text put in again unchanged. */
import type { BrowserName } from '../browser/find-browser.ts';
import { inputOf } from './generate-index.ts';
import { generateNames, generatePage } from './generate-page.ts';
import type { WayResult } from './in-page/way.ts';
import { rowOf, type Row, type RowHead, type Run } from './rows.ts';
import { openWorld, type World, type WorldPage } from './world.ts';

export interface FollowingPlan {
  browser: BrowserName;
  stormSeconds: number;
  runs: number;
  /** Whether text that is put in again is measured too. */
  hasRerender: boolean;
  say: (row: Row) => void;
}

const nameCount = 2000;
const nodesASecond = 10_000;
/** Text nodes of the page that the storm breaks upon, and of the one that puts its text in again. */
const stormPage = 2000;
const rerenderPage = 20_000;

export async function measureFollowing(plan: FollowingPlan): Promise<void> {
  const input = inputOf(generateNames(nameCount));
  const world = await openWorld(plan.browser);
  const clock = plan.browser === 'chromium' ? 'cpu' : 'wall';
  const head = { browser: plan.browser, density: 0.1, names: nameCount, clock } as const;
  const measure = async (rest: Pick<RowHead, 'page' | 'way'>, run: (page: WorldPage) => Promise<Run>) => {
    const runs: Run[] = [];
    for (let count = 0; count < plan.runs; count++)
      runs.push(await inFreshPage(world, String(rest.page), input, run));
    plan.say(rowOf({ ...head, ...rest }, runs));
  };
  try {
    for (const textNodes of [stormPage, rerenderPage]) {
      world.serve(`/${textNodes}`, generatePage({ textNodes, density: 0.1, names: input.names }));
    }
    const count = plan.stormSeconds * nodesASecond;
    await measure({ page: stormPage, way: 'storm' }, (page) =>
      runStorm(page, count, input.names.slice(0, 97)),
    );
    if (plan.hasRerender) await measure({ page: rerenderPage, way: 'same text again' }, runRerender);
  } finally {
    await world.close();
  }
}

async function inFreshPage(
  world: World,
  path: string,
  input: Parameters<World['open']>[1],
  run: (page: WorldPage) => Promise<Run>,
): Promise<Run> {
  const page = await world.open(`/${path}`, input);
  try {
    return await run(page);
  } finally {
    await page.close();
  }
}

/** From the first change until all is read: what our functions took, by processor time where the browser tells it. */
async function follow(page: WorldPage, change: () => Promise<void>): Promise<{ ms: number; end: WayResult }> {
  await page.run('follow begin');
  let end: WayResult | undefined;
  const slices = await page.trace(async () => {
    await change();
    end = await page.run('follow end');
  });
  const { workMs, figures } = end!;
  if (!slices) return { ms: workMs, end: end! };
  return { ms: slices.totalMs, end: { ...end!, figures: { ...figures, longestSliceMs: slices.longestMs } } };
}

async function runStorm(page: WorldPage, count: number, names: readonly string[]): Promise<Run> {
  const { ms, end } = await follow(page, () => page.inPage(feed, count, nodesASecond, names));
  const floor = await page.run('new text floor');
  const compared = await page.run('new text compared');
  const floorMs = page.devtools ? floor.cpuMs! : floor.workMs;
  const characters = floor.found;
  return {
    ms,
    floorMs,
    figures: {
      characters,
      nsPerCharacter: (ms / characters) * 1e6,
      floorNsPerCharacter: (floorMs / characters) * 1e6,
      longestSliceMs: end.figures!.longestSliceMs!,
      found: compared.found,
      ...compared.figures,
    },
  };
}

async function runRerender(page: WorldPage): Promise<Run> {
  const { ms, end } = await follow(page, () => page.inPage(putInAgain));
  const floor = await page.run('floor');
  const floorMs = page.devtools ? floor.cpuMs! : floor.workMs;
  return { ms, floorMs, figures: { found: end.found, ...end.figures } };
}

/** Runs in the page; self-contained. One name in a hundred nodes: about 0.1 per 100 words. */
async function feed(count: number, perSecond: number, names: readonly string[]): Promise<void> {
  const words = document.body.textContent.slice(0, 40_000).split(/\s+/);
  const box = document.createElement('div');
  document.body.append(box);
  const start = performance.now();
  for (let added = 0; added < count; await new Promise((resolve) => setTimeout(resolve, 4))) {
    const due = Math.min(count, ((performance.now() - start) / 1000) * perSecond);
    for (; added < due; added++) {
      const p = document.createElement('p');
      const from = (added * 7) % (words.length - 8);
      const name = added % 100 === 50 ? ` ${names[added % names.length]}` : '';
      p.textContent = `${words.slice(from, from + 8).join(' ')}${name}`;
      box.append(p);
    }
  }
}

/** Runs in the page; self-contained. As a framework does that renders everything anew. */
function putInAgain(): void {
  for (const section of document.querySelectorAll('section')) section.replaceWith(section.cloneNode(true));
}
