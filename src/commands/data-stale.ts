/** `npm run data:stale [-- ID… --limit N]`: claims by age of their last check, current listings first; data/README.md says what to do. */
import { parseArgs } from 'node:util';
import { dataFolder } from '../compile/paths.ts';
import { readSoundEntities } from '../compile/read-entities.ts';
import { staleClaims } from '../compile/stale-claims.ts';
import { readCount } from './option-values.ts';
import { UsageError } from './usage-error.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string', default: '50' } },
});
const limit = readCount('limit', values.limit);
const all = readSoundEntities(dataFolder);
const unknown = positionals.filter((id) => !all.some((entity) => entity.id === id));
if (unknown.length > 0) throw new UsageError(`no such entity: ${unknown.join(', ')}`);
const entities = positionals.length > 0 ? all.filter(({ id }) => positionals.includes(id)) : all;
const claims = staleClaims(entities, new Date().toISOString().slice(0, 10));
const shown = claims.slice(0, limit);
for (const { entity, claim, ageDays, readBy, text } of shown) {
  console.log(`${String(ageDays).padStart(5)} days  ${readBy}  ${entity} ${claim}: ${text}`);
}
console.error(
  `${shown.length} of ${claims.length} claims${shown.length < claims.length ? '; --limit shows more' : ''}.`,
);
