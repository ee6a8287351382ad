/** The whole compiled dataset as file texts: the same entities always give the same bytes. Pure. */
import type { Entity } from '../dataset/entity.ts';
import { packLookout } from '../match/pack-lookout.ts';
import { compileCard } from './compile-cards.ts';
import { compileDirectory } from './compile-directory.ts';
import { compileNames } from './compile-names.ts';
import { compileProfile } from './compile-profiles.ts';
import { compileRelations } from './compile-relations.ts';
import { compileVersion } from './compile-version.ts';
import type { ContextVocabulary } from './read-context.ts';
import { tellStateMedia, type StateOutlet } from './state-media.ts';

/** Where an id that was given up leads: old id → new id. */
export type MovedIds = Readonly<Record<string, string>>;

/** File texts by path below `data/compiled`. The order of `entities` does not matter; `context` are the general words. */
export function compileDataset(
  entities: readonly Entity[],
  moved: MovedIds,
  context: ContextVocabulary,
  stateMedia: readonly StateOutlet[],
): Map<string, string> {
  const sorted = entities
    .map((entity) => tellStateMedia(entity, stateMedia))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((entity) => [entity.id, entity]));
  const relations = compileRelations(sorted);
  const files = new Map<string, string>();
  // Compiled files are shipped, not read by people: no indentation.
  const add = (file: string, value: unknown) => files.set(file, `${JSON.stringify(value)}\n`);
  const names = compileNames(sorted, context);
  add('names.json', names);
  add('lookout.json', packLookout(names));
  add('directory.json', compileDirectory(sorted));
  add('moved.json', moved);
  for (const entity of sorted) {
    const own = relations.get(entity.id) ?? [];
    add(`cards/${entity.id}.json`, compileCard(entity, own, byId));
    add(`profiles/${entity.id}.json`, compileProfile(entity, own, byId));
  }
  add('version.json', compileVersion(sorted, files));
  return files;
}
