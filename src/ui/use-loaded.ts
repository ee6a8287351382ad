/** A value that is loaded once per key, with its loading and failed states. */
import { useLayoutEffect, useState } from 'preact/hooks';

export type Loaded<Value> =
  { state: 'loading' } | { state: 'ready'; value: Value } | { state: 'failed'; error: unknown };

/** Loads again when `key` changes; an answer that comes after that is dropped. */
export function useLoaded<Value>(load: () => Promise<Value>, key: unknown): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  // An effect would wait for the empty page to be painted before it begins to load.
  useLayoutEffect(() => {
    let isCurrent = true;
    setLoaded((before) => (before.state === 'loading' ? before : { state: 'loading' }));
    load().then(
      (value) => isCurrent && setLoaded({ state: 'ready', value }),
      (error: unknown) => isCurrent && setLoaded({ state: 'failed', error }),
    );
    return () => {
      isCurrent = false;
    };
    // `load` is a new function at each rendering; what it loads is told by the key.
  }, [key]);
  return loaded;
}
