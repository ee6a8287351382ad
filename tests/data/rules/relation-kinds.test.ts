/** The rule relation-kinds: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { relationKinds } from '../../../src/compile/rules/relation-kinds.ts';
import type { Entity, Relation } from '../../../src/dataset/entity.ts';
import { placesOf } from './check-rule.ts';

const check = (kind: Entity['kind'], type: Relation['type'], otherKind: Entity['kind']) =>
  placesOf(relationKinds, [
    { kind, relations: [{ id: 'r1', type, target: 'other', start: null, end: null, sources: ['s1'] }] },
    { id: 'other', kind: otherKind },
  ]);

it.each([
  ['company', 'officer-of', 'company'],
  ['company', 'maker-of', 'person'],
  ['product', 'founder-of', 'company'],
  ['company', 'applies-to', 'company'],
  ['company', 'subject-to', 'company'],
  ['company', 'founded-by', 'product'],
] as const)('catches a %s that is “%s” a %s', (kind, type, other) => {
  expect(check(kind, type, other)).toContain('acme-optics.json relations.r1.type');
});

it.each([
  ['company', 'maker-of', 'product'],
  ['product', 'made-by', 'company'],
  ['person', 'founder-of', 'company'],
  ['instrument', 'applies-to', 'company'],
  ['company', 'subject-to', 'instrument'],
] as const)('lets a %s that is “%s” a %s through', (kind, type, other) => {
  expect(check(kind, type, other)).toEqual([]);
});
