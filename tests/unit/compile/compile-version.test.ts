/** The version of the data: the same from the same facts, another as soon as a reader would be told something else. */
import { expect, it } from 'vitest';
import { compileDataset, type MovedIds } from '../../../src/compile/compile-dataset.ts';
import { dataFolder } from '../../../src/compile/paths.ts';
import { readContext } from '../../../src/compile/read-context.ts';
import { readSoundEntities } from '../../../src/compile/read-entities.ts';
import type { DatasetVersion } from '../../../src/dataset/records.ts';
import type { Entity } from '../../../src/dataset/entity.ts';
import { sampleEntity, sampleSource } from './sample-entities.ts';

const context = readContext(dataFolder);
const versionText = (entities: readonly Entity[], moved: MovedIds = {}) =>
  compileDataset(entities, moved, context, []).get('version.json') ?? '';
const versionOf = (...args: Parameters<typeof versionText>) =>
  JSON.parse(versionText(...args)) as DatasetVersion;
const sample = versionOf([sampleEntity()]);

it('begins with the newest day on which a source was read, and counts the entities', () => {
  const entity = sampleEntity({
    sources: [sampleSource('s1', { readBy: '2026-01-02' }), sampleSource('s2', { readBy: '2026-03-04' })],
  });
  expect(versionOf([entity])).toEqual({
    version: expect.stringMatching(/^2026-03-04-[0-9a-f]{12}$/) as string,
    entities: 1,
  });
});

it('is the same bytes from two runs over the whole dataset, in whatever order', () => {
  const entities = readSoundEntities(dataFolder);
  const first = versionText(entities);
  expect(versionText(readSoundEntities(dataFolder).toReversed())).toBe(first);
  expect(JSON.parse(first)).toMatchObject({ entities: entities.length });
});

it('changes with a fact and with a redirect', () => {
  expect(
    versionOf([sampleEntity({ summary: 'Maker of other cameras, sold to other cities.' })]).version,
  ).not.toBe(sample.version);
  expect(versionOf([sampleEntity()], { 'old-id': 'acme-optics' }).version).not.toBe(sample.version);
});
