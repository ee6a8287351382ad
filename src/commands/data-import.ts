/** `npm run data:import -- DIR [--read-by YYYY-MM-DD]`: takes a research dossier into data/entities and says in words what it did. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { dossierEntitySchema, type DossierEntity } from '../compile/dossier.ts';
import { importEntity } from '../compile/import-dossier.ts';
import { readLedger, writeLedger } from '../compile/import-ledger.ts';
import { dataFolder } from '../compile/paths.ts';
import { readSoundEntities } from '../compile/read-entities.ts';
import { readMoved } from '../compile/read-moved.ts';
import { writeEntity } from '../compile/write-entity.ts';
import type { EntityKind } from '../dataset/vocabulary.ts';
import { readDay } from './option-values.ts';
import { UsageError } from './usage-error.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'read-by': { type: 'string' } },
});
const [given, ...others] = positionals;
if (!given || others.length > 0)
  throw new UsageError(
    'usage: npm run data:import -- DIR [--read-by YYYY-MM-DD]   (DIR holds <id>.json files, or entities/<id>.json)',
  );
const folder = existsSync(path.join(given, 'entities')) ? path.join(given, 'entities') : given;
const readBy = readDay('read-by', values['read-by'] ?? new Date().toISOString().slice(0, 10));
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
if (files.length === 0) throw new Error(`${folder} holds no <id>.json`);

const dossiers: DossierEntity[] = [];
let failures = 0;
for (const name of files.sort()) {
  const text = readFileSync(path.join(folder, name), 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    failures += 1;
    console.error(`${name}: not taken in, it is not JSON: ${(error as Error).message}`);
    continue;
  }
  const result = dossierEntitySchema.safeParse(json);
  if (result.success) dossiers.push(result.data);
  else {
    failures += 1;
    console.error(
      `${name}: not taken in, it is not in the dossier's form:\n${z.prettifyError(result.error)}`,
    );
  }
}

mkdirSync(path.join(dataFolder, 'entities'), { recursive: true });
const ours = new Map(readSoundEntities(dataFolder).map((entity) => [entity.id, entity]));
const moved = readMoved(dataFolder);
const kinds = new Map<string, EntityKind>([...dossiers, ...ours.values()].map(({ id, kind }) => [id, kind]));
const ledgerFile = path.join(dataFolder, 'imported.json');
const ledger = readLedger(ledgerFile);
let changed = 0;
for (const dossier of dossiers) {
  try {
    const { entity, taken, messages } = importEntity(
      dossier,
      ours.get(moved[dossier.id] ?? dossier.id),
      ledger.get(dossier.id) ?? new Set(),
      kinds,
      readBy,
    );
    for (const message of messages) console.log(message);
    if (!ours.has(entity.id) || messages.length > 0)
      changed += Number(writeEntity(path.join(dataFolder, 'entities'), entity));
    // Two dossiers may lead to one entity that was merged.
    ours.set(entity.id, entity);
    ledger.set(dossier.id, taken);
  } catch (error) {
    failures += 1;
    console.error(`${dossier.id}: not taken in. ${(error as Error).message}`);
  }
}
writeLedger(ledgerFile, ledger);
console.log(
  `${dossiers.length} dossier entities read, ${changed} files written${failures ? `, ${failures} not taken in` : ''}.`,
);
process.exitCode = failures ? 1 : 0;
