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
const real = readSoundEntities(dataFolder);
const citationLines = (id: string) => {
  const entity = real.find((each) => each.id === id)!;
  return citationText(compileProfile(entity, [], new Map())).split('\n');
};

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
  const byId = new Map(real.map((entity) => [entity.id, entity]));
  const relations = compileRelations(real);
  const problems = real.flatMap((entity) => {
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

it('calls each date of a listing what it is: the months until a removal are not those of being removed', () => {
  expect(citationLines('sandvine')[1]).toMatch(
    /; 89 FR 14403; in effect since 27 February 2024 · removed 23 October 2024$/,
  );
  expect(citationLines('kochava')[0]).toMatch(/^Kochava: A government listing is proposed;/);
  expect(citationLines('kochava')[1]).toMatch(/; proposed 4 May 2026$/);
});

it('names the day of a designation that came before the limits', () => {
  expect(citationLines('cloudwalk')).toContainEqual(
    expect.stringMatching(
      /^– NS-CMIC List; .*; designated 16 December 2021 · in effect since 14 February 2022$/,
    ),
  );
});
