/** Remembers which dossier items were taken in, so that what was corrected or removed here since does not come back. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { formatJson } from './write-entity.ts';

/** Fingerprints of the dossier items taken in, by entity id. */
export type ImportLedger = Map<string, Set<string>>;

const ledgerSchema = z.record(z.string(), z.array(z.string().regex(/^[0-9a-f]{12}$/)));

/** 48 bits of SHA-256 over the item's JSON: a chance clash among 100,000 items has odds of about 1 in 56,000. */
export function fingerprint(item: unknown): string {
  return createHash('sha256').update(JSON.stringify(item)).digest('hex').slice(0, 12);
}

/** Empty when the file does not exist yet. Throws when it is damaged. */
export function readLedger(file: string): ImportLedger {
  if (!existsSync(file)) return new Map();
  const entries = Object.entries(ledgerSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  return new Map(entries.map(([id, prints]) => [id, new Set(prints)]));
}

/** Entities and fingerprints sorted, so that the same ledger always gives the same bytes. */
export function writeLedger(file: string, ledger: ImportLedger): void {
  const sorted = [...ledger]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, prints]) => [id, [...prints].sort()] as const);
  // One line an entity keeps the file short and its diffs readable.
  const lines = sorted.map(([id, prints]) => `  ${JSON.stringify(id)}: ${JSON.stringify(prints)}`);
  const text = lines.length ? `{\n${lines.join(',\n')}\n}\n` : formatJson({});
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
