/** The import as a program, in a copy of the code with data of its own: what was given another id does not come back. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { rootFolder } from '../../../src/commands/paths.ts';
import { sampleDossier } from '../compile/sample-entities.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const entities = join(folder, 'data/entities');
const dossiers = join(folder, 'dossier');

function runImport() {
  const file = join(folder, 'src/commands/data-import.ts');
  return spawnSync(process.execPath, [file, dossiers, '--read-by', '2026-11-21'], { encoding: 'utf8' });
}

it('takes a dossier into the entity that has its id now, and nothing twice', () => {
  cpSync(join(rootFolder, 'src'), join(folder, 'src'), { recursive: true });
  cpSync(join(rootFolder, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(rootFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  mkdirSync(dossiers);
  mkdirSync(entities, { recursive: true });
  writeFileSync(join(folder, 'data/moved.json'), '{}');
  writeFileSync(join(dossiers, 'acme-optics.json'), JSON.stringify(sampleDossier()));
  expect(runImport().stdout).toContain('1 dossier entities read, 1 files written.');

  const [old, now] = ['acme-optics', 'acme-vision'].map((id) => join(entities, `${id}.json`)) as [string, string]; // prettier-ignore
  renameSync(old, now);
  writeFileSync(now, readFileSync(now, 'utf8').replace('"id": "acme-optics"', '"id": "acme-vision"'));
  writeFileSync(join(folder, 'data/moved.json'), '{ "acme-optics": "acme-vision" }');
  expect(runImport().stdout).toBe('1 dossier entities read, 0 files written.\n');
  expect(readdirSync(entities)).toEqual(['acme-vision.json']);

  const [event] = sampleDossier().events;
  const events = [...sampleDossier().events, { ...event!, date: '2024-01-05', text: 'Acme Optics reported a breach.' }]; // prettier-ignore
  writeFileSync(join(dossiers, 'acme-optics.json'), JSON.stringify(sampleDossier({ events })));
  expect(runImport().stdout).toContain('1 files written.');
  expect(readdirSync(entities)).toEqual(['acme-vision.json']);
  expect(readFileSync(now, 'utf8')).toContain('Acme Optics reported a breach.');
  expect(runImport().stdout).toBe('1 dossier entities read, 0 files written.\n');
});
