/** How the whole job grows with the number of names, on one page and in one run; what the matcher takes to start and to keep. */
import type { BrowserName } from '../browser/find-browser.ts';
import { extendNames, inputOf } from './generate-index.ts';
import { generateNames, generatePage } from './generate-page.ts';
import type { WayInput } from './in-page/way.ts';
import { rowOf, type Row, type Run } from './rows.ts';
import { canReadThreads } from './thread-time.ts';
import { openWorld, type World } from './world.ts';

export interface NamesPlan {
  browser: BrowserName;
  /** The first is what the others are compared with; the page holds names of these only. */
  counts: readonly number[];
  runs: number;
  textNodes: number;
  /** Whether start and memory of the matcher and of the lookout are measured too. */
  hasStart: boolean;
  say: (row: Row) => void;
}

const density = 0.1;

export async function measureNames(plan: NamesPlan): Promise<void> {
  const base = generateNames(plan.counts[0]!);
  const inputs = plan.counts.map((count) => inputOf(extendNames(base, count)));
  const world = await openWorld(plan.browser);
  try {
    world.serve('/', generatePage({ textNodes: plan.textNodes, density, names: base }));
    await measureJob(plan, world, inputs);
    if (plan.hasStart) {
      world.serve('/empty', '<!doctype html><title>Empty</title><body>');
      for (const input of inputs) {
        for (const way of ['matcher start', 'lookout start']) await measureStart(plan, world, input, way);
      }
    }
  } finally {
    await world.close();
  }
}

async function measureJob(plan: NamesPlan, world: World, inputs: readonly WayInput[]): Promise<void> {
  const runs = inputs.map((): Run[] => []);
  for (let count = 0; count < plan.runs; count++) {
    const floorMs = (await once(world, '/', inputs[0]!, 'floor')).ms;
    const ofRun = new Map<WayInput, Awaited<ReturnType<typeof once>>>();
    for (const input of count % 2 ? inputs.toReversed() : inputs) {
      ofRun.set(input, await once(world, '/', input, 'sidelight'));
    }
    const firstMs = ofRun.get(inputs[0]!)!.ms;
    inputs.forEach((input, k) => {
      const { ms, found } = ofRun.get(input)!;
      runs[k]!.push({ ms, floorMs, figures: { found, timesOfFewest: ms / firstMs } });
    });
  }
  inputs.forEach((input, k) =>
    plan.say(rowOf(headOf(plan, input, plan.textNodes, 'sidelight, names'), runs[k]!)),
  );
}

async function once(
  world: World,
  path: string,
  input: WayInput,
  way: string,
): Promise<{ ms: number; found: number }> {
  const page = await world.open(path, input);
  const idle = await page.run('nothing');
  const { cpuMs, workMs, found } = await page.run(way);
  await page.close();
  return { ms: cpuMs === null ? workMs : cpuMs - (idle.cpuMs ?? 0), found };
}

async function measureStart(plan: NamesPlan, world: World, input: WayInput, way: string): Promise<void> {
  const runs: Run[] = [];
  for (let count = 0; count < plan.runs; count++) {
    const page = await world.open('/empty', input);
    const idle = await page.run('nothing');
    const before = await page.heapBytes();
    const { cpuMs, workMs } = await page.run(way);
    const after = await page.heapBytes();
    await page.close();
    const ms = cpuMs === null ? workMs : cpuMs - (idle.cpuMs ?? 0);
    const packed = way === 'lookout start' ? input.lookout : input.index;
    runs.push({
      ms,
      floorMs: null,
      figures: {
        packedKb: JSON.stringify(packed).length / 1000,
        ...(before !== null && after !== null && { memoryMb: (after - before) / 1e6 }),
      },
    });
  }
  plan.say(rowOf(headOf(plan, input, 0, way), runs));
}

const headOf = (plan: NamesPlan, input: WayInput, page: number, way: string) => ({
  browser: plan.browser,
  page,
  density,
  names: input.names.length,
  way,
  clock: plan.browser === 'chromium' || canReadThreads() ? ('cpu' as const) : ('wall' as const),
});
