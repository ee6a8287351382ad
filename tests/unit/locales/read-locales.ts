/** The texts of assets/locales as the checks compare them: by key, with a message's plural forms together. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// happy-dom replaces `URL`, so the path is joined without it.
const root = join(import.meta.dirname, '../../../');
const pluralForms = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** Several forms where `tn` chooses by number, one otherwise (under the key ''). */
type Message = Map<string, string>;
type Tree = { [key: string]: string | Tree };

export interface Locale {
  /** `pt_BR` for assets/locales/pt_BR.json. */
  name: string;
  /** As Intl wants it: `pt-BR`. */
  tag: string;
  messages: Map<string, Message>;
}

function isPlural(tree: Tree): boolean {
  return 'other' in tree && Object.keys(tree).every((key) => pluralForms.has(key));
}

function flatten(tree: Tree, prefix = ''): [string, Message][] {
  return Object.entries(tree).flatMap(([name, branch]): [string, Message][] => {
    const key = prefix + name;
    if (typeof branch === 'string') return [[key, new Map([['', branch]])]];
    if (isPlural(branch)) return [[key, new Map(Object.entries(branch) as [string, string][])]];
    return flatten(branch, `${key}.`);
  });
}

export function toLocale(name: string, tree: Tree): Locale {
  return { name, tag: name.replace('_', '-'), messages: new Map(flatten(tree)) };
}

/** English first. */
export function readLocales(): [english: Locale, ...others: Locale[]] {
  const names = globSync('*.json', { cwd: `${root}assets/locales` }).map((file) => file.replace('.json', ''));
  const read = (name: string) =>
    toLocale(name, JSON.parse(readFileSync(`${root}assets/locales/${name}.json`, 'utf8')) as Tree);
  return [
    read('en'),
    ...names
      .filter((name) => name !== 'en')
      .sort()
      .map(read),
  ];
}

/** The texts of all files of ours that can ask for a message. */
export function readSources(): string[] {
  return globSync(['{src,entrypoints}/**/*.{ts,tsx}', 'wxt.config.ts'], { cwd: root }).map((file) =>
    readFileSync(root + file, 'utf8'),
  );
}
