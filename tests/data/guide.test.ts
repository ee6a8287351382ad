/** The guide's own example must be an entity that the check takes, or newcomers start with an error. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from '../../src/compile/paths.ts';
import { parseEntity } from '../../src/compile/read-entities.ts';
import { rules } from '../../src/compile/rules/registry.ts';
import { toDataset } from '../../src/compile/rules/rule.ts';
import { nameSchema } from '../../src/dataset/entity.ts';

const guide = readFileSync(path.join(dataFolder, 'README.md'), 'utf8');

const [example = '', listing = '{}'] = [...guide.matchAll(/```json\n(.*?)```/gs)].map((match) => match[1] ?? '');

it.each([
  ['alone', example],
  ['with its listing', JSON.stringify({ ...(JSON.parse(example) as object), listings: [JSON.parse(listing)] })],
])('has an example that breaks no rule, %s', (_how, example) => {
  const { entity, problems } = parseEntity(example, 'entities/acme-optics.json');
  expect(problems).toEqual([]);
  const entityRules = rules.filter(({ name }) => name !== 'coverage-floors');
  expect(entityRules.flatMap((rule) => rule.check(toDataset(entity ? [entity] : [])))).toEqual([]);
});

it('explains every field of a name', () => {
  for (const field of Object.keys(nameSchema.shape).filter((field) => field !== 'text')) {
    expect(guide).toContain(`\`${field}\``);
  }
});
