/** Runs the chosen parts of the bench one after another, each in the browsers that can tell what it measures. */
import type { BrowserName } from '../browser/find-browser.ts';
import { measureFollowing } from './measure-following.ts';
import { measureNames } from './measure-names.ts';
import { measurePages } from './measure-pages.ts';
import type { Row } from './rows.ts';

export const sections = ['pages', 'names', 'following'] as const;
export type Section = (typeof sections)[number];

export interface BenchPlan {
  browsers: readonly BrowserName[];
  sections: readonly Section[];
  runs: number;
  pages: readonly number[];
  densities: readonly number[];
  stormSeconds: number;
  hasPeers: boolean;
  say: (row: Row) => void;
}

export async function runBench(plan: BenchPlan): Promise<void> {
  const { say, runs } = plan;
  for (const browser of plan.browsers) {
    const measure: Record<Section, () => Promise<void>> = {
      pages: () => {
        const shapes = plan.pages.flatMap((textNodes) =>
          plan.densities.map((density) => ({ textNodes, density })),
        );
        return measurePages({ browser, shapes, runs, hasPeers: plan.hasPeers, isObserved: true, say });
      },
      names: () => {
        const counts = [2000, 20_000, 200_000];
        return measureNames({ browser, counts, runs, textNodes: 20_000, hasStart: true, say });
      },
      following: () =>
        measureFollowing({ browser, stormSeconds: plan.stormSeconds, runs, hasRerender: true, say }),
    };
    for (const section of plan.sections) await measure[section]();
  }
}
