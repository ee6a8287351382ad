/** Whose outlet printed a source, and that every record which readers get tells it. */
import { describe, expect, it } from 'vitest';
import { compileDataset } from '../../../src/compile/compile-dataset.ts';
import { dataFolder } from '../../../src/compile/paths.ts';
import { readContext } from '../../../src/compile/read-context.ts';
import {
  readStateMedia,
  stateMediaSchema,
  stateOutletOf,
  type StateOutlet,
} from '../../../src/compile/state-media.ts';
import type { CardRecord, ProfileRecord } from '../../../src/dataset/records.ts';
import { sampleEntity, sampleRelation, sampleSource } from './sample-entities.ts';

const outlet: StateOutlet = {
  names: ['Acme News', 'Acme TV+'],
  state: 'RU',
  hosts: ['acme-news.example', 'acme.example.org'],
  why: 'The ministry runs it and tells it what to print.',
  sources: [{ url: 'https://example.org/who', publisher: 'Monitor', readBy: '2026-11-23' }],
};

describe('an outlet', () => {
  it.each([
    ['https://acme-news.example/1', 'Anything'],
    ['https://fr.acme-news.example/1', 'Anything'],
    ['https://acme.example.org/1', 'Anything'],
    ['https://mirror.example/1', 'Acme News'],
    ['https://mirror.example/1', 'Acme TV+ (via Mirror)'],
  ])('is found by %s and “%s”', (url, publisher) => {
    expect(stateOutletOf({ url, publisher }, [outlet])).toBe(outlet);
  });

  it.each([
    ['https://notacme-news.example/1', 'Other'],
    ['https://example.org/acme-news.example', 'Other'],
    ['https://mirror.example/1', 'Acme Newsletter'],
    ['https://mirror.example/1', 'Mirror (on Acme News)'],
  ])('is not found by %s and “%s”', (url, publisher) => {
    expect(stateOutletOf({ url, publisher }, [outlet])).toBeUndefined();
  });
});

it('is told with the source, in card and profile, also where another entity’s file cites it', () => {
  const url = 'https://acme-news.example/s1';
  const relations = [sampleRelation({ type: 'owner-of', external: undefined, target: 'acme-eye' })];
  const files = compileDataset(
    [
      sampleEntity({
        relations,
        sources: [sampleSource('s1', { url, publisher: 'Acme News' }), sampleSource('s2')],
      }),
      sampleEntity({ id: 'acme-eye' }),
    ],
    {},
    readContext(dataFolder),
    [outlet],
  );
  const read = <T>(file: string) => JSON.parse(files.get(file) ?? 'null') as T;
  const { sources } = read<CardRecord>('cards/acme-optics.json');
  expect(sources.map(({ id, stateMedia }) => [id, stateMedia])).toEqual([['s1', 'RU']]);
  const profile = read<ProfileRecord>('profiles/acme-optics.json');
  expect(profile.sources.map(({ id, stateMedia }) => [id, stateMedia])).toEqual([
    ['s1', 'RU'],
    ['s2', undefined],
  ]);
  for (const file of ['cards/acme-eye.json', 'profiles/acme-eye.json'])
    expect(read<CardRecord>(file).foreignSources['acme-optics']?.[0]?.stateMedia).toBe('RU');
});

describe('data/state-media.json', () => {
  const known = readStateMedia(dataFolder);

  it.each([
    ['https://tass.com/world/1', 'RU'],
    ['https://francais.rt.com/international/1', 'RU'],
    ['https://www.globaltimes.cn/page/1', 'CN'],
    ['https://www.trtworld.com/article/1', 'TR'],
    ['https://www.presstv.ir/Detail/1', 'IR'],
  ])('knows %s', (url, state) => {
    expect(stateOutletOf({ url, publisher: '' }, known)?.state).toBe(state);
  });

  // Public broadcasters that the Monitor calls independent, or whose independence the law of the EU demands; private papers.
  it.each([
    'https://www.bbc.co.uk/news/1',
    'https://www.dw.com/en/1',
    'https://www.france24.com/en/1',
    'https://www.rfi.fr/en/1',
    'https://www.voanews.com/a/1.html',
    'https://www.rferl.org/a/1.html',
    'https://tvpworld.com/1',
    'https://www.scmp.com/news/1',
    'https://smart.com/1',
  ])('leaves %s alone', (url) => {
    expect(stateOutletOf({ url, publisher: 'CCTV Buyers Guide' }, known)).toBeUndefined();
  });

  it.each<[string, Partial<StateOutlet>]>([
    ['a host twice', { names: ['Other'], hosts: ['acme-news.example'] }],
    ['a name twice', { names: ['Acme News'], hosts: ['other.example'] }],
    ['no page that shows it', { names: ['Other'], hosts: ['other.example'], sources: [] }],
    ['an address for a host', { names: ['Other'], hosts: ['https://other.example/'] }],
    ['a state by its name', { names: ['Other'], hosts: ['other.example'], state: 'Russia' }],
  ])('may not have %s', (_what, change) => {
    expect(stateMediaSchema.safeParse([outlet]).success).toBe(true);
    expect(stateMediaSchema.safeParse([outlet, { ...outlet, ...change }]).success).toBe(false);
  });
});
