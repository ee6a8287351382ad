/** Changing settings from a screen, and saying so where the browser does not store the change. */
import { useCallback, useState } from 'preact/hooks';
import type { Settings } from '../settings/settings.ts';
import { t } from './translate.ts';
import type { SettingsStore } from './use-settings.ts';

/** Resolves to whether the change was kept; never rejects. */
export type Change = (update: (settings: Settings) => Partial<Settings>) => Promise<boolean>;

/**
 * `failures` counts those since the last change that was kept, so that each draws the screen again: a box that was
 * ticked in vain must show what holds.
 */
export function useChange(store: Pick<SettingsStore, 'changeSettings'>): {
  change: Change;
  /** The same for anything else that is to be stored. */
  attempt: (work: () => Promise<unknown>) => Promise<boolean>;
  failures: number;
} {
  const [failures, setFailures] = useState(0);
  const attempt = useCallback(async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch {
      setFailures((count) => count + 1);
      return false;
    }
    setFailures(0);
    return true;
  }, []);
  const change = useCallback<Change>(
    (update) => attempt(() => store.changeSettings(update)),
    [store, attempt],
  );
  return { change, attempt, failures };
}

/** Storage is full, or broken. */
export function NotKept({ failures }: { failures: number }) {
  return (
    <div role="alert" class="not-kept">
      {failures > 0 && <p class="notice">{t('settings.not_kept')}</p>}
    </div>
  );
}

/** In the place of all that could be chosen. */
export function Unreadable() {
  return (
    <p role="alert" class="notice">
      {t('settings.unreadable')}
    </p>
  );
}
