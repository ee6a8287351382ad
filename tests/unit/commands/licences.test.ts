/** Every locked package has a licence that is allowed, and the reading of licences tells those that are not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rootFolder } from '../../../src/commands/paths.ts';
import { isAllowed, licencesOf } from '../../../src/commands/supply/licences.ts';

it('the lock file holds no package whose licence is not allowed', () => {
  const { packages, problems } = licencesOf(readFileSync(join(rootFolder, 'package-lock.json'), 'utf8'));
  expect(problems).toEqual([]);
  expect(packages.length).toBeGreaterThan(100);
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND Zlib)', true],
  ['(MIT AND GPL-3.0-or-later)', false],
  ['GPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE', false],
  ['none stated', false],
])('%s is allowed: %s', (expression, allowed) => {
  expect(isAllowed(expression)).toBe(allowed);
});

it('a package without a stated licence is a problem', () => {
  const lock = JSON.stringify({ packages: { '': {}, 'node_modules/a': {}, 'node_modules/a/node_modules/@b/c': { license: 'MIT' } } }); // prettier-ignore
  expect(licencesOf(lock)).toEqual({
    packages: [
      { name: 'a', licence: 'none stated' },
      { name: '@b/c', licence: 'MIT' },
    ],
    problems: ['a: none stated'],
  });
});
