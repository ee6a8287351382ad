/** The very matcher that the extension uses, built from the authored data of this tree. */
import { compileNames } from '../compile/compile-names.ts';
import { dataFolder } from '../compile/paths.ts';
import { readContext } from '../compile/read-context.ts';
import { readSoundEntities } from '../compile/read-entities.ts';
import type { Entity } from '../dataset/entity.ts';
import { createMatcher } from '../match/matcher.ts';
import type { Matcher } from '../match/types.ts';

/** Throws when the data breaks its schema. */
export function loadMatcher(): { matcher: Matcher; entities: Entity[] } {
  const entities = readSoundEntities(dataFolder);
  return { matcher: createMatcher(compileNames(entities, readContext(dataFolder))), entities };
}
