/** Which ties say whose an entity is. */
import type { RelationType } from './vocabulary.ts';

/** To who owns it or took it over. */
export const ownerTypes: ReadonlySet<RelationType> = new Set(['acquired-by', 'owned-by', 'subsidiary-of']);
