/** A processor profile of Sidelight's whole job on one generated page, for DevTools, and its busiest functions in words. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Protocol } from 'puppeteer-core';
import { inputOf } from './generate-index.ts';
import { generateNames, generatePage } from './generate-page.ts';
import type { Shape } from './measure-pages.ts';
import { openWorld } from './world.ts';

/** Microseconds between two samples. */
const sampleUs = 100;

/** Chromium only. Writes `file`, which DevTools (Performance, Load profile) reads; returns lines for a person. */
export async function takeProfile(shape: Shape, file: string): Promise<string[]> {
  const input = inputOf(generateNames(2000));
  const world = await openWorld('chromium');
  try {
    world.serve('/', generatePage({ ...shape, names: input.names }));
    const page = await world.open('/', input);
    const devtools = page.devtools!;
    await devtools.send('Profiler.enable');
    await devtools.send('Profiler.setSamplingInterval', { interval: sampleUs });
    await devtools.send('Profiler.start');
    await page.run('sidelight');
    const { profile } = await devtools.send('Profiler.stop');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(profile));
    return busiestFunctions(profile, 25);
  } finally {
    await world.close();
  }
}

/** Own time by function, most first. Pure. */
export function busiestFunctions(profile: Protocol.Profiler.Profile, count: number): string[] {
  const names = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, lineNumber } }) => [
      id,
      `${functionName || '(nameless)'}${lineNumber >= 0 ? `:${lineNumber + 1}` : ''}`,
    ]),
  );
  const ownUs = new Map<string, number>();
  profile.samples?.forEach((id, k) => {
    const name = names.get(id) ?? String(id);
    ownUs.set(name, (ownUs.get(name) ?? 0) + (profile.timeDeltas?.[k] ?? 0));
  });
  const isWork = (name: string) => !name.startsWith('(idle)');
  const busy = [...ownUs].filter(([name]) => isWork(name)).sort((one, other) => other[1] - one[1]);
  const total = busy.reduce((sum, [, us]) => sum + us, 0);
  return busy
    .slice(0, count)
    .map(
      ([name, us]) =>
        `${(us / 1000).toFixed(1).padStart(8)} ms ${((us / total) * 100).toFixed(0).padStart(4)} %  ${name.slice(0, 90)}`,
    );
}
