// @vitest-environment happy-dom
/** The profile page: what it says of one entity or of none, with and without the file that names the version of the data. */
import '../ui/english.ts';
import { h, render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { compileProfile } from '../../../src/compile/compile-profiles.ts';
import { DatasetError } from '../../../src/dataset/load.ts';
import type { DatasetVersion, DirectoryRow } from '../../../src/dataset/records.ts';
import { ProfilePage, type ProfilePlatform } from '../../../src/profile/profile-page.tsx';
import { sampleEntity, sampleListing, sampleSource } from '../compile/sample-entities.ts';

const record = compileProfile(sampleEntity(), [], new Map());
const version = () => Promise.resolve({ version: '2026-11-21-0123456789ab', entities: 1 });
let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

function open(
  loadVersion: () => Promise<DatasetVersion>,
  currentClaim: string | null = 'e1',
  loaded: Partial<Pick<ProfilePlatform, 'id' | 'loadProfile' | 'loadDirectory'>> = {},
) {
  const copy = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  const platform: ProfilePlatform = {
    id: record.id,
    loadProfile: () => Promise.resolve(record),
    loadDirectory: () => Promise.resolve([]),
    loadVersion,
    setTitle: () => undefined,
    copy,
    print: () => undefined,
    currentClaim: () => currentClaim,
    // Never answers: the page is drawn before the settings are read.
    store: {
      readSettings: () => new Promise(() => undefined),
      onSettingsChange: () => undefined,
    } as unknown as ProfilePlatform['store'],
    ...loaded,
  };
  render(h(ProfilePage, { platform }), root);
  return copy;
}

const button = (label: string) =>
  vi.waitUntil(() =>
    [...root.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === label),
  );

it('puts the version into a report of an error', async () => {
  const copy = open(version);
  const report = await button('Report an error');
  await vi.waitFor(() => {
    report.click();
    expect(copy.mock.lastCall?.[0]).toContain('version 2026-11-21-0123456789ab');
  });
  expect(copy.mock.lastCall?.[0]).toContain('acme-optics#e1');
  expect(root.querySelector('textarea')?.value).toBe(copy.mock.lastCall?.[0]);
});

it('shows the whole profile where the version cannot be loaded, and says in a report that it is unknown', async () => {
  const copy = open(() => Promise.reject(new DatasetError('version.json', 'is missing')));
  (await button('Report an error')).click();
  expect(root.textContent).toContain('Acme Optics signed a contract with Example City');
  expect(copy.mock.lastCall?.[0]).toContain('version unknown');
});

it('begins with what is read first; with a claim in its address it is there as a whole at once', async () => {
  const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(1);
  const sections = () => [...root.querySelectorAll('section')].map(({ id }) => id);
  open(version, null);
  await vi.waitFor(() => expect(sections()).toContain('listings'));
  expect(sections()).not.toContain('sources');
  // Preact asks for a frame of its own before it runs the effects.
  await vi.waitFor(() => {
    for (const [callback] of frames.mock.calls.splice(0)) callback(0);
    expect(sections()).toContain('sources');
  });
  render(null, root);
  open(version, 'e1');
  await vi.waitFor(() => expect(sections()).toContain('listings'));
  expect(sections()).toContain('sources');
  frames.mockRestore();
});

async function textOf(change: Parameters<typeof sampleEntity>[0]): Promise<string> {
  render(null, root);
  const loadProfile = () => Promise.resolve(compileProfile(sampleEntity(change), [], new Map()));
  open(version, 'e1', { loadProfile });
  await vi.waitFor(() => expect(root.querySelector('#sources')).not.toBeNull());
  return root.textContent;
}

it('leads from a citation to the act itself, and shows one without an address of its own as text', async () => {
  const linked = () =>
    [...root.querySelectorAll<HTMLAnchorElement>('#listings dd a')].map(({ href }) => href);
  await textOf({ listings: [sampleListing({ citation: '87 FR 12345' })] });
  expect(linked()).toEqual(['https://www.federalregister.gov/citation/87-FR-12345']);
  expect(await textOf({ listings: [sampleListing({ citation: 'UK Sanctions List, CYB0045' })] })).toContain(
    'UK Sanctions List, CYB0045',
  );
  expect(linked()).toEqual([]);
});

it('calls each of its own claims by the id that sources and reports of errors call it by, and one source a source', async () => {
  const events = ['e1', 'e2'].map((id) => ({ ...sampleEntity().events[0]!, id, sources: ['s1'] }));
  events[1]!.sources = ['s1', 's2'];
  const sources = [sampleSource('s1'), sampleSource('s2')];
  const text = await textOf({ events, sources, listings: [sampleListing({})] });
  expect(text).toContain('Claim e1 · Source: ');
  expect(text).toContain('Claim e2 · Sources: ');
  expect(text).toContain('Claim l1 · ');
});

it('says that the file is missing, and offers no way back to itself, where the directory knows the entity', async () => {
  render(null, root);
  const row = { id: record.id, name: record.name, names: [record.name], kind: 'company', country: null, categories: [], standing: 'none', events: 0, sources: 1, authorities: [] } as unknown as DirectoryRow; // prettier-ignore
  const loadDirectory = () => Promise.resolve([row]);
  open(version, null, { loadProfile: () => Promise.resolve(null), loadDirectory });
  await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toContain('is missing'));
  // What went wrong is told in English, whatever the language of the screen.
  expect(root.querySelector('[role=alert] [lang=en]')?.textContent).toContain('is missing');
  expect(root.textContent).not.toContain('No such profile');
  expect(root.querySelector('input')).toBeNull();
});

it('says of a source whether it backs one claim or several', async () => {
  const text = await textOf({
    facts: [{ id: 'f1', text: 'It has 30 employees.', sources: ['s1', 's2'] }],
    sources: [sampleSource('s1'), sampleSource('s2')],
  });
  expect(text).toMatch(/Backs claims (e1, f1|f1, e1)/);
  expect(text).toContain('Backs claim f1');
});

it('tells of a state’s outlet whose it is, beside the claim and in the list, and what that means', async () => {
  const [event] = sampleEntity().events;
  const denial = { text: 'Acme Optics denied it.', sources: ['s2'] };
  const plain = compileProfile(
    sampleEntity({
      events: [{ ...event!, denial }],
      sources: [sampleSource('s1', { publisher: 'TASS', kind: 'news' }), sampleSource('s2')],
    }),
    [],
    new Map(),
  );
  const openWith = async (stateMedia?: string) => {
    render(null, root);
    const sources = plain.sources.map((source) =>
      stateMedia !== undefined && source.id === 's1' ? { ...source, stateMedia } : source,
    );
    open(version, 'e1', { loadProfile: () => Promise.resolve({ ...plain, sources }) });
    await vi.waitFor(() => expect(root.querySelector('#sources')).not.toBeNull());
    return root.textContent;
  };
  const text = await openWith('RU');
  expect(text).toContain(
    'TASS, 10 May 2022 (state media: Russia, News) · Example Gazette, 10 May 2022 (Official',
  );
  expect(text).toContain('TASS · state media: Russia · 10 May 2022 · News · ');
  expect(text).toContain('“State media” is said of');
  expect(await openWith()).not.toMatch(/state media/i);
});

it.each([
  ['acme-optix', true],
  ['zzz-nothing-like-it', false],
])('for the unknown “%s”, offers what is spelt nearly so: %s', async (id, isNear) => {
  const row: DirectoryRow = {
    id: 'acme-optics',
    name: 'Acme Optics',
    kind: 'company',
    names: [],
    country: null,
    categories: [],
    standing: 'none',
    authorities: [],
    events: 0,
    sources: 0,
  };
  open(version, null, {
    id,
    loadProfile: () => Promise.resolve(null),
    loadDirectory: () => Promise.resolve([row]),
  });
  await vi.waitFor(() => expect(root.querySelector('.entity-search')).not.toBeNull());
  expect(root.textContent).toContain(`no profile “${id}”`);
  expect(root.textContent.includes('Perhaps one of these')).toBe(isNear);
  expect(root.querySelectorAll('.results a')).toHaveLength(isNear ? 1 : 0);
  expect(root.textContent.includes('No entry has a name like this')).toBe(!isNear);
});

it('says in its headline how many listings there are now, and tells lines of listings only where they are drawn', async () => {
  const [event] = sampleEntity().events;
  const events = ['2020', '2021', '2022'].map((value) => ({
    ...event!,
    id: `e${value}`,
    date: { value, precision: 'year' as const },
  }));
  const none = await textOf({ events });
  expect(none).toContain('Each dot is an entry below');
  expect(none).not.toContain('Lines are listings');
  const removed = sampleListing({ id: 'l3', status: 'removed' });
  const listings = [sampleListing(), sampleListing({ id: 'l2', list: 'Other List' }), removed];
  const two = await textOf({ events, listings });
  expect(root.querySelector('.standing-line')?.textContent).toBe('Under 2 government listings now');
  expect(two).toContain('Lines are listings');
  await textOf({ events, listings: listings.slice(1) });
  expect(root.querySelector('.standing-line')?.textContent).toBe('Under a government listing now');
});

it('sets the note on dates with the whole sentences, which keep to their own side from right to left', async () => {
  await textOf({ listings: [sampleListing({ dateNote: 'The notice bears two dates.' })] });
  expect(root.querySelector('.statements')?.textContent).toContain('The notice bears two dates.');
});
