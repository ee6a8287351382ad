/** What following a page's changes costs: 10,000 new nodes a second, and all of its text put in again unchanged. */
import type { BrowserName } from '../browser/find-browser.ts';
import { inputOf } from './generate-index.ts';
import { generateNames, generatePage } from './generate-page.ts';
import type { WayResult } from './in-page/way.ts';
import { rowOf, type Row, type RowHead, type Run } from './rows.ts';
import { openWorld, type WorldPage } from './world.ts';

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
  const measure = async (rest: Pick<RowHead, 'page' | 'way'>, run: () => Promise<Run>) => {
    const runs: Run[] = [];
    for (let count = 0; count < plan.runs; count++) runs.push(await run());
    plan.say(rowOf({ ...head, ...rest }, runs));
  };
  try {
    for (const textNodes of [stormPage, rerenderPage]) {
      world.serve(`/${textNodes}`, generatePage({ textNodes, density: 0.1, names: input.names }));
    }
    const count = plan.stormSeconds * nodesASecond;
    const names = input.names.slice(0, 97);
    await measure({ page: stormPage, way: 'storm' }, () =>
      runStorm(() => world.open(`/${stormPage}`, input), count, names),
    );
    if (!plan.hasRerender) return;
    await measure({ page: rerenderPage, way: 'same text again' }, async () => {
      const page = await world.open(`/${rerenderPage}`, input);
      const run = await runRerender(page);
      await page.close();
      return run;
    });
  } finally {
    await world.close();
  }
}

/** From the first change until all is read: what our functions took, by processor time where the browser tells it. */
async function follow(
  page: WorldPage,
  begin: string,
  change: () => Promise<void>,
): Promise<{ ms: number; end: WayResult }> {
  await page.run(begin);
  let end: WayResult | undefined;
  const slices = await page.trace(async () => {
    await change();
    end = await page.run('follow end');
  });
  const { workMs, figures } = end!;
  if (!slices) return { ms: workMs, end: end! };
  return { ms: slices.totalMs, end: { ...end!, figures: { ...figures, longestSliceMs: slices.longestMs } } };
}

/** A storm followed by the floor, then one followed by Sidelight, each in a page of its own. */
async function runStorm(
  open: () => Promise<WorldPage>,
  count: number,
  names: readonly string[],
): Promise<Run> {
  const withFloor = await open();
  const floor = await follow(withFloor, 'follow floor begin', () =>
    withFloor.inPage(feed, count, nodesASecond, names),
  );
  await withFloor.close();

  const page = await open();
  const { ms, end } = await follow(page, 'follow begin', () => page.inPage(feed, count, nodesASecond, names));
  const afterwards = await page.run('new text floor');
  const compared = await page.run('new text compared');
  await page.close();
  const characters = afterwards.found;
  const afterwardsMs = page.devtools ? afterwards.cpuMs! : afterwards.workMs;
  return {
    ms,
    floorMs: floor.ms,
    figures: {
      characters,
      nsPerCharacter: (ms / characters) * 1e6,
      floorNsPerCharacter: (floor.ms / characters) * 1e6,
      timesOfReadingAfterwards: ms / afterwardsMs,
      longestSliceMs: end.figures!.longestSliceMs!,
      found: compared.found,
      ...compared.figures,
    },
  };
}

async function runRerender(page: WorldPage): Promise<Run> {
  const { ms, end } = await follow(page, 'follow begin', () => page.inPage(putInAgain));
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
