/** The guide's own example must be an entity that the check takes, or newcomers start with an error. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { dataFolder } from '../../src/compile/paths.ts';
import { parseEntity } from '../../src/compile/read-entities.ts';
import { rules } from '../../src/compile/rules/registry.ts';
import { toDataset } from '../../src/compile/rules/rule.ts';
import { entitySchema, nameSchema } from '../../src/dataset/entity.ts';

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

/** The fields of an object's schema and of all objects in it. */
function fieldsOf(schema: unknown): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return fieldsOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element);
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap(fieldsOf);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, inner]) => [name, ...fieldsOf(inner)]);
}

it('names every field of an entity', () => {
  const fields = new Set(fieldsOf(entitySchema));
  expect(fields).toContain('precision');
  expect(fields).toContain('state');
  expect([...fields].filter((field) => !guide.includes(`\`${field}\``) && !guide.includes(`"${field}"`))).toEqual([]);
});

it('explains every field of a name', () => {
  for (const field of Object.keys(nameSchema.shape).filter((field) => field !== 'text')) {
    expect(guide).toContain(`\`${field}\``);
  }
});
