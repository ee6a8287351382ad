/** Loads compiled records inside the extension, checks them, and follows ids that have moved. */
import { isObject } from './is-object.ts';
import type { CardRecord, DatasetVersion, DirectoryRow, ProfileRecord } from './records.ts';

/**
 * Gives the parsed JSON of a file of the compiled dataset, by its path below it (`cards/nso-group.json`); null when there
 * is no such file. Rejects when the file is there but is not JSON.
 */
export type FetchJson = (path: string) => Promise<unknown>;

/** A record that should be there and sound, and is not. The message names the file and what is wrong. */
export class DatasetError extends Error {
  override name = 'DatasetError';

  constructor(file: string, message: string, options?: ErrorOptions) {
    super(`${file}: ${message}`, options);
  }
}

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A `FetchJson` over the files packed into the extension, in which the compiled dataset lies at the root. */
export function packedJson(fetchFile: typeof fetch = fetch): FetchJson {
  return async (path) => {
    let text: string;
    try {
      const response = await fetchFile(`/${path}`);
      if (!response.ok) return null;
      text = await response.text();
    } catch {
      // For a packed file that does not exist Chrome rejects the request, and Firefox the reading of its body.
      return null;
    }
    return JSON.parse(text) as unknown;
  };
}

/** The card of an entity, by its id or one it had before. Null for an unknown id; throws `DatasetError` for a damaged file. */
export async function loadCard(fetchJson: FetchJson, id: string): Promise<CardRecord | null> {
  return loadRecord(fetchJson, 'cards', id, isCard);
}

/** The profile of an entity; as `loadCard`. */
export async function loadProfile(fetchJson: FetchJson, id: string): Promise<ProfileRecord | null> {
  return loadRecord(fetchJson, 'profiles', id, isProfile);
}

/** All rows of the directory. Throws `DatasetError` when the file is missing or damaged. */
export async function loadDirectory(fetchJson: FetchJson): Promise<DirectoryRow[]> {
  const file = 'directory.json';
  const rows = await fetchChecked(fetchJson, file);
  if (rows === null) throw new DatasetError(file, 'is missing');
  if (!Array.isArray(rows) || !rows.every(isDirectoryRow))
    throw new DatasetError(file, 'is not a list of entities');
  return rows;
}

/** Which state of the data this is. Throws `DatasetError` when the file is missing or damaged. */
export async function loadVersion(fetchJson: FetchJson): Promise<DatasetVersion> {
  const file = 'version.json';
  const value = await fetchChecked(fetchJson, file);
  if (!isObject(value) || typeof value.version !== 'string' || typeof value.entities !== 'number')
    throw new DatasetError(file, 'is missing or does not name a version');
  return { version: value.version, entities: value.entities };
}

async function loadRecord<T>(
  fetchJson: FetchJson,
  folder: 'cards' | 'profiles',
  id: string,
  isRecord: (value: unknown, id: string) => value is T,
): Promise<T | null> {
  // An id comes from a message or an address: it must not become a path to anywhere else.
  if (!idPattern.test(id)) return null;
  const record = await fetchRecord(fetchJson, `${folder}/${id}.json`, id, isRecord);
  if (record !== null) return record;
  const current = await movedTo(fetchJson, id);
  return current === null ? null : fetchRecord(fetchJson, `${folder}/${current}.json`, current, isRecord);
}

async function fetchRecord<T>(
  fetchJson: FetchJson,
  file: string,
  id: string,
  isRecord: (value: unknown, id: string) => value is T,
): Promise<T | null> {
  const value = await fetchChecked(fetchJson, file);
  if (value !== null && !isRecord(value, id))
    throw new DatasetError(file, 'does not hold the record of this entity');
  return value;
}

/** The id that took the place of `id`, else null. Redirects are never chained: a data rule sees to it. */
async function movedTo(fetchJson: FetchJson, id: string): Promise<string | null> {
  const moved = await fetchChecked(fetchJson, 'moved.json');
  if (!isObject(moved)) throw new DatasetError('moved.json', 'is missing or not an object');
  const target = moved[id];
  return typeof target === 'string' && idPattern.test(target) ? target : null;
}

async function fetchChecked(fetchJson: FetchJson, file: string): Promise<unknown> {
  try {
    return await fetchJson(file);
  } catch (error) {
    throw new DatasetError(file, 'is not JSON', { cause: error });
  }
}

function holdsLists(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return keys.every((key) => Array.isArray(value[key]));
}

const cardLists = ['categories', 'facts', 'listings', 'events', 'relations', 'sources'];

function isCard(value: unknown, id: string): value is CardRecord {
  return (
    isObject(value) &&
    value.id === id &&
    typeof value.name === 'string' &&
    typeof value.standing === 'string' &&
    isObject(value.review) &&
    isObject(value.foreignSources) &&
    holdsLists(value, cardLists)
  );
}

function isProfile(value: unknown, id: string): value is ProfileRecord {
  return (
    isCard(value, id) && holdsLists(value as unknown as Record<string, unknown>, ['names', 'unverified'])
  );
}

function isDirectoryRow(value: unknown): value is DirectoryRow {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.name === 'string' &&
    holdsLists(value, ['categories', 'authorities', 'names'])
  );
}
