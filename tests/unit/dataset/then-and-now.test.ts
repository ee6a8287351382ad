/** What the card says about an article's day and the time since, checked against the entities of the articles and on made-up dates. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SourcedDate } from '../../../src/dataset/dates.ts';
import { precisionOf } from '../../../src/dataset/dates.ts';
import type { Entity, EntityEvent, Listing } from '../../../src/dataset/entity.ts';
import { inOrderOfTime, thenAndNow, type Change } from '../../../src/dataset/then-and-now.ts';
import { eventTypes, type EventType, type RelationType } from '../../../src/dataset/vocabulary.ts';

const today = '2026-11-21';
const date = (value: string): SourcedDate => ({ value, precision: precisionOf(value)! });
const readEntity = (id: string) =>
  JSON.parse(readFileSync(new URL(`../../../data/entities/${id}.json`, import.meta.url), 'utf8')) as Entity;
const textOf = (change: Change) =>
  change.kind === 'event' ? change.event.text : `${change.kind} ${change.listing.list}`;

const event = (id: number, value: string | null, type: EventType): EntityEvent => ({
  id: `e${id}`,
  date: value ? date(value) : null,
  type,
  text: `${type} ${value}`,
  sources: ['s1'],
});
const listing = (
  dates: Partial<Record<keyof Listing['dates'], string>>,
  status: Listing['status'] = 'listed',
): Listing => ({
  id: 'l1',
  authority: 'Authority',
  list: 'List',
  status,
  legalName: null,
  dates: {
    designated: dates.designated ? date(dates.designated) : null,
    published: dates.published ? date(dates.published) : null,
    effective: dates.effective ? date(dates.effective) : null,
    removed: dates.removed ? date(dates.removed) : null,
  },
  citation: null,
  does: 'Does.',
  doesNot: null,
  reason: null,
  sources: ['s1'],
});
const sinceOf = (
  events: EntityEvent[],
  published: string,
  listings: Listing[] = [],
  relations: { type: RelationType }[] = [{ type: 'owned-by' }],
) => thenAndNow({ events, listings, relations }, date(published), today).since.map(textOf);

describe.each(['2022-06-14', '2022-06-28'])('an article of %s', (published) => {
  it('finds NSO Group on the Entity List since 4 November 2021', () => {
    const { then } = thenAndNow(readEntity('nso-group'), date(published), today);
    expect(then).toHaveLength(1);
    expect(then[0]).toMatchObject({
      state: 'in-force',
      listing: { list: 'Entity List', citation: '86 FR 60759' },
    });
  });

  it('tells first of NSO Group that its owner changed and that the L3Harris talks ended', () => {
    const [first, second] = thenAndNow(readEntity('nso-group'), date(published), today).since;
    expect(first).toMatchObject({ date: { value: '2025-10' }, event: { type: 'ownership' } });
    expect(second).toMatchObject({ event: { type: 'bid' } });
    expect(textOf(second!)).toMatch(/talks between L3Harris and NSO .*ended/);
  });

  it('tells first of L3Harris that it gave up the talks', () => {
    const { then, since } = thenAndNow(readEntity('l3harris'), date(published), today);
    expect(then).toEqual([]);
    expect(textOf(since[0]!)).toMatch(/talks between L3Harris and NSO Group .*ended/);
    expect(since.map(textOf).join()).not.toMatch(/(was|be) in talks to buy/);
  });

  it('keeps what is only dated to the month of the article apart', () => {
    const { around } = thenAndNow(readEntity('nso-group'), date(published), today);
    expect(around.map(textOf).join()).toContain('in talks to buy NSO technology');
  });
});

describe('the order of time', () => {
  const ordered = (...dates: string[]) =>
    inOrderOfTime(
      thenAndNow(
        { listings: [], relations: [], events: dates.map((each, n) => event(n + 1, each, 'ruling')) },
        null,
        today,
      ).since.toReversed(),
    ).map((change) => change.date.value);

  it('is newest first, whatever is most telling', () => {
    expect(ordered('2023-01-01', '2025-03-04', '2024-02-02')).toEqual([
      '2025-03-04',
      '2024-02-02',
      '2023-01-01',
    ]);
  });

  it('puts a month behind its days and a year behind all in it', () => {
    expect(ordered('2025', '2025-01-01', '2025-01', '2024-12-31', '2025-10', '2025-10-29')).toEqual([
      '2025-10-29',
      '2025-10',
      '2025-01-01',
      '2025-01',
      '2025',
      '2024-12-31',
    ]);
  });

  it('does not depend on the order in which they came', () => {
    const dates = ['2025-10-29', '2025-10', '2025-01-01', '2025', '2024-12-31', '2024'];
    const changes = dates.map((each, n): Change => {
      const one = event(n + 1, each, 'ruling');
      return { kind: 'event', date: date(each), event: one, sources: one.sources };
    });
    for (let first = 0; first < dates.length; first++) {
      const turned = [...changes.slice(first), ...changes.slice(0, first)];
      expect(inOrderOfTime(turned)).toEqual(changes);
      expect(inOrderOfTime(turned.toReversed())).toEqual(changes);
    }
  });

  it('leaves two of one day as they were', () => {
    const events = [event(1, '2025-01-01', 'ruling'), event(2, '2025-01-01', 'contract')];
    const { since } = thenAndNow({ listings: [], relations: [], events }, null, today);
    expect(inOrderOfTime(since)).toEqual(since);
  });
});

describe('the listings on the day', () => {
  it.each([
    ['before it began', listing({ effective: '2022-07-01' }), []],
    ['on its first day', listing({ effective: '2022-06-14' }), ['in-force']],
    [
      'long after it ended',
      listing({ effective: '2020-01-01', removed: '2021-01-01' }, 'removed'),
      ['ended'],
    ],
    ['in the year that is all that is known of its start', listing({ effective: '2022' }), ['unknown']],
    ['when no date is known', listing({}), ['unknown']],
    ['when it was only proposed', listing({ published: '2020-01-01' }, 'proposed'), ['proposed']],
    [
      'when it ended at a time that nobody gives',
      listing({ effective: '2020-01-01' }, 'removed'),
      ['unknown'],
    ],
  ])('%s', (_, one, states) => {
    const { then } = thenAndNow({ events: [], listings: [one], relations: [] }, date('2022-06-14'), today);
    expect(then.map(({ state }) => state)).toEqual(states);
  });

  it('does not decide for an article whose own date is coarser than the listing', () => {
    const one = listing({ effective: '2022-06-14' });
    expect(
      thenAndNow({ events: [], listings: [one], relations: [] }, date('2022-06'), today).then[0]?.state,
    ).toBe('unknown');
  });
});

describe('since then', () => {
  it('tells a bid last once a later change of owner has overtaken it', () => {
    const events = [
      event(1, '2023', 'bid'),
      event(2, '2024-05', 'contract'),
      event(3, '2025-10', 'ownership'),
      event(4, '2026-01', 'bid'),
    ];
    expect(sinceOf(events, '2022-06-28')).toEqual([
      'ownership 2025-10',
      'bid 2026-01',
      'contract 2024-05',
      'bid 2023',
    ]);
  });

  it('puts the day within a month before the month as a whole', () => {
    const events = [event(1, '2025-10', 'ruling'), event(2, '2025-10-29', 'ruling')];
    expect(sinceOf(events, '2022-06-28')).toEqual(['ruling 2025-10-29', 'ruling 2025-10']);
  });

  it('ranks ownership and listings before rulings, and those before contracts', () => {
    const events = [
      event(1, '2025-01-01', 'contract'),
      event(2, '2024-01-01', 'ruling'),
      event(3, '2023-01-01', 'ownership'),
    ];
    expect(sinceOf(events, '2022-06-14', [listing({ effective: '2023-05-05' })])).toEqual([
      'ownership 2023-01-01',
      'listed List',
      'ruling 2024-01-01',
      'contract 2025-01-01',
    ]);
  });

  it('knows for each type of event what is told before it', () => {
    const types = sinceOf(
      eventTypes.map((type, n) => event(n + 1, '2025-01-01', type)),
      '2022-06-14',
    ).map((text) => text.split(' ')[0]);
    // One of each rank, then the second and the third of those that have more; what is of no kind with the second.
    expect(types).toEqual([
      ...['acquisition', 'listing', 'ruling', 'bid', 'rename', 'lawsuit', 'expose', 'contract'],
      ...['ownership', 'delisting', 'settlement', 'closure', 'policy', 'breach', 'export', 'other'],
      'enforcement',
    ]);
  });

  it('tells a bid that a later change of owner has overtaken after everything else', () => {
    const events = [
      event(1, '2025-12', 'bid'),
      event(2, '2025-09-30', 'bid'),
      event(3, '2025-10', 'ownership'),
      event(4, '2023-01', 'ownership'),
      event(5, '2024-05', 'other'),
    ];
    expect(sinceOf(events.slice(1), '2022-06-28')).toEqual([
      'ownership 2025-10',
      'ownership 2023-01',
      'other 2024-05',
      'bid 2025-09-30',
    ]);
    expect(sinceOf(events.slice(0, 3), '2022-06-28')).toEqual([
      'ownership 2025-10',
      'bid 2025-12',
      'bid 2025-09-30',
    ]);
  });

  it('lets no busy kind push out the single change of another', () => {
    const rulings = [1, 2, 3, 4, 5].map((n) => event(n, `2025-0${n}-01`, 'ruling'));
    expect(sinceOf([...rulings, event(9, '2023-01-01', 'bid')], '2022-06-14').slice(0, 3)).toEqual([
      'ruling 2025-05-01',
      'bid 2023-01-01',
      'ruling 2025-04-01',
    ]);
  });

  it('puts what the dataset calls telling before newer events of its kind, and not before other kinds', () => {
    const judgment = { ...event(1, '2025-10-17', 'ruling'), telling: true as const };
    const events = [judgment, event(2, '2026-01-01', 'ruling'), event(3, '2023-03', 'ownership')];
    expect(sinceOf(events, '2022-06-28')).toEqual([
      'ownership 2023-03',
      'ruling 2025-10-17',
      'ruling 2026-01-01',
    ]);
  });

  it('puts the outcome of talks that were open first among bids, not the newest bid', () => {
    const events = [event(1, '2022-06', 'bid'), event(2, '2022-07', 'bid'), event(3, '2025', 'bid')];
    expect(sinceOf(events, '2022-06-14')[0]).toBe('bid 2022-07');
    expect(sinceOf(events.slice(1), '2022-06-14')[0]).toBe('bid 2025');
  });

  it('puts nothing else of the outcome’s day where the outcome stands', () => {
    const events = [
      event(1, '2022-06', 'bid'),
      event(2, '2022-07-10', 'contract'),
      event(3, '2022-07-10', 'bid'),
      event(4, '2023', 'ruling'),
    ];
    expect(sinceOf(events, '2022-06-14')).toEqual(['bid 2022-07-10', 'ruling 2023', 'contract 2022-07-10']);
  });

  it.each([
    ['a year before', [event(1, '2021-06-14', 'bid')], 'bid 2023'],
    ['a day more before', [event(1, '2021-06-13', 'bid')], 'ruling 2022-08'],
    ['as nothing but a lawsuit', [event(1, '2022-06-01', 'lawsuit')], 'ruling 2022-08'],
    ['only afterwards', [event(1, '2022-06-15', 'other')], 'ruling 2022-08'],
  ])('takes talks for open that were reported %s', (_, before, first) => {
    const events = [
      ...before,
      event(2, '2025', 'bid'),
      event(3, '2024', 'bid'),
      event(4, '2023', 'bid'),
      event(5, '2022-08', 'ruling'),
    ];
    expect(sinceOf(events, '2022-06-14')[0]).toBe(first);
  });

  it('tells of two events of the outcome’s day in the order of the record', () => {
    const events = [event(1, '2022-06', 'bid'), event(2, '2022-07-10', 'bid'), event(3, '2022-07-10', 'bid')];
    events[2]!.text = 'a comment on it';
    expect(sinceOf(events, '2022-06-14')).toEqual(['bid 2022-07-10', 'a comment on it']);
  });

  it('tells a listing once, and a removal too', () => {
    const one = listing({ effective: '2023-05-05', removed: '2024-06-06' }, 'removed');
    const events = [
      event(1, '2023-05', 'listing'),
      event(2, '2024-06-06', 'delisting'),
      event(3, '2025-01', 'listing'),
    ];
    expect(sinceOf(events, '2022-06-14', [one])).toEqual(['delisted List', 'listed List', 'listing 2025-01']);
  });

  it('does not call a listing ended of which a part was removed', () => {
    const dates = { designated: '2021-01-01', removed: '2024-03-05' };
    expect(sinceOf([], '2022-06-14', [listing(dates, 'partially-removed')])).toEqual([]);
    expect(sinceOf([], '2022-06-14', [listing(dates, 'removed')])).toEqual(['delisted List']);
  });

  it('keeps an event of a listing’s day that tells of something else, and one of its kind from another day', () => {
    const one = listing({ effective: '2023-05-05', removed: '2024-06-06' }, 'removed');
    const events = [
      event(1, '2023-05-05', 'ruling'),
      event(2, '2024-06-06', 'ruling'),
      event(3, '2023-05-04', 'listing'),
      event(4, '2024-06-07', 'delisting'),
    ];
    expect(sinceOf(events, '2022-06-14', [one]).toSorted()).toEqual([
      'delisted List',
      'delisting 2024-06-07',
      'listed List',
      'listing 2023-05-04',
      'ruling 2023-05-05',
      'ruling 2024-06-06',
    ]);
  });

  it('does not tell a proposal as a listing', () => {
    expect(sinceOf([], '2022-06-14', [listing({ published: '2023-05-05' }, 'proposed')])).toEqual([]);
  });

  it('tells what is dated today', () => {
    expect(sinceOf([event(1, today, 'ruling')], '2022-06-14')).toEqual([`ruling ${today}`]);
  });

  it('says nothing of what may lie before the article, lies in the future, or has no date', () => {
    const events = [
      event(1, '2022', 'ruling'),
      event(2, '2022-06', 'ruling'),
      event(3, '2027', 'ruling'),
      event(4, null, 'ruling'),
    ];
    expect(sinceOf(events, '2022-06-14')).toEqual([]);
  });

  it('keeps an event that tells of a listing with what is said against it', () => {
    const one = listing({ published: '2023-05-05' });
    const denied = { ...event(1, '2023-05-05', 'listing'), contested: true as const, sources: ['s2'] };
    const [change] = thenAndNow(
      { events: [denied], listings: [one], relations: [] },
      date('2022-06-14'),
      today,
    ).since;
    expect(change).toMatchObject({ kind: 'listed', told: { id: 'e1' }, sources: ['s1', 's2'] });
  });

  it('adds nothing to a listing from an event that nobody denies', () => {
    const one = listing({ published: '2023-05-05' });
    const told = { ...event(1, '2023-05-05', 'listing'), sources: ['s2'] };
    const [change] = thenAndNow(
      { events: [told], listings: [one], relations: [] },
      date('2022-06-14'),
      today,
    ).since;
    expect(change).toMatchObject({ kind: 'listed', told: null, sources: ['s1'] });
  });

  it('takes one event of a day for the listing, and a second for another matter', () => {
    const events = [event(1, '2023-05-05', 'listing'), event(2, '2023-05-05', 'listing')];
    events[1]!.text = 'its director was listed';
    const listings = [listing({ published: '2023-05-05' })];
    expect(sinceOf(events, '2022-06-14', listings)).toEqual(['listed List', 'its director was listed']);
  });

  it('tells its own listing before a newer one of its people, and each before what is called telling there', () => {
    const people = { ...event(1, '2025-12-30', 'delisting'), telling: true as const };
    const listings = [listing({ designated: '2024-03-05' })];
    expect(sinceOf([people, event(2, '2024-01-01', 'ruling')], '2022-06-14', listings)).toEqual([
      'listed List',
      'ruling 2024-01-01',
      'delisting 2025-12-30',
    ]);
  });

  it('tells a ban of a part of a country as a policy, beside others of that kind', () => {
    const regional = {
      ...listing({ published: '2023-01-26' }),
      id: 'l2',
      authority: 'State of Texas',
      list: 'Texas',
    };
    const listings = [regional, listing({ published: '2022-10-05' })];
    expect(sinceOf([event(1, '2024-01-01', 'ruling')], '2022-06-14', listings)).toEqual([
      'listed List',
      'ruling 2024-01-01',
      'listed Texas',
    ]);
    const policies = [event(1, '2024-01-01', 'policy'), event(2, '2022-08-01', 'policy')];
    expect(sinceOf(policies, '2022-06-14', [regional])).toEqual([
      'policy 2024-01-01',
      'listed Texas',
      'policy 2022-08-01',
    ]);
  });

  it.each(['acquired-by', 'owned-by', 'subsidiary-of'] as const)(
    'takes an acquisition for a change of owner where somebody is its owner (%s), else for a purchase of its own',
    (type) => {
      const events = [
        event(1, '2023-01-01', 'acquisition'),
        event(2, '2024-01-01', 'expose'),
        event(3, '2025-01-01', 'contract'),
      ];
      expect(sinceOf(events, '2022-06-14', [], [{ type }])[0]).toBe('acquisition 2023-01-01');
      expect(sinceOf(events, '2022-06-14', [], [{ type: 'parent-of' }])).toEqual([
        'expose 2024-01-01',
        'contract 2025-01-01',
        'acquisition 2023-01-01',
      ]);
    },
  );

  it('tells what is of no kind behind the second of each kind, unless it is called telling', () => {
    const plain = event(1, '2025-01-01', 'other');
    const rulings = [
      event(2, '2024-01-01', 'ruling'),
      event(3, '2023-01-01', 'ruling'),
      event(4, '2022-08', 'ruling'),
    ];
    expect(sinceOf([plain, ...rulings], '2022-06-14')).toEqual([
      'ruling 2024-01-01',
      'ruling 2023-01-01',
      'other 2025-01-01',
      'ruling 2022-08',
    ]);
    expect(sinceOf([{ ...plain, telling: true }, ...rulings], '2022-06-14')[1]).toBe('other 2025-01-01');
  });

  it('tells an order once, with what the settlement of that day says of it', () => {
    const order = { ...listing({ designated: '2023-05-31' }), list: 'FTC consent order' };
    const settlement = { ...event(1, '2023-05-31', 'settlement'), sources: ['s2'] };
    const sinceFor = (one: Listing) =>
      thenAndNow({ events: [settlement], listings: [one], relations: [] }, date('2022-06-14'), today).since;
    expect(sinceFor(order)).toMatchObject([{ kind: 'listed', told: { id: 'e1' }, sources: ['s1', 's2'] }]);
    expect(sinceFor({ ...order, list: 'List' }).map(textOf)).toEqual([
      'listed List',
      'settlement 2023-05-31',
    ]);
  });

  it('leaves nothing out where the article has a month or a year alone', () => {
    const record = {
      events: [
        event(1, '2021-11-23', 'lawsuit'),
        event(2, '2022-01-05', 'ruling'),
        event(3, '2020-12', 'ruling'),
      ],
      listings: [listing({ published: '2021-11-04' })],
      relations: [],
    };
    for (const published of ['2021', '2021-11']) {
      const { then, since, around } = thenAndNow(record, date(published), today);
      expect(then).toMatchObject([{ state: 'unknown' }]);
      expect([since.map(textOf), around.map(textOf)]).toEqual([
        ['ruling 2022-01-05'],
        ['lawsuit 2021-11-23', 'listed List'],
      ]);
    }
  });

  it.each([
    ['the month of its first day', '2022-06', '2022-06-01', ['ruling 2022-06']],
    ['the month of its last day', '2022-06', '2022-06-30', []],
    ['its own day', '2022-06-14', '2022-06-14', []],
  ])('knows whether a change dated to %s may lie behind the article', (_, changed, published, around) => {
    const record = { events: [event(1, changed, 'ruling')], listings: [], relations: [] };
    const told = thenAndNow(record, date(published), today);
    expect([told.since, told.around.map(textOf)]).toEqual([[], around]);
  });

  it('without a date of the article, gives the most telling changes of any time', () => {
    const events = [event(1, '2010', 'ruling'), event(2, '2011', 'ownership'), event(3, '2012', 'bid')];
    const { then, since, around } = thenAndNow({ events, listings: [], relations: [] }, null, today);
    expect([then, around]).toEqual([[], []]);
    expect(since.map(textOf)).toEqual(['ownership 2011', 'ruling 2010', 'bid 2012']);
  });

  it('for an article dated tomorrow, as the world ahead of the reader has it, tells what holds now', () => {
    const record = {
      events: [
        event(1, '2022-01-05', 'ruling'),
        event(2, '2026-11-22', 'ruling'),
        event(3, '2026-11-23', 'ruling'),
      ],
      listings: [listing({ published: '2021-11-04' })],
      relations: [],
    };
    const { then, since } = thenAndNow(record, date('2026-11-22'), today);
    expect(then).toMatchObject([{ state: 'in-force' }]);
    expect(since).toEqual([]);
  });

  it('for an article from before a proposal, does not tell of it as made then', () => {
    const proposed = listing({ published: '2026-05-04' }, 'proposed');
    const thenOf = (published: string) =>
      thenAndNow({ events: [], listings: [proposed], relations: [] }, date(published), today).then.map(
        ({ state }) => state,
      );
    expect([thenOf('2020-08-10'), thenOf('2026'), thenOf('2026-05-05')]).toEqual([
      [],
      ['unknown'],
      ['proposed'],
    ]);
  });
});

describe('before the article', () => {
  const beforeOf = (events: EntityEvent[], published: string, listings: Listing[] = []) =>
    thenAndNow({ events, listings, relations: [] }, date(published), today).before.map(textOf);

  it('tells the most telling of what had happened, ranked as what came later', () => {
    const events = [
      event(1, '2020-01-01', 'contract'),
      event(2, '2021-01-01', 'ruling'),
      event(3, '2022-01-01', 'ruling'),
      event(4, '2023-01-01', 'ruling'),
    ];
    expect(beforeOf(events, '2022-06-14')).toEqual([
      'ruling 2022-01-01',
      'contract 2020-01-01',
      'ruling 2021-01-01',
    ]);
  });

  it('leaves out its own listings, which stand under the article’s day, and what may be of that day or later', () => {
    const listings = [listing({ effective: '2020-01-01', removed: '2021-01-01' }, 'removed')];
    const events = [
      event(1, '2022-06-14', 'ruling'),
      event(2, '2022-06', 'ruling'),
      event(3, null, 'ruling'),
    ];
    expect(beforeOf(events, '2022-06-14', listings)).toEqual([]);
    expect(beforeOf([event(1, '2022-06-13', 'ruling')], '2022-06-14')).toEqual(['ruling 2022-06-13']);
    expect(beforeOf([event(1, '2022-06-01', 'ruling')], '2022-06')).toEqual([]);
  });

  it('has a listing of its own that somebody denies, for the sake of the denial', () => {
    const listings = [listing({ published: '2021-11-04' })];
    const denied = { ...event(1, '2021-11-04', 'listing'), contested: true as const };
    const expose = event(2, '2022-01-01', 'expose');
    expect(beforeOf([denied, expose], '2022-06-14', listings)).toEqual(['listed List', 'expose 2022-01-01']);
    expect(beforeOf([event(1, '2021-11-04', 'listing'), expose], '2022-06-14', listings)).toEqual([
      'expose 2022-01-01',
    ]);
  });

  it('is empty without a date of the article', () => {
    const record = { events: [event(1, '2020', 'ruling')], listings: [], relations: [] };
    expect(thenAndNow(record, null, today).before).toEqual([]);
  });
});
