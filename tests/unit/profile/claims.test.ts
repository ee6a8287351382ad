/** Which sources a claim of a profile has and which claims a source, told apart from those of other entities' files. */
import { expect, it } from 'vitest';
import { compileProfile } from '../../../src/compile/compile-profiles.ts';
import { compileRelations } from '../../../src/compile/compile-relations.ts';
import { sourcesOf } from '../../../src/dataset/claim-sources.ts';
import { citingClaims, relationAnchor, relationsByType } from '../../../src/profile/claims.ts';
import { sampleEntity, sampleListing, sampleRelation, sampleSource } from '../compile/sample-entities.ts';

const company = sampleEntity({
  facts: [{ id: 'f1', text: 'Acme Optics has 40 employees.', sources: ['s2', 's1'] }],
  listings: [sampleListing({ sources: ['s2'] })],
  relations: [
    sampleRelation(),
    sampleRelation({ id: 'r2', type: 'supplied-to' }),
    sampleRelation({ id: 'r3' }),
  ],
  sources: [sampleSource('s1'), sampleSource('s2')],
});
const city = sampleEntity({
  id: 'example-city',
  kind: 'state-body',
  relations: [sampleRelation({ type: 'customer-of', external: undefined, target: 'acme-optics' })],
  sources: [sampleSource('s1', { url: 'https://city.example/contracts' })],
});
const all = [company, city];
const record = compileProfile(
  company,
  compileRelations(all).get(company.id)!,
  new Map(all.map((entity) => [entity.id, entity])),
);
const stated = record.relations.find(({ statedBy }) => statedBy !== undefined)!;
const urlsOf = (claim: { sources: string[]; statedBy?: string }) =>
  sourcesOf(record, claim).map(({ url }) => url);

it('gives a claim the sources that it cites, in its order, of the file that states it', () => {
  expect(urlsOf(record.facts[0]!)).toEqual(['https://example.org/s2', 'https://example.org/s1']);
  expect(urlsOf(stated)).toEqual(['https://city.example/contracts']);
});

it('leaves out what resolves to nothing', () => {
  expect(urlsOf({ sources: ['s9', 's1'] })).toEqual(['https://example.org/s1']);
  expect(urlsOf({ sources: ['s1'], statedBy: 'nobody' })).toEqual([]);
});

it('gives a source the claims of its own file that cite it, in the order of the page', () => {
  expect([...citingClaims(record)]).toEqual([
    ['s2', ['f1', 'l1']],
    ['s1', ['f1', 'e1', 'r1', 'r2', 'r3']],
  ]);
});

it('gives relations of two files places of their own', () => {
  expect([relationAnchor(record.relations[0]!), relationAnchor(stated)]).toEqual(['r1', 'example-city.r1']);
});

it('puts relations of one type together, in the order in which types appear', () => {
  expect(relationsByType(record).map(([type, relations]) => [type, relations.map(relationAnchor)])).toEqual([
    ['related-to', ['r1', 'r3']],
    ['supplied-to', ['r2', 'example-city.r1']],
  ]);
});
