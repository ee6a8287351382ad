/** The whole job, the floor, a plain reference and what people would use instead, on generated pages; ways interleaved. */
import type { BrowserName } from '../browser/find-browser.ts';
import { generateNames, generatePage } from './generate-page.ts';
import { inputOf } from './generate-index.ts';
import { median, rowOf, type Row, type Run } from './rows.ts';
import { openWorld, type Measured, type World, type WorldPage } from './world.ts';

export interface Shape {
  textNodes: number;
  /** Mentions per 100 words. */
  density: number;
}

export interface PagesPlan {
  browser: BrowserName;
  shapes: readonly Shape[];
  runs: number;
  /** Whether what people would use instead is measured too, and Sidelight's plain reference alone in a page. */
  hasPeers: boolean;
  /** Whether slices, frames and hovering are looked at too. */
  isObserved: boolean;
  say: (row: Row) => void;
}

const peerNames = ['mark.js', 'findAndReplaceDOMText', 'regex per name'];
/** On larger pages peers take minutes a run. */
const largestPeerPage = 20_000;
const nameCount = 2000;

export async function measurePages(plan: PagesPlan): Promise<void> {
  const input = inputOf(generateNames(nameCount));
  const world = await openWorld(plan.browser);
  try {
    for (const shape of plan.shapes) {
      world.serve(pathOf(shape), generatePage({ ...shape, names: input.names }));
      await measureShape(plan, world, shape, (path) => world.open(path, input));
    }
  } finally {
    await world.close();
  }
}

const pathOf = ({ textNodes, density }: Shape) => `/${textNodes}-${density}`;

/** Ways that follow one another in the same page; `nothing` is what it costs to ask. */
function sessionsOf(plan: PagesPlan, shape: Shape): string[][] {
  const peers = plan.hasPeers && shape.textNodes <= largestPeerPage ? peerNames : [];
  return [
    ['nothing', 'floor'],
    ['nothing', 'sidelight', 'reference'],
    ...(plan.isObserved ? [shape.density >= 1 ? ['observed', 'hover'] : ['observed']] : []),
    ...(plan.hasPeers ? [['nothing', 'reference']] : []),
    ...peers.map((peer) => ['nothing', peer]),
  ];
}

async function measureShape(
  plan: PagesPlan,
  world: World,
  shape: Shape,
  open: (path: string) => ReturnType<World['open']>,
): Promise<void> {
  const sessions = sessionsOf(plan, shape);
  /** Per run and way. */
  const results: Map<string, Measured>[] = [];
  /** What it costs to ask for a way and to wait for its frames: about a millisecond, which counts on a small page. */
  const asking: number[] = [];
  for (let run = 0; run < plan.runs; run++) {
    const ofRun = new Map<string, Measured>();
    results.push(ofRun);
    // There and back: what comes later in a run is not always the same.
    for (const session of run % 2 ? sessions.toReversed() : sessions) {
      const page = await open(pathOf(shape));
      for (const way of session) {
        const result = way === 'observed' ? await observe(page) : await page.run(way);
        if (way === 'nothing') asking.push(result.cpuMs ?? 0);
        // A reference after Sidelight is there to be compared with it.
        ofRun.set(way === 'reference' && session.includes('sidelight') ? 'compared' : way, result);
      }
      await page.close();
    }
  }
  for (const way of results[0]!.keys()) {
    if (way === 'nothing' || way === 'compared') continue;
    // Too short for the other.
    const isByClock = way === 'hover' || (way === 'observed' && plan.browser === 'firefox');
    const askingMs = way === 'observed' ? 0 : median(asking);
    const workOf = (result: Measured, lessMs: number) =>
      result.cpuMs === null ? result.workMs : Math.max(0, result.cpuMs - lessMs);
    const runs = results.map((ofRun): Run => {
      const result = ofRun.get(way)!;
      const floor = ofRun.get('floor')!;
      return {
        ms: isByClock ? result.workMs : workOf(result, askingMs),
        floorMs: isByClock ? floor.workMs : workOf(floor, median(asking)),
        figures: { ...figuresOf(way, result), ...(way === 'sidelight' && ofRun.get('compared')!.figures) },
      };
    });
    const head = {
      browser: plan.browser,
      page: shape.textNodes,
      density: shape.density,
      names: nameCount,
      way,
    };
    plan.say(
      rowOf({ ...head, clock: isByClock || results[0]!.get(way)!.cpuMs === null ? 'wall' : 'cpu' }, runs),
    );
  }
}

/** Slices by processor time, where the browser tells it: a busy machine lengthens them by the clock. */
async function observe(page: WorldPage): Promise<Measured> {
  let result: Measured | undefined;
  const slices = await page.trace(async () => void (result = await page.run('observed')));
  if (!slices) return result!;
  const { workMs, figures } = result!;
  const { longestSliceMs = NaN } = figures!;
  return {
    ...result!,
    cpuMs: slices.totalMs,
    figures: {
      ...figures,
      clockMs: workMs,
      longestSliceByClockMs: longestSliceMs,
      longestSliceMs: slices.longestMs,
    },
  };
}

function figuresOf(
  way: string,
  { workMs, found, figures, layouts, styleRecalcs }: Measured,
): Record<string, number> {
  return {
    ...(way !== 'floor' && way !== 'hover' && { found }),
    ...(way === 'sidelight' && { clockMs: workMs }),
    ...(way === 'sidelight' && layouts !== null && { layouts, styleRecalcs: styleRecalcs ?? 0 }),
    ...figures,
  };
}
