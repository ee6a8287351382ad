/** Reads from a Chromium trace how much processor time the functions of some scripts took of a page's main thread. Pure. */

export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: when it began and how long it took by the clock and of the processor, which other programs do not lengthen. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}

export const traceCategories = ['-*', 'devtools.timeline', 'v8.execute'];

const callNames = new Set(['FunctionCall', 'EvaluateScript', 'v8.run', 'v8.callFunction', 'v8.compile']);

export interface Slices {
  totalMs: number;
  longestMs: number;
  count: number;
}

/**
 * Calls inside others of the same scripts count once. `isOurs` gets the script's URL. What a promise sets going has none: where
 * no other script runs (`areAlone`), it counts on threads on which ours have begun.
 */
export function slicesIn(
  events: readonly TraceEvent[],
  isOurs: (url: string) => boolean,
  areAlone = false,
): Slices {
  const calls = events.filter(
    ({ ph, name, args }) => ph === 'X' && callNames.has(name) && isOurs(args?.data?.url ?? ''),
  );
  const begun = new Map<string, number>();
  for (const { pid, tid, ts } of calls)
    begun.set(`${pid}/${tid}`, Math.min(ts, begun.get(`${pid}/${tid}`) ?? Infinity));
  const isAfterOurs = ({ pid, tid, ts }: TraceEvent) => ts >= (begun.get(`${pid}/${tid}`) ?? Infinity);
  const reactions = areAlone
    ? events.filter((event) => event.ph === 'X' && event.name === 'RunMicrotasks' && isAfterOurs(event))
    : [];
  const ours = [...calls, ...reactions].sort(
    (one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0),
  );
  /** Where the last counted call ends, by thread. */
  const ends = new Map<string, number>();
  const slices: Slices = { totalMs: 0, longestMs: 0, count: 0 };
  for (const { pid, tid, ts, dur = 0, tdur = dur } of ours) {
    const thread = `${pid}/${tid}`;
    if (ts < (ends.get(thread) ?? -Infinity)) continue;
    ends.set(thread, ts + dur);
    slices.totalMs += tdur / 1000;
    slices.longestMs = Math.max(slices.longestMs, tdur / 1000);
    slices.count++;
  }
  return slices;
}

export function readTrace(bytes: Uint8Array): TraceEvent[] {
  return (JSON.parse(Buffer.from(bytes).toString()) as { traceEvents: TraceEvent[] }).traceEvents;
}
