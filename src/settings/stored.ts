/** The stored form of the settings: only what differs from the defaults, with a version. Pure. */
import * as v from 'valibot';
import movedIds from '../../data/moved.json' with { type: 'json' };
import { isObject } from '../dataset/is-object.ts';
import { settingsSchema, defaultSettings, type Dismissal, type Settings } from './settings.ts';

export const settingsVersion = 1;

/** Ids that were given up, each with the one that took its place. */
const moved = new Map<string, string>(Object.entries(movedIds));

/** What storage holds: `version` and the chosen fields. Fields that this release does not know are kept untouched. */
export type StoredSettings = { version: number } & Record<string, unknown>;

/**
 * Upgrades from older versions, by the version that they start from; each returns the next version's fields.
 * Version 1 is the first: add `1: (fields) => …` together with raising `settingsVersion`.
 */
const migrations: Record<number, (fields: Record<string, unknown>) => Record<string, unknown>> = {};

/** The stored object brought to this version; a newer one stays as it is and is read field by field. */
function migrate(raw: unknown): StoredSettings {
  if (!isObject(raw)) return { version: settingsVersion };
  const { version: found, ...rest } = raw;
  const version = Number.isInteger(found) && (found as number) > 0 ? (found as number) : settingsVersion;
  let fields = rest;
  for (let step = version; step < settingsVersion; step++) fields = migrations[step]?.(fields) ?? fields;
  return { ...fields, version: Math.max(version, settingsVersion) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A list keeps its sound items: one bad entry must not cost the reader the others. */
function readField<Key extends keyof Settings>(key: Key, value: unknown): Settings[Key] | undefined {
  const field = settingsSchema.entries[key];
  const whole = v.safeParse(field, value);
  if (whole.success) return whole.output as Settings[Key];
  if (!Array.isArray(value) || !Array.isArray(defaultSettings[key])) return undefined;
  return value.filter((item) => v.is(field, [item])) as Settings[Key];
}

/** The settings that a stored value stands for; a field that is missing or unsound is the default. Never throws. */
export function fromStored(raw: unknown): Settings {
  const stored = migrate(raw);
  const settings: Settings = structuredClone(defaultSettings);
  const keep = <Key extends keyof Settings>(key: Key) => {
    const value = readField(key, stored[key]);
    if (value !== undefined) settings[key] = value;
  };
  for (const key of Object.keys(defaultSettings) as (keyof Settings)[])
    if (stored[key] !== undefined) keep(key);
  settings.dismissals = settings.dismissals.map(withIdOfNow);
  return settings;
}

/** A choice about an entity whose id was given up since holds for the one that took its place. */
function withIdOfNow(dismissal: Dismissal): Dismissal {
  const entity = moved.get(dismissal.entity);
  return entity === undefined ? dismissal : { ...dismissal, entity };
}

/**
 * What to store so that `before` (as stored) becomes `after`: changed fields are written or, at their default, dropped.
 * Unchanged fields keep their stored form even where this release cannot read it, so that a newer one still can.
 */
export function toStored(before: unknown, after: Settings): StoredSettings {
  const { version, ...fields } = migrate(before);
  const stored = new Map(Object.entries(fields));
  const read = fromStored(before);
  for (const key of Object.keys(defaultSettings) as (keyof Settings)[]) {
    if (isSame(after[key], read[key])) continue;
    if (isSame(after[key], defaultSettings[key])) stored.delete(key);
    else stored.set(key, after[key]);
  }
  return { version, ...Object.fromEntries(stored) };
}
