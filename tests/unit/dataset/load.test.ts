/** Loading compiled records: unknown, moved and damaged ones must each be told apart. */
import { describe, expect, it } from 'vitest';
import {
  DatasetError,
  loadCard,
  loadDirectory,
  loadProfile,
  loadVersion,
  packedJson,
  type FetchJson,
} from '../../../src/dataset/load.ts';

const card = {
  id: 'new-name', name: 'New Name', standing: 'none', review: { state: 'draft' },
  categories: [], facts: [], listings: [], events: [], relations: [], sources: [], foreignSources: {},
}; // prettier-ignore

function files(contents: Record<string, unknown>): FetchJson {
  return (path) => {
    const value = Object.hasOwn(contents, path) ? contents[path] : null;
    return value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
  };
}

describe('loadCard', () => {
  it('gives the card of an id', async () => {
    expect(await loadCard(files({ 'cards/new-name.json': card }), 'new-name')).toEqual(card);
  });

  it('follows an id that has moved', async () => {
    const fetchJson = files({ 'cards/new-name.json': card, 'moved.json': { 'old-name': 'new-name' } });
    expect(await loadCard(fetchJson, 'old-name')).toEqual(card);
  });

  it('gives the card of an id of one word', async () => {
    const one = { ...card, id: 'pegasus' };
    expect(await loadCard(files({ 'cards/pegasus.json': one }), 'pegasus')).toEqual(one);
  });

  it.each(['../directory', 'New', 'new-name/../x', 7])('follows no redirect to %s', async (target) => {
    const asked: string[] = [];
    const fetchJson: FetchJson = (path) => (
      asked.push(path),
      Promise.resolve(path === 'moved.json' ? { 'old-name': target } : null)
    );
    expect(await loadCard(fetchJson, 'old-name')).toBeNull();
    expect(asked).toEqual(['cards/old-name.json', 'moved.json']);
  });

  it('gives null for an id that nobody had', async () => {
    expect(await loadCard(files({ 'moved.json': {} }), 'constructor')).toBeNull();
  });

  it('never turns an id into a path', async () => {
    const asked: string[] = [];
    const fetchJson: FetchJson = (path) => (asked.push(path), Promise.resolve(card));
    expect(await loadCard(fetchJson, '../directory')).toBeNull();
    expect(asked).toEqual([]);
  });

  it.each([
    ['not JSON', new SyntaxError('Unexpected token'), 'is not JSON'],
    ['the record of another entity', { ...card, id: 'other' }, 'does not hold the record of this entity'],
    [
      'a record without its listings',
      { ...card, listings: undefined },
      'does not hold the record of this entity',
    ],
  ])('names the file that holds %s', async (_what, content, message) => {
    const loading = loadCard(files({ 'cards/new-name.json': content }), 'new-name');
    await expect(loading).rejects.toThrow(DatasetError);
    await expect(loading).rejects.toThrow(`cards/new-name.json: ${message}`);
  });

  it.each([
    ...['id', 'name', 'standing', 'review', 'foreignSources'],
    ...['categories', 'facts', 'listings', 'events', 'relations', 'sources'],
  ])('refuses a record without its %s', async (key) => {
    for (const value of [undefined, null, 7]) {
      const loading = loadCard(files({ 'cards/new-name.json': { ...card, [key]: value } }), 'new-name');
      await expect(loading).rejects.toThrow('does not hold the record of this entity');
    }
  });

  it.each([[7], ['card'], [[]]])('refuses %j for a record', async (content) => {
    await expect(loadCard(files({ 'cards/new-name.json': content }), 'new-name')).rejects.toThrow(
      'does not hold the record of this entity',
    );
  });

  it.each([{}, { 'moved.json': [] }, { 'moved.json': 'x' }])(
    'says so when the redirects are missing: %j',
    async (content) => {
      await expect(loadCard(files(content), 'old-name')).rejects.toThrow('moved.json: is missing');
    },
  );
});

describe('loadProfile', () => {
  it('wants what a profile has beyond a card', async () => {
    await expect(loadProfile(files({ 'profiles/new-name.json': card }), 'new-name')).rejects.toThrow(
      DatasetError,
    );
    const profile = { ...card, names: [], unverified: [] };
    for (const key of ['id', 'names', 'unverified'])
      await expect(
        loadProfile(files({ 'profiles/new-name.json': { ...profile, [key]: undefined } }), 'new-name'),
      ).rejects.toThrow(DatasetError);
    expect(await loadProfile(files({ 'profiles/new-name.json': profile }), 'new-name')).toEqual(profile);
  });
});

describe('loadDirectory', () => {
  const row = { id: 'x', name: 'X', categories: [], authorities: [], names: [] };

  it('gives the rows', async () => {
    expect(await loadDirectory(files({ 'directory.json': [row, row] }))).toEqual([row, row]);
    expect(await loadDirectory(files({ 'directory.json': [] }))).toEqual([]);
  });

  it.each(['id', 'name', 'categories', 'authorities', 'names'])(
    'refuses a row without its %s',
    async (key) => {
      const rows = [row, { ...row, [key]: undefined }];
      await expect(loadDirectory(files({ 'directory.json': rows }))).rejects.toThrow(
        'is not a list of entities',
      );
    },
  );

  it.each([[{ rows: [row] }], [[null]], [[7]]])('refuses %j for rows', async (content) => {
    await expect(loadDirectory(files({ 'directory.json': content }))).rejects.toThrow(
      'is not a list of entities',
    );
  });

  it('refuses a missing file', async () => {
    await expect(loadDirectory(files({}))).rejects.toThrow('directory.json: is missing');
  });
});

describe('packedJson', () => {
  it('gives null where the browser rejects for a file that is not packed', async () => {
    const fetchJson = packedJson(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await fetchJson('cards/none.json')).toBeNull();
  });

  it('gives null for an answer that says that there is none', async () => {
    const none = packedJson(() => Promise.resolve(new Response('{}', { status: 404 })));
    expect(await none('cards/none.json')).toBeNull();
  });

  it('asks for the file at the root of the package', async () => {
    const fetchJson = packedJson((url) => Promise.resolve(new Response(JSON.stringify({ url }))));
    expect(await fetchJson('moved.json')).toEqual({ url: '/moved.json' });
  });
});

describe('loadVersion', () => {
  it('gives the version of the data', async () => {
    const version = { version: '2026-11-21-0123456789ab', entities: 2 };
    expect(await loadVersion(files({ 'version.json': version }))).toEqual(version);
  });

  it.each([
    {},
    { 'version.json': { version: 7, entities: 2 } },
    { 'version.json': { version: '2026-11-21-0123456789ab' } },
    { 'version.json': [] },
  ])('refuses %j', async (content) => {
    await expect(loadVersion(files(content))).rejects.toThrow(DatasetError);
  });
});
