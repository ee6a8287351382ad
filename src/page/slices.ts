/**
 * Runs long work in short slices, so that input and drawing never wait.
 *
 * Between slices a MessageChannel turn lets the browser handle input and draw, and comes in hidden tabs too, where timers are
 * held back and frames never come. Measured (100,000 text nodes): setTimeout
 * is clamped to 4 ms, requestIdleCallback takes twice the time, `scheduler.yield` alone lets no frame be drawn.
 */
import { sliceMs } from './pacing.ts';

/** `pause` is yielded before a piece of work that takes milliseconds and cannot be split: it begins a slice of its own. */
export type Step = 'pause' | void;

export interface Slices {
  /**
   * Runs the work to its end, after what was queued before. Resolves to the milliseconds that it took, or at once when the
   * signal is aborted.
   */
  run: (work: Iterator<Step>) => Promise<number>;
  /** The same, before what was queued; what is under way waits. */
  runNext: (work: Iterator<Step>) => Promise<number>;
  /** How many slices have begun so far. */
  count: () => number;
}

interface Job {
  work: Iterator<Step>;
  workMs: number;
  resolve: (workMs: number) => void;
}

export function createSlices(signal: AbortSignal, now: () => number): Slices {
  const jobs: Job[] = [];
  const channel = new MessageChannel();
  let isPosted = false;
  let count = 0;

  function post(): void {
    if (isPosted || jobs.length === 0) return;
    isPosted = true;
    channel.port2.postMessage(null);
  }
  function slice(): void {
    isPosted = false;
    const job = jobs[0];
    if (!job || signal.aborted) return;
    const start = now();
    let isDone = false;
    count++;
    try {
      let step;
      do step = job.work.next();
      while (!step.done && step.value !== 'pause' && now() - start < sliceMs);
      isDone = step.done === true;
    } catch (error) {
      // One page's oddity must not stop what comes after it; the error still shows where errors are looked for.
      isDone = true;
      reportError(error);
    }
    job.workMs += now() - start;
    if (isDone) {
      jobs.splice(jobs.indexOf(job), 1);
      job.resolve(job.workMs);
    }
    post();
  }

  channel.port1.onmessage = slice;
  signal.addEventListener('abort', () => {
    channel.port1.close();
    for (const job of jobs.splice(0)) job.resolve(job.workMs);
  });
  const add = (work: Iterator<Step>, put: (job: Job) => void) =>
    new Promise<number>((resolve) => {
      if (signal.aborted) {
        resolve(0);
        return;
      }
      put({ work, workMs: 0, resolve });
      post();
    });
  return {
    run: (work) => add(work, (job) => jobs.push(job)),
    runNext: (work) => add(work, (job) => jobs.unshift(job)),
    count: () => count,
  };
}
