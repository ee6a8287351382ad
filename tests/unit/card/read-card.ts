/** The card of an entity of the dataset, as the extension is given it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCard } from '../../../src/compile/compile-cards.ts';
import type { Entity } from '../../../src/dataset/entity.ts';
import type { CardRecord, RecordRelation } from '../../../src/dataset/records.ts';

export function readCard(id: string, relations: RecordRelation[] = []): CardRecord {
  // happy-dom replaces `URL`, so the path is joined without it.
  const file = join(import.meta.dirname, `../../../data/entities/${id}.json`);
  return compileCard(JSON.parse(readFileSync(file, 'utf8')) as Entity, relations, new Map());
}
