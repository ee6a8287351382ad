/** The rule coverage-floors: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { coverageFloors } from '../../../src/compile/rules/coverage-floors.ts';
import { coverage } from '../../../src/compile/coverage.ts';
import { sampleEntity, sampleSource } from '../../unit/compile/sample-entities.ts';
import { placesOf } from './check-rule.ts';

const now = coverage([sampleEntity()]);

it('catches a figure below its floor, one without, and a floor for nothing', () => {
  expect(placesOf(coverageFloors, [{}], { floors: { ...now, events: 2 } })).toEqual(['floors.json events']);
  const rest = Object.fromEntries(Object.entries(now).filter(([key]) => key !== 'events'));
  expect(placesOf(coverageFloors, [{}], { floors: rest })).toEqual(['floors.json events']);
  expect(placesOf(coverageFloors, [{}], { floors: { ...now, beauty: 1 } })).toEqual(['floors.json beauty']);
});

it('lets figures at and above their floors through', () => {
  const four = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, { id }]));
  const many = coverage(Object.values(four).map(sampleEntity));
  expect(placesOf(coverageFloors, Object.values(four), { floors: { ...many, sources: 3 } })).toEqual([]);
});

it('lets a mean fall by a hair, as one new entity makes it', () => {
  const floors = { ...now, sourcesPerEntity: 1.02 };
  expect(placesOf(coverageFloors, [{}], { floors })).toEqual([]);
  expect(placesOf(coverageFloors, [{}], { floors: { ...now, sourcesPerEntity: 1.03 } })).toEqual(['floors.json sourcesPerEntity']);
});

it('lets the primary share fall by a hair, as one new source makes it', () => {
  const primary = Array.from({ length: 14 }, (_, at) => sampleSource(`s${at + 1}`));
  const withNews = (news: number) => ({
    sources: [...primary, ...Array.from({ length: news }, (_, at) => sampleSource(`s${at + 15}`, { kind: 'news' }))],
  });
  expect(coverage([sampleEntity(withNews(86))]).primaryShare).toBe(0.14);
  const floors = (news: number) => ({ ...coverage([sampleEntity(withNews(news))]), primaryShare: 0.14 });
  expect(placesOf(coverageFloors, [withNews(87)], { floors: floors(87) })).toEqual([]);
  expect(placesOf(coverageFloors, [withNews(89)], { floors: floors(89) })).toEqual(['floors.json primaryShare']);
});

it('catches a floor that was lowered, and one that holds nothing up', () => {
  const committedFloors = { ...now, primaryShare: 2 };
  expect(placesOf(coverageFloors, [{}], { floors: now, committedFloors })).toEqual(['floors.json primaryShare']);
  expect(placesOf(coverageFloors, [{}], { floors: { ...now, sources: 0 } })).toEqual(['floors.json sources']);
});
