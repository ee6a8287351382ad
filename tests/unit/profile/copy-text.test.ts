/** What the profile's buttons copy: a report of an error that can be acted on, and entities that other tools load. */
import '../ui/english.ts';
import { expect, it } from 'vitest';
import { compileProfile } from '../../../src/compile/compile-profiles.ts';
import { compileRelations } from '../../../src/compile/compile-relations.ts';
import { dataFolder } from '../../../src/compile/paths.ts';
import { readSoundEntities } from '../../../src/compile/read-entities.ts';
import type { FtmEntity } from '../../../src/dataset/follow-the-money.ts';
import {
  citationText,
  correctionText,
  followTheMoneyText,
  markdownText,
} from '../../../src/profile/copy-text.ts';
import { ftmProblems } from '../compile/export/ftm-problems.ts';
import { sampleEntity, sampleListing } from '../compile/sample-entities.ts';

const sample = compileProfile(sampleEntity(), [], new Map());

it('reports an error with entity, claim and version of the data', () => {
  expect(correctionText(sample, 'e1', '2026-11-21-0123456789ab').split('\n')).toEqual([
    'Correction to the Sidelight profile “Acme Optics” (acme-optics)',
    'Claim (its id, such as e4): acme-optics#e1',
    'What is wrong: ',
    'What it should say: ',
    'Address of a page that shows it: ',
    'Data: version 2026-11-21-0123456789ab, sources read by 21 November 2026',
  ]);
});

it('reports an error without them where they are not known', () => {
  const lines = correctionText(sample, null, null).split('\n');
  expect(lines[1]).toMatch(/: $/);
  expect(lines[5]).toContain('version unknown');
});

it('copies every profile in a form that FollowTheMoney accepts by itself', () => {
  const entities = readSoundEntities(dataFolder);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const relations = compileRelations(entities);
  const problems = entities.flatMap((entity) => {
    const text = followTheMoneyText(compileProfile(entity, relations.get(entity.id) ?? [], byId));
    const lines = text.split('\n').filter(Boolean);
    return ftmProblems(lines.map((line) => JSON.parse(line) as FtmEntity));
  });
  expect(problems).toEqual([]);
});

it('copies nothing for an instrument, which FollowTheMoney has no schema for', () => {
  expect(followTheMoneyText(compileProfile(sampleEntity({ kind: 'instrument' }), [], new Map()))).toBe('');
});

it('does not put the act that listed behind the day of the removal', () => {
  const dates = { ...sampleListing().dates, removed: { value: '2024-10-23', precision: 'day' as const } };
  const listings = [sampleListing({ status: 'removed', dates, citation: '89 FR 14403' })];
  const record = compileProfile(sampleEntity({ listings }), [], new Map());
  for (const text of [citationText(record), markdownText(record)])
    expect(text).toMatch(/89 FR 14403.*23 October 2024/);
});
