/** What Sidelight holds itself to, as `bench --check` judges it: figures of rows, with the most that each may be. */
import type { BrowserName } from '../browser/find-browser.ts';

export interface Target {
  browser: BrowserName;
  page: number | string;
  /** Any, where it is left out. */
  density?: number | undefined;
  names?: number | undefined;
  way: string;
  /** `ratio`, `ms` or one of the row's figures. */
  figure: string;
  atMost: number;
  /** A miss counts beyond `atMost` times this. */
  noise: number;
}

/** Ratios of processor time, taken in one run, differ by this much between runs on a busy machine. */
const ofRatio = 1.15;
/** Figures by the clock differ by as much as the machine has other work. */
const ofClock = 1.5;
/** What is counted does not differ. */
const exact = 1;

type Short = Omit<Target, 'browser' | 'noise'>;
const both = (targets: readonly Short[], noise: number): Target[] =>
  (['chromium', 'firefox'] as const).flatMap((browser) =>
    targets.map((each) => ({ ...each, browser, noise })),
  );
const inChromium = (targets: readonly Short[], noise: number): Target[] =>
  targets.map((each) => ({ ...each, browser: 'chromium', noise }));

const wholeJob = (
  browser: BrowserName,
  rows: readonly (readonly [page: number, density: number, atMost: number])[],
) =>
  rows.map(([page, density, atMost]): Target => {
    return { browser, page, density, names: 2000, way: 'sidelight', figure: 'ratio', atMost, noise: ofRatio };
  });

const shapes = [2000, 20_000, 100_000].flatMap((page) => [0, 0.1, 1].map((density) => ({ page, density })));

export const targets: readonly Target[] = [
  ...wholeJob('chromium', [
    [100_000, 0, 0.45],
    [100_000, 0.1, 0.65],
    [20_000, 0.1, 0.75],
    [20_000, 1, 1.25],
    [2000, 0.1, 1.2],
  ]),
  ...wholeJob('firefox', [
    [100_000, 0, 0.5],
    [100_000, 0.1, 0.85],
    [20_000, 0.1, 0.9],
    [20_000, 1, 1.5],
  ]),
  ...both(
    shapes.map((shape) => ({ ...shape, way: 'sidelight', figure: 'differing', atMost: 0 })),
    exact,
  ),
  ...inChromium(
    shapes.map((shape) => ({ ...shape, way: 'sidelight', figure: 'layouts', atMost: 0 })),
    exact,
  ),
  ...both(
    [
      { page: 20_000, names: 20_000, way: 'sidelight, names', figure: 'timesOfFewest', atMost: 2 },
      { page: 20_000, names: 200_000, way: 'sidelight, names', figure: 'timesOfFewest', atMost: 6 },
      { page: 2000, way: 'storm', figure: 'ratio', atMost: 0.75 },
    ],
    ofRatio,
  ),
  ...both(
    [
      { page: 2000, way: 'storm', figure: 'differing', atMost: 0 },
      { page: 20_000, way: 'same text again', figure: 'lost', atMost: 0 },
    ],
    exact,
  ),
  ...inChromium(
    [
      ...[0, 0.1, 1].map((density) => {
        return { page: 100_000, density, way: 'observed', figure: 'longestSliceMs', atMost: 8 };
      }),
      { page: 'small page', way: 'start', figure: 'ms', atMost: 3 },
    ],
    ofRatio,
  ),
  ...inChromium(
    [
      { page: 100_000, way: 'observed', figure: 'layoutShift', atMost: 0 },
      { page: 'small page', way: 'start', figure: 'contentScriptKb', atMost: 60 },
    ],
    exact,
  ),
  ...both([{ page: 100_000, density: 1, way: 'hover', figure: 'ms', atMost: 0.1 }], ofClock),
  ...inChromium(
    [
      ...[0, 0.1, 1].map((density) => {
        return { page: 100_000, density, way: 'observed', figure: 'worstFrameGapMs', atMost: 33.4 };
      }),
      { page: 100_000, density: 1, way: 'observed', figure: 'onScreenMs', atMost: 20 },
      { page: 'article', way: 'card', figure: 'ms', atMost: 20 },
      { page: 'article', way: 'card, background asleep', figure: 'ms', atMost: 20 },
      { page: 'profile', way: 'open', figure: 'ms', atMost: 150 },
      { page: 'directory', way: 'open', figure: 'ms', atMost: 150 },
      { page: 'directory', way: 'search', figure: 'ms', atMost: 16.7 },
    ],
    ofClock,
  ),
];
