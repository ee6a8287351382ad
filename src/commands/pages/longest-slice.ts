/** Reads from a Chromium trace how much processor time an extension's content script took of a page's main thread. */

interface TraceEvent {
  name: string;
  ph: string;
  /** Microseconds, by the clock and of the processor: other programs' work counts in the first alone. */
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string; scriptName?: string; stackTrace?: unknown } };
}

/** Calls into the script and the running of the script itself; those inside others of ours do not occur at one time. */
const callNames = new Set(['FunctionCall', 'EvaluateScript', 'v8.run', 'v8.callFunction']);

/** What runs in pages. */
const scripts = new Set(['lookout.js', 'in-page.js', 'card.js']);

/** `origin` is the extension's, with the slash at its end. */
export function longestSlice(trace: Uint8Array, origin: string): { longestMs: number; totalMs: number } {
  const { traceEvents } = JSON.parse(Buffer.from(trace).toString()) as { traceEvents: TraceEvent[] };
  let longest = 0;
  let total = 0;
  for (const { name, ph, dur = 0, tdur = dur, args } of traceEvents) {
    if (ph !== 'X' || !callNames.has(name) || !scripts.has(args?.data?.url?.slice(origin.length) ?? ''))
      continue;
    longest = Math.max(longest, tdur);
    total += tdur;
  }
  return { longestMs: longest / 1000, totalMs: total / 1000 };
}
