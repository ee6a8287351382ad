/** Runs the chosen parts of the bench one after another, each in the browsers that can tell what it measures. */
import type { BrowserName } from '../browser/find-browser.ts';
import { runCommandFile } from '../run-tool.ts';
import { measureCard } from './measure-card.ts';
import { measureFollowing } from './measure-following.ts';
import { measureNames } from './measure-names.ts';
import { measurePages } from './measure-pages.ts';
import { measureGenerated, measureSaved } from './measure-loads.ts';
import { measureScreens } from './measure-screens.ts';
import { measureStart } from './measure-start.ts';
import type { Row } from './rows.ts';

export const sections = [
  'pages',
  'names',
  'following',
  'built',
  'start',
  'card',
  'screens',
  'saved',
] as const;
export type Section = (typeof sections)[number];

export interface BenchPlan {
  browsers: readonly BrowserName[];
  sections: readonly Section[];
  runs: number;
  pages: readonly number[];
  densities: readonly number[];
  stormSeconds: number;
  hasPeers: boolean;
  /** Where the saved pages are, for the section `saved`. */
  saved: readonly string[];
  /** Whether the extension is built first; what is in `.output` otherwise. */
  isBuilding: boolean;
  say: (row: Row) => void;
  /** For what is no row. */
  tell: (text: string) => void;
}

/** These are of the built extension, and read the trace or the thread's time, which Firefox does not give over WebDriver. */
const chromiumOnly: ReadonlySet<Section> = new Set(['built', 'start', 'card', 'screens', 'saved']);

export async function runBench(plan: BenchPlan): Promise<void> {
  const { say, runs } = plan;
  const shapes = plan.pages.flatMap((textNodes) => plan.densities.map((density) => ({ textNodes, density })));
  if (plan.isBuilding && plan.sections.some((section) => chromiumOnly.has(section))) {
    const { isOk, output } = await runCommandFile('build.ts');
    if (!isOk) throw new Error(output);
  }
  for (const browser of plan.browsers) {
    const measure: Record<Section, () => Promise<void>> = {
      pages: () => measurePages({ browser, shapes, runs, hasPeers: plan.hasPeers, isObserved: true, say }),
      names: () => {
        const counts = [2000, 20_000, 200_000];
        return measureNames({ browser, counts, runs, textNodes: 20_000, hasStart: true, say });
      },
      following: () =>
        measureFollowing({ browser, stormSeconds: plan.stormSeconds, runs, hasRerender: true, say }),
      built: () => measureGenerated(plan, shapes),
      start: () => measureStart({ runs: Math.max(runs, 15), say }),
      card: () => measureCard({ runs: Math.max(runs, 9), say }),
      screens: () => measureScreens({ runs: Math.max(runs, 9), say }),
      saved: () => measureSaved(plan, plan.saved, 30),
    };
    for (const section of plan.sections) {
      if (browser === 'chromium' || !chromiumOnly.has(section)) await measure[section]();
    }
  }
}
