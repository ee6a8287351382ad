/** Every authored file has the one canonical form, so that diffs show facts and scripts do not reorder them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from '../../src/compile/paths.ts';
import { readSoundEntities } from '../../src/compile/read-entities.ts';
import { formatEntity } from '../../src/compile/write-entity.ts';

it('is written as writeEntity writes it', () => {
  const strays = readSoundEntities(dataFolder).filter(
    (entity) => readFileSync(path.join(dataFolder, 'entities', `${entity.id}.json`), 'utf8') !== formatEntity(entity),
  );
  expect(strays.map(({ id }) => id)).toEqual([]);
});

it('has nothing beside entities in its folder', () => {
  expect(readdirSync(path.join(dataFolder, 'entities')).filter((file) => !file.endsWith('.json'))).toEqual([]);
});
