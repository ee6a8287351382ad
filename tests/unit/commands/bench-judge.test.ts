/** What the bench says of what it measured: rows from runs, verdicts by targets and ceilings, traces and profiles in words. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  ceilingsSchema,
  judge,
  loweredCeilings,
  raisedCeilings,
  targetsOf,
  type Ceiling,
} from '../../../src/commands/bench/judge.ts';
import { rowOf, toJsonLine, type RowHead, type Run } from '../../../src/commands/bench/rows.ts';
import { slicesIn, type TraceEvent } from '../../../src/commands/bench/read-trace.ts';
import { busiestFunctions } from '../../../src/commands/bench/take-profile.ts';
import { targets, type Target } from '../../../src/commands/bench/targets.ts';

const head: RowHead = {
  browser: 'chromium',
  page: 20_000,
  density: 1,
  names: 2000,
  way: 'sidelight',
  clock: 'cpu',
};
const target: Target = {
  browser: 'chromium',
  page: 20_000,
  density: 1,
  way: 'sidelight',
  figure: 'ratio',
  atMost: 1.25,
  noise: 1.1,
};
const rowWith = (...ratios: number[]) =>
  rowOf(
    head,
    ratios.map((ratio): Run => ({ ms: ratio * 20, floorMs: 20 })),
  );
const stateOf = (...ratios: number[]) => judge([rowWith(...ratios)], [target])[0]!.state;

describe('a row', () => {
  it('takes the median of the ratios of each run, not the ratio of medians', () => {
    const runs = [
      { ms: 10, floorMs: 10 },
      { ms: 40, floorMs: 20 },
      { ms: 90, floorMs: 30 },
    ];
    const row = rowOf(head, runs);
    expect(row.ratio).toBe(2);
    expect(row.ratioSpread).toEqual([1, 3]);
    expect(row.ms).toBe(40);
    expect(row.spread).toEqual([10, 90]);
    expect(row.least).toBe(1);
  });

  it('keeps the worst run of what must never happen, the median of the rest', () => {
    const figures = [0, 3, 0].map((differing, k) => ({ differing, found: 10 + k }));
    const row = rowOf(
      head,
      figures.map((each): Run => ({ ms: 1, floorMs: null, figures: each })),
    );
    expect(row.figures).toEqual({ differing: 3, found: 11 });
    expect(row.ratio).toBeNull();
  });

  it('is one line of JSON with the promised keys', () => {
    const json = JSON.parse(
      toJsonLine(rowOf(head, [{ ms: 25.123456, floorMs: 20, figures: { found: 7 } }])),
    ) as object;
    expect(json).toMatchObject({
      page: 20_000,
      names: 2000,
      way: 'sidelight',
      ms: 25.12,
      ratio: 1.26,
      found: 7,
    });
  });

  it('leaves out a run whose floor was too short to be measured', () => {
    const row = rowOf(head, [
      { ms: 10, floorMs: 0 },
      { ms: 12, floorMs: 4 },
    ]);
    expect(row).toMatchObject({ ratio: 3, ratioSpread: [3, 3], runs: 2 });
    expect(rowOf(head, [{ ms: 10, floorMs: 0 }]).ratio).toBeNull();
  });

  it('needs a run', () => {
    expect(() => rowOf(head, [])).toThrow('no run of sidelight');
  });
});

describe('judging', () => {
  it('tells met, within noise and missed apart', () => {
    expect(stateOf(1.2, 1.2, 1.2)).toBe('met');
    expect(stateOf(1.3, 1.3, 1.3)).toBe('within noise');
    expect(stateOf(1.4, 1.4, 1.4)).toBe('missed');
  });

  it('goes by the quickest runs where the median is worse: others only ever make it slower', () => {
    expect(stateOf(1.2, 5, 5)).toBe('met');
  });

  it('does not take a row for another page, browser, way or number of names', () => {
    for (const other of [
      { page: 2000 },
      { browser: 'firefox' },
      { way: 'floor' },
      { density: 0 },
    ] as Partial<RowHead>[]) {
      const row = rowOf({ ...head, ...other }, [{ ms: 1, floorMs: 1 }]);
      expect(judge([row], [target])[0]!.state, JSON.stringify(other)).toBe('not measured');
    }
    expect(judge([rowWith(1)], [{ ...target, names: 20_000 }])[0]!.state).toBe('not measured');
  });

  it('takes a figure that is missing or no number for not measured, never for met', () => {
    expect(judge([rowWith(1)], [{ ...target, figure: 'onScreenMs' }])[0]!.state).toBe('not measured');
    const row = rowOf(head, [{ ms: 1, floorMs: 1, figures: { onScreenMs: NaN } }]);
    expect(judge([row], [{ ...target, figure: 'onScreenMs' }])[0]!.state).toBe('not measured');
  });

  it('counts the worst of all rows that a target is about', () => {
    const rows = [0, 1].map((density) =>
      rowOf({ ...head, density }, [{ ms: 10 + 90 * density, floorMs: 10 }]),
    );
    const verdict = judge(rows, [{ ...target, density: undefined }])[0]!;
    expect(verdict.value).toBe(10);
    expect(verdict.state).toBe('missed');
  });

  it('names each target once', () => {
    const places = targets.map((each) => JSON.stringify({ ...each, atMost: 0, noise: 1 }));
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('ceilings', () => {
  const ceiling: Ceiling = {
    browser: 'chromium',
    page: 20_000,
    density: 1,
    way: 'sidelight',
    figure: 'ratio',
    measured: 2,
    ceiling: 3,
  };
  const at = (height: number): Ceiling => ({ ...ceiling, ceiling: height });

  it('fail a figure above them, without another margin', () => {
    expect(judge([rowWith(2.99)], targetsOf([ceiling]))[0]!.state).toBe('met');
    expect(judge([rowWith(3.01)], targetsOf([ceiling]))[0]!.state).toBe('missed');
  });

  it('may fall, and neither rise nor vanish', () => {
    expect(raisedCeilings([at(3)], [at(2)])).toEqual([]);
    expect(raisedCeilings([at(3)], [at(3)])).toEqual([]);
    expect(raisedCeilings([at(3)], [at(3.1)])).toEqual([expect.stringContaining('raised from 3 to 3.1')]);
    expect(raisedCeilings([at(3)], [])).toEqual([expect.stringContaining('gone')]);
  });

  it('are lowered to what was measured with a margin, and never lifted by it', () => {
    expect(loweredCeilings([at(3)], [rowWith(1, 1, 1)], 1.5)).toEqual([
      { ...ceiling, measured: 1, ceiling: 1.5 },
    ]);
    expect(loweredCeilings([at(3)], [rowWith(2.5, 2.5, 2.5)], 1.5)).toEqual([at(3)]);
    expect(loweredCeilings([at(3)], [], 1.5)).toEqual([at(3)]);
  });

  it('stand in the committed file, each with room above what was measured', () => {
    const file = new URL('../../../src/commands/bench/short-ceilings.json', import.meta.url);
    const committed = ceilingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(committed.length).toBeGreaterThan(0);
    for (const each of committed) expect(each.ceiling).toBeGreaterThanOrEqual(each.measured);
  });
});

describe('a trace', () => {
  const call = (url: string, ts: number, ms: number, more: Partial<TraceEvent> = {}): TraceEvent => {
    return {
      name: 'FunctionCall',
      ph: 'X',
      pid: 1,
      tid: 1,
      ts,
      dur: ms * 2000,
      tdur: ms * 1000,
      args: { data: { url } },
      ...more,
    };
  };
  const isOurs = (url: string) => url === 'ours.js';

  it('adds up our calls by processor time and finds the longest', () => {
    const events = [call('ours.js', 0, 3), call('theirs.js', 10_000, 50), call('ours.js', 200_000, 5)];
    expect(slicesIn(events, isOurs)).toEqual({ totalMs: 8, longestMs: 5, count: 2 });
  });

  it('counts a call inside another once, and calls of two threads apart', () => {
    const inner = call('ours.js', 1000, 1, { name: 'v8.run' });
    expect(slicesIn([inner, call('ours.js', 0, 4)], isOurs)).toEqual({ totalMs: 4, longestMs: 4, count: 1 });
    const elsewhere = call('ours.js', 1000, 1, { tid: 2 });
    expect(slicesIn([elsewhere, call('ours.js', 0, 4)], isOurs).count).toBe(2);
  });

  it('count what promises set going where nobody else runs, from when ours have begun', () => {
    const reaction = (ts: number): TraceEvent => ({ ...call('', ts, 2), name: 'RunMicrotasks' });
    const events = [reaction(0), call('ours.js', 10, 4), reaction(100), reaction(20_000)];
    expect(slicesIn(events, isOurs).totalMs).toBe(4);
    expect(slicesIn(events, isOurs, true)).toEqual({ totalMs: 6, longestMs: 4, count: 2 });
  });
});

it('a profile in words has the busiest function first and leaves idling out', () => {
  const node = (id: number, functionName: string) => {
    return { id, callFrame: { functionName, lineNumber: id, columnNumber: 0, scriptId: '1', url: '' } };
  };
  const nodes = [node(1, '(idle)'), node(2, 'decide'), node(3, 'places')];
  const profile = {
    nodes,
    startTime: 0,
    endTime: 9,
    samples: [1, 2, 3, 3],
    timeDeltas: [9000, 1000, 1500, 1500],
  };
  expect(busiestFunctions(profile, 9)).toEqual([
    expect.stringMatching(/3\.0 ms\s+75 %\s+places:4/),
    expect.stringMatching(/1\.0 ms\s+25 %\s+decide:3/),
  ]);
});
