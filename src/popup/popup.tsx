/** The popup: marking on and off, what the page names, and search over all entities. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { DirectoryRow } from '../dataset/records.ts';
import type { ToPage } from '../messages.ts';
import type { Settings } from '../settings/settings.ts';
import { EntitySearch } from '../ui/entity-search.tsx';
import { Switch } from '../ui/switch.tsx';
import { t } from '../ui/translate.ts';
import { NotKept, Unreadable, useChange, type Change } from '../ui/use-change.tsx';
import { useLoaded, type Loaded } from '../ui/use-loaded.ts';
import { useSettings, type SettingsStore } from '../ui/use-settings.ts';
import { findPage, type FoundPage, type TabsPlatform } from './find-page.ts';
import { PageList } from './page-list.tsx';
import { PageNotice } from './page-notice.tsx';
import { RunsOn } from '../ui/runs-on.tsx';
import { withSite } from './site-rules.ts';

export interface PopupPlatform extends TabsPlatform {
  store: SettingsStore;
  loadDirectory(): Promise<DirectoryRow[]>;
  /** Whether the browser lets us read the pages of all sites. */
  hasAccess(): Promise<boolean>;
  sendToPage(tab: number, message: Exclude<ToPage, { type: 'page-state' }>): Promise<boolean>;
  /** Calls `listener` with a tab's id whenever its page names other entities than before, or it loads another page. */
  onPageChange(listener: (tab: number) => void, signal: AbortSignal): void;
}

/** While a page is being loaded or read. */
const askAgainMs = 250;

interface PageFollowed {
  /** Undefined while the page has not answered yet, or is still being loaded; null when there is none. */
  found: FoundPage | null | undefined;
  /** Asks the page again. */
  refresh: () => Promise<void>;
}

function useFoundPage(platform: PopupPlatform, settings: Settings | null | undefined): PageFollowed {
  const [answer, setAnswer] = useState<{ found: PageFollowed['found'] } | null>(null);
  const tab = useRef<number | null>(null);
  const asked = useRef(0);
  const answered = useRef(0);
  const refresh = useCallback(async () => {
    const question = ++asked.current;
    const page = await findPage(platform);
    // A page that counts long may answer after a newer question: that is known better already.
    if (question < answered.current) return;
    answered.current = question;
    tab.current = page?.tab ?? null;
    setAnswer({ found: page });
  }, [platform]);
  useEffect(() => {
    const leave = new AbortController();
    platform.onPageChange((changed) => {
      if (tab.current === null || changed === tab.current) void refresh();
    }, leave.signal);
    return () => leave.abort('over');
  }, [platform, refresh]);
  // A page follows changed settings by itself; ask again for what it then says.
  useEffect(() => void refresh(), [refresh, settings]);
  // Nothing is told when a page was read to its end without a name, or listens before it is loaded to its end.
  useEffect(() => {
    if (!answer || (answer.found !== undefined && !answer.found?.state.isReading)) return undefined;
    const timer = setTimeout(() => void refresh(), askAgainMs);
    return () => clearTimeout(timer);
  }, [refresh, answer]);
  return { found: answer?.found, refresh };
}

export function Popup({ platform }: { platform: PopupPlatform }) {
  const settings = useSettings(platform.store);
  const { found, refresh } = useFoundPage(platform, settings);
  const directory = useLoaded(platform.loadDirectory, 'directory');
  const { change, failures } = useChange(platform.store);
  if (settings === undefined) return null;
  const site = found?.state.site;
  return (
    <>
      <header class="popup-head">
        <h1>{t('popup.title')}</h1>
        {settings ? (
          <>
            <Switch isOn={settings.enabled} onToggle={(enabled) => void change(() => ({ enabled }))}>
              {t('settings.everywhere')}
            </Switch>
            {site && (
              <Switch
                isOn={!settings.sitesOff.includes(site)}
                disabled={!settings.enabled}
                onToggle={(isOn) => void change((newest) => withSite(newest, site, isOn))}
              >
                {t('popup.this_site')} <strong class="site">{site}</strong>
              </Switch>
            )}
            {settings.enabled && (
              <RunsOn value={settings.runsOn} onChange={(runsOn) => void change(() => ({ runsOn }))} />
            )}
          </>
        ) : (
          <Unreadable />
        )}
        <NotKept failures={failures} />
      </header>
      <main>
        {settings && (
          <OnThisPage
            platform={platform}
            found={found}
            refresh={refresh}
            directory={directory}
            change={change}
          />
        )}
        {directory.state === 'failed' && <p class="notice">{t('data_damaged')}</p>}
        {directory.state === 'ready' && <EntitySearch rows={directory.value} limit={8} newTab />}
      </main>
      <footer class="row spread small">
        <a href="/directory.html" target="_blank">
          {t('nav.directory')}
        </a>
        <a href="/options.html" target="_blank">
          {t('nav.options')}
        </a>
      </footer>
    </>
  );
}

interface OnThisPageProps extends PageFollowed {
  platform: PopupPlatform;
  directory: Loaded<DirectoryRow[]>;
  change: Change;
}

/**
 * A button of the notice that was pressed makes way: focus goes to what is said in its place, and on to the first name when names
 * come. Not from where the reader took it meanwhile. Gives what is to be called when such a button is pressed.
 */
function useFocusAfterPress(found: FoundPage | null | undefined): () => void {
  const wasPressed = useRef(false);
  useEffect(() => {
    if (!wasPressed.current || found?.state.marking !== 'on') return;
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('main .go-to, main section.notice')?.focus();
    wasPressed.current = found.state.entities.length === 0;
  }, [found]);
  return () => (wasPressed.current = true);
}

function OnThisPage({ platform, found, refresh, directory, change }: OnThisPageProps) {
  const notePress = useFocusAfterPress(found);
  const access = useLoaded(platform.hasAccess, 'access');
  if (found === undefined || directory.state === 'loading') return <p class="soft">{t('popup.loading')}</p>;
  if (found?.state.marking !== 'on' || found.state.entities.length === 0) {
    // A page that names nobody does not tell that it is marked now.
    const markNow = async () => {
      if (!found) return;
      await platform.sendToPage(found.tab, { type: 'mark-now' });
      await refresh();
    };
    return (
      <PageNotice
        state={found?.state ?? null}
        hasAccess={access.state !== 'ready' || access.value}
        onMarkNow={() => {
          notePress();
          void markNow();
        }}
        onMarkSite={() => {
          notePress();
          void change(({ sitesOn }) =>
            found ? { sitesOn: [...new Set([...sitesOn, found.state.site])] } : {},
          );
        }}
      />
    );
  }
  const rows = directory.state === 'ready' ? directory.value : [];
  return (
    <PageList found={found} rows={rows} send={(message) => void platform.sendToPage(found.tab, message)} />
  );
}
