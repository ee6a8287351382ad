/**
 * Tells how long the code of one world holds the main thread: every callback that it gives to the browser is timed. Put in
 * place before that code runs; what is measured beside it must keep the browser's own functions, which are returned.
 */

export interface CallbackClock {
  /** All callbacks together and the longest one, ms, since the start or the last `reset`. */
  totalMs: number;
  longestMs: number;
  /** When the last one ended, by `performance.now()`. */
  lastEndMs: number;
  reset(): void;
  /** The browser's own, untimed. */
  delay(ms: number): Promise<void>;
  /** Times a call that the code is entered by. */
  timed<Result>(run: () => Result): Result;
}

type Callback = (this: unknown, ...args: never[]) => unknown;

/** Covers timers, frames, messages, events and the observers; what continues after an `await` is timed where it was resumed. */
export function clockCallbacks(): CallbackClock {
  const setTimer = globalThis.setTimeout.bind(globalThis);
  let depth = 0;
  const clock: CallbackClock = {
    totalMs: 0,
    longestMs: 0,
    lastEndMs: performance.now(),
    reset: () => Object.assign(clock, { totalMs: 0, longestMs: 0 }),
    delay: (ms) => new Promise((resolve) => setTimer(resolve, ms)),
    timed<Result>(run: () => Result): Result {
      const start = performance.now();
      depth++;
      try {
        return run();
      } finally {
        depth--;
        clock.lastEndMs = performance.now();
        const ms = clock.lastEndMs - start;
        if (depth === 0) {
          clock.totalMs += ms;
          clock.longestMs = Math.max(clock.longestMs, ms);
        }
      }
    },
  };
  const wrapped = (callback: Callback): Callback =>
    function (...args) {
      return clock.timed(() => callback.apply(this, args));
    };

  const world = globalThis as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of ['setTimeout', 'requestAnimationFrame', 'requestIdleCallback']) {
    const original = world[name]!.bind(globalThis);
    world[name] = (callback, ...rest) => original(wrapped(callback as Callback), ...rest);
  }
  const observers = globalThis as unknown as Record<
    string,
    new (callback: Callback, ...rest: never[]) => object
  >;
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver']) {
    const Original = observers[name]!;
    observers[name] = class extends Original {
      constructor(callback: Callback, ...rest: never[]) {
        super(wrapped(callback), ...rest);
      }
    };
  }
  const onmessage = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage')!;
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    ...onmessage,
    set(this: MessagePort, callback: Callback) {
      onmessage.set!.call(this, wrapped(callback));
    },
  });
  return clock;
}
