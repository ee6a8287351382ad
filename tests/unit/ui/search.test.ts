/** Search over names: scripts, accents, word starts and order. */
import { expect, test } from 'vitest';
import type { DirectoryRow } from '../../../src/dataset/records.ts';
import {
  buildSearchIndex,
  fold,
  nearestQuery,
  search,
  searchNear,
  searchOrNear,
} from '../../../src/ui/search.ts';

const row = (id: string, name: string, names: string[] = []) => ({ id, name, names }) as DirectoryRow;
const index = buildSearchIndex([
  row('nso-group', 'NSO Group', ['NSO', 'אן-אס-או']),
  row('hikvision', 'Hikvision', ['海康威视', 'Hangzhou Hikvision Digital Technology Co., Ltd.']),
  row('sensor', 'Sensor Works'),
  row('cite', 'Société d’Écoute'),
  row('yadro', 'Ядро', ['Yadro']),
  row('devils-tongue', 'Devil’s Tongue'),
  row('devil-ray', 'Devil Ray'),
  row('huaantai', "Hua'antai"),
]);
const ids = (query: string) => search(index, query).map((hit) => hit.row.id);

test.each([
  ['nso', ['nso-group']],
  ['ensor', ['sensor']],
  ['威视', ['hikvision']],
  ['NSO  gro', ['nso-group']],
  ['societe decoute', ['cite']],
  ['digital hangzhou', ['hikvision']],
  ['海康', ['hikvision']],
  ['ядро', ['yadro']],
  ['אן אס', ['nso-group']],
  ['NSO’s', ['nso-group']],
  ["nso group's", ['nso-group']],
  ['HIKVISION’S digital', ['hikvision']],
  // The apostrophes of other keyboards and of pages that take the letter for it.
  ['NSOʼs', ['nso-group']],
  ['NSO´s', ['nso-group']],
  ['NSO＇s', ['nso-group']],
  ['Devilʼs Tongue', ['devils-tongue']],
  // As it is written comes first: a name may own its apostrophe.
  ["devil's", ['devils-tongue']],
  ["hua'a", ['huaantai']],
  ['', []],
  [' - ', []],
  ['no such name', []],
])('%j finds %j', (query, expected) => expect(ids(query)).toEqual(expected));

test('says which other name was found', () => {
  expect(search(index, 'nso')[0]?.via).toBe('NSO');
  expect(search(index, 'nso group')[0]?.via).toBeNull();
});

test('of names that fit as well the first one counts, which is the display name', () => {
  const [hit] = search(buildSearchIndex([row('ring', 'Ring Alarm', ['Ring Doorbell'])]), 'ring');
  expect(hit?.via).toBeNull();
});

test('the best fit comes first, and those that fit as well by their display names', () => {
  const some = buildSearchIndex([
    row('inside', 'Metadata Networks'),
    row('apart', 'Works on Data'),
    row('words', 'Zeta Data Works'),
    row('words-too', 'Blue Data Works'),
    row('begins', 'Data Worksmith'),
    row('equal', 'Zulu', ['Data Works']),
  ]);
  expect(search(some, 'data works').map((hit) => hit.row.id)).toEqual([
    'equal',
    'begins',
    'words-too',
    'words',
    'apart',
  ]);
});

test.each([
  ['nso grup', 'nso gr'],
  ['hikvison', 'hikvis'],
  ['hikvision xx', 'hikvision'],
  ['hikvxx', 'hikv'],
  ['hikvxxx', null],
  ['NSO-Group', 'nso group'],
  ['nso-zzzzzzzz', null],
  ['zzz', null],
  ['', null],
])('the nearest to %j that finds something is %j', (query, expected) =>
  expect(nearestQuery(index, query)).toBe(expected),
);

test.each([
  ['hikvison', ['hikvision']],
  ['hangzou', ['hikvision']],
  ['Hkivision', ['hikvision']],
  ['NSO Gruop', ['nso-group']],
  ['devils tonge', ['devils-tongue']],
  ['huantai', ['huaantai']],
  ['Ядрo', ['yadro']],
  // Some words of a longer name.
  ['hangzhou hikvison', ['hikvision']],
  ['Hikvision Digitel', ['hikvision']],
  // Three letters are too few for a slip, three slips are too many for a word.
  ['nsp', []],
  ['hikxxxion', []],
  ['nos', []],
  ['London', []],
  ['an ordinary sentence', []],
  ['', []],
])('nearest to %j in letters is %j', (query, expected) =>
  expect(searchNear(index, query).map((hit) => hit.row.id)).toEqual(expected),
);

test('of names that differ in few letters the nearest are found, and by which name', () => {
  const alike = buildSearchIndex([
    row('a', 'Sensors Ltd'),
    row('b', 'Sensora'),
    row('c', 'Zett', ['Censors']),
  ]);
  expect(searchNear(alike, 'sensorz')).toMatchObject([{ row: { id: 'b' }, via: null }]);
  expect(searchNear(alike, 'senors').map(({ row: { id } }) => id)).toEqual(['a']);
  expect(searchNear(alike, 'cemsors')).toMatchObject([{ row: { id: 'c' }, via: 'Censors' }]);
});

test('a nearer name drives out those found before it, and those as near come by their display names, each once', () => {
  const alike = buildSearchIndex([
    row('far', 'Cansars'),
    row('last', 'Zensors', ['Zensors', 'Sensors']),
    row('first', 'Alarm', ['Tensors', 'Densors']),
  ]);
  expect(searchNear(alike, 'mensors').map(({ row: { id }, via }) => [id, via])).toEqual([
    ['first', 'Tensors'],
    ['last', null],
  ]);
});

test('what may have been meant is looked for only where nothing is found', () => {
  const names = (query: string) => {
    const { hits, areNear } = searchOrNear(index, query);
    return [...hits.map((hit) => hit.row.id), areNear];
  };
  expect(names('sensor')).toEqual(['sensor', false]);
  expect(names('sensur')).toEqual(['sensor', true]);
  expect(names('no such name')).toEqual([false]);
});

test('folding keeps letters of all scripts', () =>
  expect(fold('Ł’Été  —  Zero-Days')).toBe('łete zero days'));
