/** What `data:diff` compares: the entities that differ from a git revision, as they were and as they are. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changedEntities } from '../../../src/compile/changed-entities.ts';
import { formatEntity } from '../../../src/compile/write-entity.ts';
import { sampleEntity } from './sample-entities.ts';

let folder: string;
const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
const file = (id: string) => path.join(folder, 'entities', `${id}.json`);
const write = (id: string) => writeFileSync(file(id), formatEntity({ ...sampleEntity(), id }));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sidelight-changed-'));
  mkdirSync(path.join(folder, 'entities'));
  for (const id of ['acme-optics', 'other']) write(id);
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--message=one');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('reads nothing when nothing changed', () => {
  expect(changedEntities(folder, 'HEAD')).toEqual({ before: new Map(), after: new Map(), problems: [] });
});

it('has a renamed file under its old id and its new one, known to git or not', () => {
  renameSync(file('acme-optics'), file('acme-vision'));
  write('acme-vision');
  for (const stage of [() => undefined, () => git('add', '.')]) {
    stage();
    const { before, after } = changedEntities(folder, 'HEAD');
    expect([[...before.keys()], [...after.keys()]]).toEqual([['acme-optics'], ['acme-vision']]);
  }
});

it('says which file of the revision is not in the form of today', () => {
  writeFileSync(file('other'), '{}');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--all', '--message=two');
  write('other');
  const { before, after, problems } = changedEntities(folder, 'HEAD');
  expect([[...before.keys()], [...after.keys()]]).toEqual([[], ['other']]);
  expect(problems[0]?.file).toBe('entities/other.json');
});

it('refuses what is no revision in one line', () => {
  expect(() => changedEntities(folder, 'nonsense')).toThrow(/^no such revision: nonsense$/);
  expect(() => changedEntities(folder, '--help')).toThrow(/^no such revision: --help$/);
});
