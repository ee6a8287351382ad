/**
 * What the cards of NSO Group and L3Harris choose to say for an article of 28 June 2022, when their talks were reported: on
 * the dataset as it is, with every fact dated and sourced.
 */
import { expect, test } from 'vitest';
import { compileCard } from '../../src/compile/compile-cards.ts';
import { compileRelations } from '../../src/compile/compile-relations.ts';
import { dataFolder } from '../../src/compile/paths.ts';
import { readEntities } from '../../src/compile/read-entities.ts';
import { changesShown } from '../../src/card/constants.ts';
import { thenAndNow, type Change } from '../../src/dataset/then-and-now.ts';

const { entities } = readEntities(dataFolder);
const byId = new Map(entities.map((entity) => [entity.id, entity]));
const relations = compileRelations(entities);
const published = { value: '2022-06-28', precision: 'day' } as const;

function cardOf(id: string) {
  const record = compileCard(byId.get(id)!, relations.get(id) ?? [], byId);
  return { record, ...thenAndNow(record, published, '2026-11-21') };
}
const textOf = (change: Change) =>
  `${change.date.value} ${change.kind === 'event' ? change.event.text : `${change.kind}: ${change.listing.list}`}`;

test('NSO Group: listed then; since then the talks ended and the owner changed, both without asking for more', () => {
  const { record, then, since } = cardOf('nso-group');
  expect(then.map(({ listing, state }) => [listing.list, listing.dates.effective?.value, state])).toEqual([
    ['Entity List', '2021-11-04', 'in-force'],
  ]);
  const [first, second] = since.map(textOf);
  expect(first).toMatch(/^2025-10 .*control/);
  expect(second).toMatch(/^2022-07-10 .*talks between L3Harris and NSO.*ended/);
  const [listing] = record.listings;
  expect(listing!.does).toMatch(/licen[cs]e/);
  expect(listing!.doesNot).toMatch(/does not freeze assets.*buying/);
});

test('L3Harris: its own part in the talks, that it was on no list then, and that China listed it later', () => {
  const { record, then, since, around } = cardOf('l3harris');
  expect(record.standing).toBe('listed');
  expect(then).toEqual([]);
  expect(textOf(since[0]!)).toMatch(/^2022-07-10 .*talks.*ended, L3Harris having told the US government/);
  expect(since.map(textOf)).toContain('2025-01-02 listed: Chinese export control list');
  expect(around.map(textOf)).toEqual([expect.stringMatching(/^2022-06 .*in talks to buy .*NSO Group/)]);
});

test.each(['nso-group', 'l3harris'])('%s: each change shown has a date and a source that the card knows', (id) => {
  const { record, since } = cardOf(id);
  const known = new Set(record.sources.map((source) => source.id));
  expect(since.length).toBeGreaterThan(changesShown);
  for (const change of since.slice(0, changesShown)) {
    expect(change.date.value).toMatch(/^\d{4}/);
    expect(change.sources.length).toBeGreaterThan(0);
    expect(change.sources.filter((source) => !known.has(source))).toEqual([]);
  }
});
