/** The settings in a screen: read once, followed, changed, and theme and colours kept on the document. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Settings } from '../settings/settings.ts';
import { applyLooks } from './screen.ts';

/** The store (`src/settings/store.ts`) as screens are given it. */
export interface SettingsStore {
  readSettings(): Promise<Settings>;
  changeSettings(update: (settings: Settings) => Partial<Settings>): Promise<Settings>;
  onSettingsChange(listener: (settings: Settings) => void, signal?: AbortSignal): void;
}

/** Undefined until the settings have been read, null where the browser cannot read them. */
export function useSettings(store: SettingsStore): Settings | null | undefined {
  const [settings, setSettings] = useState<Settings | null>();
  // Before anything is painted, for the reader's theme and colours.
  useLayoutEffect(() => {
    const leave = new AbortController();
    store.onSettingsChange(setSettings, leave.signal);
    store.readSettings().then(setSettings, () => setSettings(null));
    return () => leave.abort('over');
  }, [store]);
  useLayoutEffect(() => {
    if (settings) applyLooks(document.documentElement, settings);
  }, [settings]);
  return settings;
}
