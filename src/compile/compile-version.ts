/** Names the state of the data, so that a report of an error or a citation says which one it is about. */
import { createHash } from 'node:crypto';
import type { Entity } from '../dataset/entity.ts';
import type { DatasetVersion } from '../dataset/records.ts';
import { checkedBy } from './compile-cards.ts';

/**
 * The digest is over what readers are shown, the profiles and the redirects: the matcher's own index may change without
 * a change of any fact. `files` are the compiled texts by path, in an order of their own.
 */
export function compileVersion(
  entities: readonly Entity[],
  files: ReadonlyMap<string, string>,
): DatasetVersion {
  const shown = [...files].filter(([file]) => file.startsWith('profiles/') || file === 'moved.json');
  const digest = createHash('sha256');
  for (const [file, text] of shown.sort(([a], [b]) => (a < b ? -1 : 1))) digest.update(`${file}\n${text}`);
  const newest = checkedBy(entities.flatMap(({ sources }) => sources));
  return { version: `${newest}-${digest.digest('hex').slice(0, 12)}`, entities: entities.length };
}
