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

  it('says so when the redirects are missing', async () => {
    await expect(loadCard(files({}), 'old-name')).rejects.toThrow('moved.json: is missing');
  });
});

describe('loadProfile', () => {
  it('wants what a profile has beyond a card', async () => {
    await expect(loadProfile(files({ 'profiles/new-name.json': card }), 'new-name')).rejects.toThrow(
      DatasetError,
    );
    const profile = { ...card, names: [], unverified: [] };
    expect(await loadProfile(files({ 'profiles/new-name.json': profile }), 'new-name')).toEqual(profile);
  });
});

describe('loadDirectory', () => {
  it('refuses a missing file and a damaged row', async () => {
    await expect(loadDirectory(files({}))).rejects.toThrow('directory.json: is missing');
    await expect(loadDirectory(files({ 'directory.json': [{ id: 'x' }] }))).rejects.toThrow('directory.json');
  });
});

describe('packedJson', () => {
  it('gives null where the browser rejects for a file that is not packed', async () => {
    const fetchJson = packedJson(
      (path) => `extension:/${path}`,
      () => Promise.reject(new TypeError('Failed to fetch')),
    );
    expect(await fetchJson('cards/none.json')).toBeNull();
  });

  it('asks for the address that it is given', async () => {
    const fetchJson = packedJson(
      (path) => `extension:/${path}`,
      (url) => Promise.resolve(new Response(JSON.stringify({ url }))),
    );
    expect(await fetchJson('moved.json')).toEqual({ url: 'extension:/moved.json' });
  });
});

describe('loadVersion', () => {
  it('gives the version of the data', async () => {
    const version = { version: '2026-11-21-0123456789ab', entities: 2 };
    expect(await loadVersion(files({ 'version.json': version }))).toEqual(version);
  });

  it.each([{}, { 'version.json': { version: 7 } }, { 'version.json': [] }])('refuses %j', async (content) => {
    await expect(loadVersion(files(content))).rejects.toThrow(DatasetError);
  });
});
