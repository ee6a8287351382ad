/** The rule coverage-floors: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { coverageFloors } from '../../../src/compile/rules/coverage-floors.ts';
import { coverage } from '../../../src/compile/coverage.ts';
import { sampleEntity } from '../../unit/compile/sample-entities.ts';
import { placesOf } from './check-rule.ts';

const now = coverage([sampleEntity()]);

it('catches a figure below its floor, one without, and a floor for nothing', () => {
  expect(placesOf(coverageFloors, [{}], { floors: { ...now, events: 2 } })).toEqual(['floors.json events']);
  const rest = Object.fromEntries(Object.entries(now).filter(([key]) => key !== 'events'));
  expect(placesOf(coverageFloors, [{}], { floors: rest })).toEqual(['floors.json events']);
  expect(placesOf(coverageFloors, [{}], { floors: { ...now, beauty: 1 } })).toEqual(['floors.json beauty']);
});

it('lets figures at and above their floors through', () => {
  expect(placesOf(coverageFloors, [{}], { floors: { ...now, sources: 0 } })).toEqual([]);
});
