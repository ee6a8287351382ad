/** Conventions of the rules: each is registered under its file's name, described, and tested. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { rules } from '../../../src/compile/rules/registry.ts';

const files = readdirSync(path.resolve(import.meta.dirname, '../../../src/compile/rules'))
  .map((file) => file.replace('.ts', ''))
  .filter((name) => name !== 'rule' && name !== 'registry');

it('holds exactly the rules that have a file', () => {
  expect(rules.map(({ name }) => name).toSorted()).toEqual(files.toSorted());
});

it.each(files)('%s has a test and says what must hold', (name) => {
  expect(existsSync(path.join(import.meta.dirname, `${name}.test.ts`))).toBe(true);
  expect(rules.find((rule) => rule.name === name)?.description.length).toBeGreaterThan(30);
});
