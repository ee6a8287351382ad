/** Settings as a file to keep, and reading such a file back with every value checked. Pure. */
import { isObject } from '../dataset/is-object.ts';
import { defaultSettings, type Settings } from '../settings/settings.ts';
import { fromStored, toStored } from '../settings/stored.ts';

const mark = 'sidelight-settings';

/** JSON of what differs from the defaults. */
export function exportSettings(settings: Settings): string {
  return `${JSON.stringify({ file: mark, ...toStored(undefined, settings) }, null, 2)}\n`;
}

export interface ImportedSettings {
  settings: Settings;
  /** Fields of the file that could not be used as they are; they read as defaults, lists without their bad items. */
  unusable: (keyof Settings)[];
}

/** Far more levels than settings have. How many of them can be written out again differs from one engine to the next. */
const deepest = 20;

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((one) => isWithin(one, levels - 1));
}

/** Null where the text is no settings file of ours. */
export function importSettings(text: string): ImportedSettings | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(raw) || raw.file !== mark || !isWithin(raw, deepest)) return null;
  const settings = fromStored(raw);
  const keys = Object.keys(defaultSettings) as (keyof Settings)[];
  const isUsed = (key: keyof Settings) => {
    const [written, read] = [raw[key], settings[key]];
    if (JSON.stringify(written) === JSON.stringify(read)) return true;
    // Of a list only whole items are left out; in those that stay, an id that was given up is the one of now.
    return Array.isArray(written) && Array.isArray(read) && written.length === read.length;
  };
  return { settings, unusable: keys.filter((key) => Object.hasOwn(raw, key) && !isUsed(key)) };
}
