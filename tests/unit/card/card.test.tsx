// @vitest-environment happy-dom
/** What a card shows, in which order, and that nothing in a record becomes markup or a dangerous link. */
import '../ui/english.ts';
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Card, type CardProps } from '../../../src/card/card.tsx';
import { citationOf } from '../../../src/card/cite.ts';
import { shortPublisher } from '../../../src/card/card-sources.tsx';
import type { CardRecord, RecordRelation } from '../../../src/dataset/records.ts';
import { readCard } from './read-card.ts';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

function show(record: CardRecord | null, change: Partial<CardProps> = {}) {
  const actions = {
    openProfile: vi.fn(),
    explain: () => ['The page also names Pegasus.'],
    copyCitation: vi.fn(() => Promise.resolve(true)),
    scopes: ['page', 'site', 'everywhere'] as const,
    dismiss: vi.fn(() => Promise.resolve(true)),
    undoDismissal: vi.fn(() => Promise.resolve(true)),
    isSettled: () => true,
    ...change.actions,
  };
  const props: CardProps = {
    record,
    surface: 'NSO',
    published: { value: '2022-06-28', precision: 'day' },
    today: '2026-11-21',
    isPinned: false,
    standingOf: () => 'none',
    loadCard: () => Promise.resolve(null),
    onPin: vi.fn(),
    onClose: vi.fn(),
    onDragStart: vi.fn(),
    ...change,
    actions,
  };
  void act(() => render(h(Card, props), root));
  return { props, actions };
}

/** A click as the reader's own: happy-dom's are untrusted, like a page's. */
async function click(label: string) {
  const button = [...root.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? (one.textContent || one.title)).trim() === label,
  );
  if (!button) throw new Error(`no button "${label}"`);
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(() => void button.dispatchEvent(event));
}

/** Where a link leads, which it says once it is pressed. */
function addressOf(link: HTMLAnchorElement): string {
  link.dispatchEvent(new Event('pointerdown'));
  return link.href;
}

/** Presses what unfolds the changes, and gives what stood on it. */
async function showAllChanges(): Promise<string> {
  const labels = [...root.querySelectorAll('button')].map((one) => one.textContent);
  const label = labels.find((text) => /Show \d+ more/.test(text))!;
  await click(label);
  return label;
}

describe('the order of a card', () => {
  it('is: who, status now, when published, since then, facts, sources, actions', () => {
    show(readCard('nso-group'));
    const text = root.textContent;
    const order = [
      'NSO Group',
      'Company · Israel · Phone spyware',
      'Under a government listing now',
      'Entity List in effect since 4 November 2021',
      '86 FR 60759',
      'What it does:',
      'What it does not do:',
      'When this was published (28 June 2022)',
      'Entity List: since 4 November 2021',
      'Since then',
      'October 2025',
      'NSO confirmed that US investors',
      '10 July 2022',
      'The talks between L3Harris and NSO',
      'Israeli company that makes the Pegasus',
      'sources · checked by',
      'Full profile',
      'Copy citation',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places.indexOf(-1), `missing: ${order[places.indexOf(-1)]}`).toBe(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('gives every change a date and a source', () => {
    show(readCard('nso-group'));
    const rows = [...root.querySelectorAll('.changes li')];
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row.querySelector('.date')?.textContent).toMatch(/\d{4}/);
      expect(addressOf(row.querySelector('a')!)).toMatch(/^https?:/);
    }
  });

  it('tells the changes in order of time, newest first, also once all are shown', async () => {
    const years = () =>
      [...root.querySelectorAll('.changes')].map((list) =>
        [...list.querySelectorAll('.date')].map((date) => Number(/\d{4}/.exec(date.textContent)![0])),
      );
    for (const id of ['nso-group', 'hikvision', 'sandvine', 'l3harris']) {
      void act(() => render(null, root));
      show(readCard(id));
      for (const list of years()) expect(list, id).toEqual(list.toSorted((a, b) => b - a));
      await showAllChanges();
      expect(Math.max(...years().map(({ length }) => length)), id).toBeGreaterThan(1);
      for (const list of years()) expect(list, id).toEqual(list.toSorted((a, b) => b - a));
    }
  });

  it('leads from the citation to the act itself', () => {
    show(readCard('nso-group'));
    const citation = [...root.querySelectorAll('a')].find(
      ({ textContent }) => textContent === '86 FR 60759',
    )!;
    expect(citation.title).toBe('Look up at www.federalregister.gov');
    expect(addressOf(citation)).toBe('https://www.federalregister.gov/citation/86-FR-60759');
  });

  it('cites the act that listed beside the listing, and not beside the removal, which another act made', async () => {
    show(readCard('sandvine'), { published: { value: '2024-01-15', precision: 'day' } });
    await showAllChanges();
    const row = (date: string) =>
      [...root.querySelectorAll('.changes li')].find((each) => each.textContent.startsWith(date))!
        .textContent;
    expect(row('27 February 2024')).toContain('89 FR 14403');
    expect(row('23 October 2024')).not.toContain('89 FR 14403');
  });

  it('folds many listings into a line each', () => {
    show(readCard('hikvision'));
    expect(root.querySelector('.standing')?.textContent).toBe('Under 8 government listings and orders now');
    expect(root.querySelectorAll('.status details')).toHaveLength(8);
  });

  it('tells two listings on one list apart by the names listed', () => {
    const folded = (id: string) => {
      show(readCard(id));
      return [...root.querySelectorAll('.status summary')].map((each) => each.textContent);
    };
    expect(folded('hikvision')).toEqual(
      expect.arrayContaining([
        'Entity List · Hangzhou Hikvision Digital Technology Co., Ltd. · in effect since 9 October 2019',
        'Entity List · Luopu Haishi Dingxin Electronic Technology Co. +4 · in effect since 28 March 2023',
        expect.stringMatching(/^NDAA Section 889 (?!·)/),
      ]),
    );
    for (const id of ['huawei', 'bgi', 'positive-technologies', 'l3harris'])
      expect(new Set(folded(id)).size, id).toBe(readCard(id).listings.length);
  });

  it('tells them apart also in what held when the article was published, in changes and in the citation', async () => {
    const record = readCard('huawei');
    show(record);
    const then = [...root.querySelectorAll('.states li')].map((each) => each.textContent);
    expect(then.filter((line) => line.startsWith('Entity List'))).toEqual([
      'Entity List · Huawei Technologies Co., Ltd.: since 16 May 2019',
      'Entity List · 46 further affiliates: since 19 August 2019',
      'Entity List · 38 further affiliates: since 17 August 2020',
    ]);
    expect(then).toContain('Covered List: since 12 March 2021');
    show(record, { published: { value: '2020-01-01', precision: 'day' } });
    await showAllChanges();
    expect(root.querySelector('.changes')?.textContent).toContain('Entity List · 38 further affiliates');
    expect(citationOf(record)).toContain('– Entity List · 46 further affiliates, US Department of Commerce');
  });

  it('names the designation that came before the day of effect, as what held then counts from it', () => {
    show(readCard('hikvision'), { published: { value: '2021-07-01', precision: 'day' } });
    const folded = [...root.querySelectorAll('.status summary')].map((each) => each.textContent);
    expect(folded).toContain('NS-CMIC List designated 3 June 2021 · in effect since 2 August 2021');
    expect(root.querySelector('.then')?.textContent).toContain('NS-CMIC List: since 3 June 2021');
  });

  it('says of what the newest source is, where it has newer ones on other things, and no day of a source that it has not', () => {
    const card = readCard('cellebrite');
    show(card);
    expect(root.textContent).toContain('Newest source on its status: 25 June 2026');
    show({ ...card, asOf: null });
    expect(root.textContent).not.toContain('Newest source');
    expect(root.querySelector('.status')?.textContent).toContain('checked by 2');
  });

  it('says that it found no date, and no listing', () => {
    show(readCard('trenchant'), { published: null });
    expect(root.textContent).toContain('No publication date was found on this page');
    expect(root.textContent).toContain('No government listing known to us');
    expect(root.textContent).not.toContain('When this was published');
  });

  it('says of a product how its maker stands', () => {
    const relation = {
      id: 'r1',
      type: 'made-by',
      entity: 'nso-group',
      name: 'NSO Group',
      start: null,
      end: null,
      sources: [],
    } as const;
    show(readCard('pegasus', [{ ...relation, sources: [] }]), {
      standingOf: (id) => (id === 'nso-group' ? 'listed' : 'none'),
    });
    expect(root.querySelector('.tied')?.textContent).toBe(
      'Made by · NSO Group is under a government listing or order now',
    );
  });

  it('says once how one stands that is its maker and its owner', () => {
    const tie = { entity: 'l3harris', name: 'L3Harris', start: null, end: null, sources: [] } as const;
    const ties = (['made-by', 'acquired-by'] as const).map((type, k) => ({
      ...tie,
      id: `r${k}`,
      type,
      sources: [],
    }));
    show(readCard('trenchant', ties), { standingOf: () => 'listed' });
    expect(root.querySelectorAll('.status .tied')).toHaveLength(1);
    expect(root.querySelector('.tied')?.textContent).toMatch(/^Made by · L3Harris is under/);
  });

  it('says how the firm stands that bought it', () => {
    const tie = { id: 'r1', type: 'acquired-by', entity: 'l3harris', name: 'L3Harris' } as const;
    show(readCard('trenchant', [{ ...tie, start: null, end: null, sources: [] }]), {
      standingOf: () => 'listed',
    });
    expect(root.querySelector('.tied')?.textContent).toBe(
      'Acquired by · L3Harris is under a government listing or order now',
    );
  });

  it('says nothing of how an owner stands whose tie is over, but of one that may still hold', () => {
    const tied = (end: RecordRelation['end']) => {
      const tie = { id: 'r1', type: 'subsidiary-of', entity: 'dahua', name: 'Dahua Technology' } as const;
      show(readCard('lorex', [{ ...tie, start: null, end, sources: [] }]), { standingOf: () => 'listed' });
      return root.querySelector('.status')!.textContent.includes('Dahua Technology');
    };
    expect(tied(null)).toBe(true);
    for (const value of ['2022-11-24', '2026-11-20']) expect(tied({ value, precision: 'day' })).toBe(false);
    for (const value of ['2026-11-21', '2027-01-01']) expect(tied({ value, precision: 'day' })).toBe(true);
    expect(tied({ value: '2026-10', precision: 'month' })).toBe(false);
    expect(tied({ value: '2026-11', precision: 'month' })).toBe(true);
    expect(tied({ value: '2025', precision: 'year' })).toBe(false);
    expect(tied({ value: '2026', precision: 'year' })).toBe(true);
  });

  it('says of a law or list first what it is, and nothing of being listed', () => {
    const record = readCard('entity-list');
    show(record);
    const text = root.textContent;
    expect(text.indexOf(record.summary)).toBeLessThan(
      text.indexOf('Since this was published (28 June 2022)'),
    );
    expect(text).toContain(record.summary);
    expect(text).not.toContain('No government listing known');
    expect(text).not.toContain('Under no government listing');
  });

  it('says so when there is no record', () => {
    show(null);
    expect(root.textContent).toContain('could not be loaded');
  });

  it('shows the rest of the changes on request', async () => {
    show(readCard('nso-group'));
    const label = await showAllChanges();
    const shown = root.querySelectorAll('.changes li').length;
    expect(shown).toBe(4 + Number(/\d+/.exec(label)![0]));
    expect(root.textContent).toContain('Around then');
  });
});

describe('an article of today', () => {
  const before = () => root.querySelector('.before');

  it('has what happened before it, since nothing came after, behind what the entity is', () => {
    const record = readCard('pegasus');
    show(record, { published: { value: '2026-11-20', precision: 'day' } });
    const text = root.textContent;
    const order = [
      'Nothing is recorded since then',
      record.summary,
      'Before this was published',
      'sources ·',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(before()!.querySelectorAll('.changes li')).toHaveLength(4);
    for (const row of before()!.querySelectorAll('li'))
      expect(addressOf(row.querySelector('a')!)).toMatch(/^https?:/);
  });

  it('has as much of it as there is room for beside what came after', () => {
    show(readCard('nso-group'), { published: { value: '2026-06-20', precision: 'day' } });
    const rows = [...root.querySelectorAll('.changes')].map((list) => list.children.length);
    expect(rows).toHaveLength(2);
    expect(rows[0]! + rows[1]!).toBe(4);
    show(readCard('nso-group'));
    expect(before()).toBeNull();
    show(readCard('nso-group'), { published: null });
    expect(before()).toBeNull();
  });

  it('tells of a law what happened to it before', () => {
    show(readCard('entity-list'), { published: { value: '2026-11-20', precision: 'day' } });
    expect(before()!.querySelectorAll('li')).toHaveLength(4);
  });
});

describe('an order', () => {
  it('says what it demands, and is told once', async () => {
    show(readCard('ring'), { published: { value: '2021-07-18', precision: 'day' } });
    await showAllChanges();
    const rows = [...root.querySelectorAll('.changes li')].map((row) => row.textContent);
    const told = rows.filter((row) => row.startsWith('31 May 2023'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(
      /Placed under: FTC stipulated court order .* Ring let employees .* denied breaking the law/,
    );
  });
});

describe('a listing that is contested', () => {
  it('has what is said against it beside it', async () => {
    show(readCard('nso-group'), { published: { value: '2021-07-18', precision: 'day' } });
    await showAllChanges();
    const rows = [...root.querySelectorAll('.changes li')].map((row) => row.textContent);
    expect(rows.find((row) => row.includes('Placed under: Entity List'))).toContain(
      'NSO said that it was dismayed',
    );
  });
});

describe('what a reader can do', () => {
  it('opens the profile, explains, copies', async () => {
    const { actions } = show(readCard('nso-group'));
    await click('Full profile');
    expect(actions.openProfile).toHaveBeenCalledWith('nso-group');
    expect(root.textContent).not.toContain('The page also names Pegasus.');
    await click('Why marked?');
    expect(root.textContent).toContain('The page also names Pegasus.');
    await click('Copy citation');
    expect(actions.copyCitation).toHaveBeenCalled();
    expect(root.querySelector('.actions')?.textContent).toContain('Copied');
    const said = root.querySelector('footer [role=status] > *')!;
    expect(said.textContent).toBe('Copied');
    await click('Copied');
    expect([said.isConnected, root.querySelector('footer [role=status]')?.textContent]).toEqual([
      false,
      'Copied',
    ]);
  });

  it('says "not this one" in two steps, with a way back', async () => {
    const { actions } = show(readCard('nso-group'));
    await click('Not this one');
    expect(actions.dismiss).not.toHaveBeenCalled();
    await click('On this site');
    expect(actions.dismiss).toHaveBeenCalledWith('site');
    await click('Undo');
    expect(actions.undoDismissal).toHaveBeenCalled();
  });

  it('offers those reaches of a choice alone that there are', async () => {
    const { props } = show(readCard('nso-group'));
    show(readCard('nso-group'), { actions: { ...props.actions, scopes: ['site', 'everywhere'] } });
    await click('Not this one');
    expect([...root.querySelectorAll('.choices button')].map((each) => each.textContent)).toEqual([
      'On this site',
      'Everywhere',
    ]);
  });

  it('refuses to store a choice while the card has only just appeared or moved', async () => {
    const dismiss = vi.fn();
    const { props } = show(readCard('nso-group'));
    show(readCard('nso-group'), { actions: { ...props.actions, dismiss, isSettled: () => false } });
    await click('Not this one');
    await click('Everywhere');
    expect(dismiss).not.toHaveBeenCalled();
  });

  it('does nothing on a click that a page made up', async () => {
    const { actions, props } = show(readCard('nso-group'));
    const buttons = [...root.querySelectorAll('button')];
    expect(buttons).not.toEqual([]);
    for (const button of buttons) button.click();
    await Promise.resolve();
    expect(actions.openProfile).not.toHaveBeenCalled();
    expect(props.onClose).not.toHaveBeenCalled();
    expect(props.onPin).not.toHaveBeenCalled();
  });

  it('opens an entity named in the card in the same card, and goes back', async () => {
    const relation: RecordRelation = {
      id: 'r1',
      type: 'maker-of',
      entity: 'pegasus',
      name: 'Pegasus',
      start: null,
      end: null,
      sources: [],
    };
    const loadCard = vi.fn(() => Promise.resolve(readCard('pegasus')));
    show(readCard('nso-group', [relation]), { loadCard });
    await click('Pegasus');
    await act(() => Promise.resolve());
    expect(root.querySelector('h1')?.textContent).toBe('Pegasus');
    expect(root.textContent).not.toContain('Not this one');
    await click('Back');
    expect(root.querySelector('h1')?.textContent).toBe('NSO Group');
  });
});

describe('a damaged or hostile record', () => {
  it('stays text, and only http(s) addresses become links', () => {
    const record = readCard('nso-group');
    const hostile: CardRecord = {
      ...record,
      name: '<img src=x onerror=alert(1)>',
      summary: '<script>alert(1)</script>',
      sources: record.sources.map((source, index) => ({
        ...source,
        url: index % 2 ? 'javascript:alert(1)' : 'data:text/html,x',
      })),
      listings: record.listings.map((listing) => ({ ...listing, citation: 'OFAC javascript:alert' })),
    };
    show(hostile);
    expect(root.querySelector('img, script')).toBeNull();
    expect(root.querySelector('h1')?.textContent).toBe('<img src=x onerror=alert(1)>');
    expect(root.querySelector('a')).toBeNull();
  });

  it('gives a link its address when the reader goes for it, and no sooner', () => {
    show(readCard('nso-group'));
    const links = [...root.querySelectorAll('a')];
    for (const [index, type] of ['pointerdown', 'contextmenu', 'click'].entries()) {
      const link = links[index]!;
      link.dispatchEvent(new Event('pointerenter'));
      expect(link.hasAttribute('href')).toBe(false);
      expect(link.title).toMatch(/https?:/);
      link.dispatchEvent(new Event(type));
      expect(link.href).toMatch(/^https?:/);
    }
    links[3]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
    expect(links[3]!.hasAttribute('href')).toBe(false);
    links[3]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(links[3]!.href).toMatch(/^https?:/);
    expect(root.querySelectorAll('a[href]')).toHaveLength(4);
  });

  it('tells a link’s target nothing', () => {
    show(readCard('nso-group'));
    expect(root.querySelector('a')).not.toBeNull();
    for (const link of root.querySelectorAll('a')) {
      expect(link.rel).toBe('noopener noreferrer');
      expect(link.target).toBe('_blank');
    }
  });
});

describe('ties', () => {
  const tie = (change: Partial<RecordRelation>): RecordRelation => ({
    id: 'r1',
    type: 'parent-of',
    entity: 'circles',
    name: 'Circles',
    start: null,
    end: null,
    sources: ['s1'],
    ...change,
  });
  const linksOfTies = () => [...root.querySelectorAll<HTMLAnchorElement>('.ties a')].map(addressOf);

  it('that another entity’s file states cite that file’s sources, and own ties the card’s own', () => {
    const own = readCard('nso-group');
    const [source] = own.sources;
    const foreign = {
      ...source!,
      id: source!.id,
      url: 'https://foreign.example/paper',
      publisher: 'Foreign',
    };
    const foreignSources = { circles: [foreign] };
    const sources = [source!.id];
    show({ ...own, foreignSources, relations: [tie({ sources, statedBy: 'circles' })] });
    expect(linksOfTies()).toEqual(['https://foreign.example/paper']);
    show({ ...own, foreignSources, relations: [tie({ sources })] });
    expect(linksOfTies()).toEqual([new URL(source!.url).href]);
  });

  it('that a source qualifies are not shown flatly', () => {
    show({ ...readCard('nso-group'), relations: [tie({ text: 'affiliated or sister company' })] });
    expect(root.querySelector('.ties')?.textContent).toContain('Circles · affiliated or sister company');
  });
});

describe('the sources beside a claim', () => {
  it.each([
    ['Federal Register (rule reprinted at GRACES community)', 'Federal Register (copy)'],
    ['Federal Register (copy at docslib.org)', 'Federal Register (copy)'],
    [
      'US Treasury OFAC data file, copy in moov-io/watchman (committed 2021-07-07)',
      'US Treasury OFAC data file (copy)',
    ],
    ['US District Court, New Jersey (Justia)', 'US District Court, New Jersey (copy)'],
    ['Reuters (republished)', 'Reuters (copy)'],
    ['TechCrunch (read in a copy at example.org)', 'TechCrunch'],
    ['Ars Technica (WIRED; read in a copy at example.org)', 'Ars Technica'],
    ['The Hill (via Yahoo)', 'The Hill'],
    ['Cellebrite DI Ltd. (SEC filing)', 'Cellebrite DI Ltd.'],
    ['Haaretz', 'Haaretz'],
  ])('call %s %s', (publisher, short) => {
    expect(shortPublisher(publisher)).toBe(short);
  });

  it('name each publisher once and count the rest, also for those who do not see the sign', () => {
    const record = readCard('nso-group');
    const [first] = record.sources;
    const sources = ['Bureau', 'Bureau (reprinted at Acme)', 'Bureau (copy at Zeta)', 'Gazette', 'Daily'].map(
      (publisher, n) => ({ ...first!, id: `s${n + 1}`, publisher }),
    );
    const [listing] = record.listings;
    const ids = sources.map(({ id }) => id);
    show({ ...record, sources, listings: [{ ...listing!, sources: ids }], events: [], relations: [] });
    const cites = root.querySelector('.listing .cites')!;
    expect([...cites.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
      'Bureau',
      'Bureau (copy)',
    ]);
    expect(cites.querySelector('[aria-hidden]')?.textContent).toBe('+3');
    expect(cites.querySelector('.announce')?.textContent).toBe('and 3 more sources');
    show({
      ...record,
      sources: sources.slice(1),
      listings: [{ ...listing!, sources: ids.slice(1) }],
      events: [],
      relations: [],
    });
    const names = [...root.querySelectorAll('.listing .cites a')].map((link) => link.textContent);
    expect(names).toEqual(['Bureau (copy)', 'Gazette']);
  });

  it('stand in the order in which the claim cites them, among those of one kind', () => {
    const record = readCard('nso-group');
    const [first] = record.sources;
    const kinds = ['news', 'primary', 'primary'] as const;
    const sources = kinds.map((kind, n) => ({
      ...first!,
      id: `s${n + 1}`,
      kind,
      publisher: `Paper ${n + 1}`,
    }));
    const [listing] = record.listings;
    const cited = { ...listing!, sources: ['s3', 's1', 's2', 's3', 'gone'] };
    show({ ...record, sources, listings: [cited], events: [], relations: [] });
    expect(root.querySelector('.listing .cites')?.textContent).toMatch(/^Paper 3, Paper 2 \+1/);
  });

  it('tell whose state runs the outlet, beside the claim and in the list, and say nothing of others', () => {
    const record = readCard('nso-group');
    const [listing] = record.listings;
    const sources = [
      { ...record.sources[0]!, id: 's1', kind: 'news' as const, publisher: 'TASS', stateMedia: 'RU' },
      { ...record.sources[0]!, id: 's2', kind: 'news' as const, publisher: 'Gazette' },
    ];
    show({
      ...record,
      sources,
      listings: [{ ...listing!, sources: ['s1', 's2'] }],
      events: [],
      relations: [],
    });
    expect(root.querySelector('.listing .cites')?.textContent).toBe('TASS (state media: Russia), Gazette');
    const lines = [...root.querySelectorAll('.sources li')].map(({ textContent }) => textContent);
    expect(lines[0]).toContain('TASS · state media: Russia · ');
    expect(lines[1]).not.toContain('state media');
  });
});
