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
} from '../../../src/profile/texts-to-copy.ts';
import { ftmProblems } from '../compile/export/ftm-problems.ts';
import { sampleEntity, sampleListing, sampleRelation, sampleSource } from '../compile/sample-entities.ts';

const sample = compileProfile(sampleEntity(), [], new Map());
const real = readSoundEntities(dataFolder);
const citationLines = (id: string) => {
  const entity = real.find((each) => each.id === id)!;
  return citationText(compileProfile(entity, [], new Map())).split('\n');
};

const citeAs = 'Sidelight, profile “Acme Optics” (acme-optics), sources read by 21 November 2026.';
const day = (value: string) => ({ value, precision: 'day' as const });

/** A company with one of everything, and a city that tells of it in its own file. */
function wholeProfile() {
  const company = sampleEntity({
    headquarters: 'Springfield',
    facts: [{ id: 'f1', text: 'Acme Optics has 40 employees.', sources: ['s2', 's1'] }],
    listings: [
      sampleListing({
        status: 'removed',
        dates: {
          designated: day('2022-05-07'),
          published: day('2022-05-08'),
          effective: day('2022-05-09'),
          removed: day('2024-06-01'),
        },
      }),
    ],
    events: [
      ...sampleEntity().events,
      { id: 'e2', date: null, type: 'other', text: 'Acme Optics moved.', sources: ['s2'] },
    ],
    relations: [
      sampleRelation({ start: day('2020-01-01'), text: 'A pilot' }),
      sampleRelation({ id: 'r2', external: 'Other Town' }),
    ],
    sources: [
      sampleSource('s1'),
      sampleSource('s2', { publisher: 'Court [archive]', title: 'Order', published: null }),
    ],
  });
  const city = sampleEntity({
    id: 'example-city',
    kind: 'state-body',
    name: 'Example City',
    relations: [
      sampleRelation({ type: 'customer-of', external: undefined, target: 'acme-optics', sources: ['s1'] }),
    ],
    sources: [sampleSource('s1', { publisher: 'City Hall', url: 'https://city.example/contracts' })],
  });
  const all = [company, city];
  const byId = new Map(all.map((entity) => [entity.id, entity]));
  return compileProfile(company, compileRelations(all).get(company.id)!, byId);
}

it('copies the whole profile, each claim with the sources that it cites', () => {
  const gazette = '[Example Gazette](<https://example.org/s1>)';
  const court = '[Court archive](<https://example.org/s2>)';
  expect(markdownText(wholeProfile()).split('\n')).toEqual([
    '# Acme Optics',
    '',
    'Company · United States · Springfield',
    '',
    'Maker of cameras that read faces, sold to cities.',
    '',
    '**Was under a government listing**',
    '',
    '## Government listings and orders',
    '',
    [
      '- **Entity List**, US Department of Commerce, Bureau of Industry and Security',
      '(Removed; [87 FR 12345](<https://www.federalregister.gov/citation/87-FR-12345>); Designated: 7 May 2022; Published: 8 May 2022; In effect from: 9 May 2022; Removed: 1 June 2024).',
      'Exporters need a licence to send it items subject to US export rules. It does not freeze assets.',
      `The committee said that it acted against US foreign policy interests. ${gazette}`,
    ].join(' '),
    '',
    '## Key facts',
    '',
    `- Acme Optics has 40 employees. ${court}, ${gazette}`,
    '',
    '## Timeline',
    '',
    `- **9 May 2022**: Acme Optics signed a contract with Example City for 40 cameras. ${gazette}`,
    `- **No date known**: Acme Optics moved. ${court}`,
    '',
    '## Relations',
    '',
    `- Related to: Example City (since 1 January 2020; A pilot) ${gazette}`,
    `- Related to: Other Town ${gazette}`,
    '- Supplied to: Example City [City Hall](<https://city.example/contracts>)',
    '',
    '## Sources',
    '',
    '- Example Gazette: Page s1 (10 May 2022), https://example.org/s1',
    '- Court [archive]: Order (No date known), https://example.org/s2',
    '',
    citeAs,
    '',
  ]);
});

it('copies of a law what it is, without a standing or empty sections', () => {
  const law = compileProfile(sampleEntity({ kind: 'instrument', country: null, events: [] }), [], new Map());
  expect(markdownText(law).split('\n')).toEqual([
    '# Acme Optics',
    '',
    'Law or list',
    '',
    'Maker of cameras that read faces, sold to cities.',
    '',
    '## Sources',
    '',
    '- Example Gazette: Page s1 (10 May 2022), https://example.org/s1',
    '',
    citeAs,
    '',
  ]);
  expect(citationText(law)).toBe(`Acme Optics: Maker of cameras that read faces, sold to cities.\n${citeAs}`);
});

it('copies of a listing only those dates and words that it has', () => {
  const dates = { designated: null, published: null, effective: null, removed: null };
  const one = sampleListing({
    dates,
    citation: null,
    does: 'It freezes assets.',
    doesNot: null,
    reason: null,
  });
  const record = compileProfile(sampleEntity({ listings: [one] }), [], new Map());
  expect(markdownText(record)).toContain(
    '\n- **Entity List**, US Department of Commerce, Bureau of Industry and Security (In force). It freezes assets. [Example Gazette](<https://example.org/s1>)\n',
  );
  expect(citationText(record).split('\n')).toEqual([
    'Acme Optics: Under a government listing now.',
    '– Entity List; US Department of Commerce, Bureau of Industry and Security; start date not in the sources read',
    citeAs,
  ]);
});

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
  expect(citationLines('kochava')[0]).toMatch(/^Kochava: A government listing or order is proposed;/);
  expect(citationLines('kochava')[1]).toMatch(/; proposed 4 May 2026$/);
});

it('calls the day of an order that on which it was made, since it designates nobody', () => {
  expect(citationLines('evolv')[1]).toMatch(/^– FTC stipulated court order; .*; made 5 December 2024$/);
  const evolv = compileProfile(
    real.find(({ id }) => id === 'evolv')!,
    [],
    new Map(),
  );
  expect(markdownText(evolv)).toMatch(/FTC stipulated court order.*; Made: 5 December 2024/);
});

it('names the day of a designation that came before the limits', () => {
  expect(citationLines('cloudwalk')).toContainEqual(
    expect.stringMatching(
      /^– NS-CMIC List; .*; designated 16 December 2021 · in effect since 14 February 2022$/,
    ),
  );
});

it('says of a source that a state’s outlet printed it, beside the claim and in the list', () => {
  const sources = sample.sources.map((source) => ({ ...source, publisher: 'TASS', stateMedia: 'RU' }));
  const text = markdownText({ ...sample, sources });
  expect(text).toContain('[TASS (state media: Russia)](<https://example.org/s1>)');
  expect(text).toContain('- TASS (state media: Russia): Page s1 (10 May 2022), https://example.org/s1');
});
