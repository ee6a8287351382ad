/** The dataset as others can take it: JSON with its schema, tables, and FollowTheMoney entities. Pure: same data, same bytes. */
import type { Entity } from '../../dataset/entity.ts';
import { ftmLines } from '../../dataset/follow-the-money.ts';
import type { DatasetVersion } from '../../dataset/records.ts';
import type { MovedIds } from '../compile-dataset.ts';
import { tellStateMedia, type StateOutlet } from '../state-media.ts';
import { formatJson } from '../write-entity.ts';
import { exportFollowTheMoney } from './export-follow-the-money.ts';
import { exportJson, exportSchema } from './export-json.ts';
import { exportReadme } from './export-readme.ts';
import { exportTables } from './export-tables.ts';

/**
 * File texts by path below the export's folder. The order of `entities` does not matter. `licence` is the text of
 * `data/LICENSE.md`. Throws when a relation's target has no entity.
 */
export function exportDataset(
  entities: readonly Entity[],
  moved: MovedIds,
  version: DatasetVersion,
  licence: string,
  stateMedia: readonly StateOutlet[],
): Map<string, string> {
  const sorted = entities.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const told = sorted.map((entity) => tellStateMedia(entity, stateMedia));
  const tables = exportTables(told);
  return new Map([
    ['README.md', exportReadme(version, tables)],
    ['LICENSE.md', licence],
    ['sidelight.json', formatJson(exportJson(told, moved, version))],
    ['sidelight.schema.json', formatJson(exportSchema())],
    ...[...tables].map(([name, { text }]): [string, string] => [`${name}.csv`, text]),
    ['entities.ftm.json', ftmLines(exportFollowTheMoney(sorted))],
  ]);
}
