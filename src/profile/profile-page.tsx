/** The profile page: loads what its address names, and says what to do where that cannot be shown. */
import { useEffect, useMemo } from 'preact/hooks';
import { DatasetError } from '../dataset/load.ts';
import type { DirectoryRow, ProfileRecord } from '../dataset/records.ts';
import { claimInHash } from '../ui/addresses.ts';
import { english } from '../ui/english.tsx';
import { EntitySearch } from '../ui/entity-search.tsx';
import { buildSearchIndex, nearestQuery } from '../ui/search.ts';
import { SiteNav } from '../ui/site-nav.tsx';
import { t } from '../ui/translate.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { useSettings, type SettingsStore } from '../ui/use-settings.ts';
import type { CopyPlatform } from './copy-actions.tsx';
import { Profile } from './profile.tsx';

export interface ProfilePlatform extends CopyPlatform {
  store: SettingsStore;
  /** The id in the address; empty when there is none. */
  id: string;
  /** Null for an id that has no profile; rejects when its file is damaged. */
  loadProfile(id: string): Promise<ProfileRecord | null>;
  loadDirectory(): Promise<DirectoryRow[]>;
  setTitle(title: string): void;
}

export function ProfilePage({ platform }: { platform: ProfilePlatform }) {
  useSettings(platform.store);
  const loaded = useLoaded(() => platform.loadProfile(platform.id), platform.id);
  const record = loaded.state === 'ready' ? loaded.value : null;
  // Kept, so that settings that arrive do not have a long profile rendered again.
  const profile = useMemo(
    () => record && <Profile record={record} platform={platform} />,
    [record, platform],
  );
  useEffect(() => {
    if (!record) return undefined;
    platform.setTitle(t('profile.page_title', { name: record.name }));
    showCurrentClaim();
    addEventListener('hashchange', showCurrentClaim);
    return () => removeEventListener('hashchange', showCurrentClaim);
  }, [platform, record]);
  return (
    <>
      <SiteNav links={['directory']} />
      <main aria-busy={loaded.state === 'loading'}>
        {loaded.state === 'failed' && <Damaged error={loaded.error} />}
        {loaded.state === 'ready' && !record && <Unknown platform={platform} />}
        {profile}
      </main>
    </>
  );
}

/** The page is rendered after loading, too late for the browser to go to the claim in the address by itself. */
function showCurrentClaim(): void {
  for (const shown of document.querySelectorAll('.current-claim')) shown.classList.remove('current-claim');
  const id = claimInHash(location.hash);
  const claim = id ? document.getElementById(id) : null;
  if (!claim) return;
  if (!claim.matches('section')) claim.classList.add('current-claim');
  claim.scrollIntoView({ block: 'start' });
}

function Damaged({ error }: { error: unknown }) {
  return (
    <div class="notice" role="alert">
      <h1>{t('profile.damaged')}</h1>
      <p>{t('profile.damaged_hint')}</p>
      <p class="small soft" {...english}>
        {error instanceof DatasetError ? error.message : String(error)}
      </p>
    </div>
  );
}

function Unknown({ platform }: { platform: ProfilePlatform }) {
  const directory = useLoaded(platform.loadDirectory, 'directory');
  const words = platform.id.replaceAll('-', ' ');
  const near = useMemo(
    () => (directory.state === 'ready' ? nearestQuery(buildSearchIndex(directory.value), words) : null),
    [directory, words],
  );
  // Known, but without its file: to offer it again would lead in a circle.
  if (directory.state === 'ready' && directory.value.some(({ id }) => id === platform.id))
    return <Damaged error={new DatasetError(`profiles/${platform.id}.json`, 'is missing')} />;
  return (
    <div class="unknown">
      <h1>{t('profile.unknown')}</h1>
      <p>
        {platform.id ? t('profile.unknown_id', { id: platform.id }) : t('profile.no_id')}{' '}
        {near && t('search.perhaps')}
      </p>
      {directory.state === 'failed' && <Damaged error={directory.error} />}
      {directory.state === 'ready' && (
        <EntitySearch rows={directory.value} limit={20} initialQuery={near ?? words} />
      )}
    </div>
  );
}
