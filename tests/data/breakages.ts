/** Ways in which data can be wrong, each as a change to sound data and the place that the check must name. */
import type { RuleException } from '../../src/compile/check-dataset.ts';
import type { Entity, Listing } from '../../src/dataset/entity.ts';

export interface World {
  /** Entity files by name; a text stands as it is. */
  files: Record<string, Entity | string>;
  context: Record<string, unknown>;
  moved: Record<string, string>;
  imported: Record<string, unknown>;
  stateMedia: Record<string, unknown>[];
  exceptions: RuleException[];
  floors: Record<string, number>;
  committedFloors: Record<string, number> | null;
  committedIds: string[] | null;
}

export interface Breakage {
  what: string;
  /** `<file> <field>` */
  place: RegExp;
  spoil: (entity: Entity, world: World, other: (id: string) => Entity) => void;
}

const day = (value: string) => ({ value, precision: 'day' as const });
const acme = (field: string) => new RegExp(`^entities/acme-optics\\.json ${field}`);
const way = (what: string, place: RegExp | string, spoil: Breakage['spoil']): Breakage => ({
  what,
  place: typeof place === 'string' ? acme(place) : place,
  spoil,
});
/** Puts a value of any type at a place, as a slip of the hand would. */
const put = (target: object, change: object) => void Object.assign(target, change);

const listing = (what: string, field: string, change: Partial<Record<keyof Listing, unknown>>) =>
  way(what, `listings(\\.l1|\\[0\\])\\.?${field}`, (entity) => put(entity.listings[0]!, change));
const dates = (what: string, field: string, change: object) =>
  way(what, `listings(\\.l1|\\[0\\])\\.dates\\.${field}`, (entity) => put(entity.listings[0]!.dates, change));
const event = (what: string, text: string) =>
  way(what, 'events(\\.e1|\\[0\\])\\.text', (entity) => put(entity.events[0]!, { text }));
const eventDate = (what: string, date: unknown) =>
  way(what, 'events(\\.e1|\\[0\\])\\.date', (entity) => put(entity.events[0]!, { date }));
const summary = (what: string, text: string) => way(what, 'summary', (entity) => put(entity, { summary: text }));
const name = (what: string, text: string) =>
  way(what, 'name', (entity) => entity.names.push({ text, type: 'alias' }));
const firstName = (what: string, change: object) =>
  way(what, 'names', (entity) => put(entity.names[0]!, change));
const secondUrl = (what: string, url: string) =>
  way(what, 'sources(\\.s2|\\[1\\])\\.url', (entity) => put(entity.sources[1]!, { url }));

export const breakages: readonly Breakage[] = [
  // The file
  way('a file that is not JSON', '$', (_entity, { files }) => (files['acme-optics.json'] = '{ "id": ')),
  way('a key that stands twice', '$', (entity, { files }) => {
    files['acme-optics.json'] = `${JSON.stringify(entity, null, 2)}\n`.replace('"kind"', '"kind": "person",\n  "kind"');
  }),
  way('a file in another form', '$', (entity, { files }) => (files['acme-optics.json'] = JSON.stringify(entity))),
  way('an id that is not the file’s name', 'id', (entity) => put(entity, { id: 'acme-optic' })),
  way('an id in capitals', 'id', (entity) => put(entity, { id: 'Acme-Optics' })),
  way('a stray file', /notes\.txt/, (_entity, { files }) => (files['notes.txt'] = 'To do')),
  way('an id that two files use', /entities\/acme-optics\.json id|zeta-signal\.json id/, (_entity, _world, other) => put(other('zeta-signal'), { id: 'acme-optics' })),
  // Schema
  way('an unknown field', 'colour', (entity) => put(entity, { colour: 'red' })),
  way('an unknown field of a claim', 'events\\[0\\]\\.place', (entity) => put(entity.events[0]!, { place: 'Oslo' })),
  way('a field that is missing', 'summary', (entity) => Reflect.deleteProperty(entity, 'summary')),
  way('an unknown kind', 'kind', (entity) => put(entity, { kind: 'firm' })),
  way('an unknown category', 'categories', (entity) => put(entity, { categories: ['cameras'] })),
  way('a category twice', 'categories', (entity) => put(entity, { categories: ['stalkerware', 'stalkerware'] })),
  way('a company without a category', 'categories', (entity) => put(entity, { categories: [] })),
  way('a company without an operating status', 'operatingStatus', (entity) => put(entity, { operatingStatus: null })),
  way('an unknown type of event', 'events', (entity) => put(entity.events[0]!, { type: 'sale' })),
  way('an unknown type of relation', 'relations', (entity) => put(entity.relations[0]!, { type: 'likes' })),
  way('a country by name', 'country', (entity) => put(entity, { country: 'Israel' })),
  way('a country code that is none', 'country', (entity) => put(entity, { country: 'XX' })),
  way('UK for GB', 'country', (entity) => put(entity, { country: 'UK' })),
  way('a state that is no more', 'country', (entity) => put(entity, { country: 'SU' })),
  way('a Wikidata id that is none', 'identifiers', (entity) => put(entity.identifiers, { wikidata: 'P31' })),
  way('a Wikidata id of another', /identifiers\.wikidata/, (_entity, _world, other) => put(other('zeta-signal').identifiers, { wikidata: 'Q1' })),
  way('a website that is none', 'identifiers\\.website', (entity) => put(entity.identifiers, { website: 'acme.example' })),
  // Sources
  way('a page older than its address', 'sources(\\.s2|\\[1\\])\\.published', (entity) => put(entity.sources[1]!, { url: 'https://example.org/2022/06/01/page' })),
  way('a publisher written two ways', /sources\.s\d\.publisher/, (entity) => put(entity.sources[1]!, { publisher: entity.sources[0]!.publisher.toUpperCase() })),
  way('a claim without a source', 'events', (entity) => put(entity.events[0]!, { sources: [] })),
  way('a claim that cites what is not there', 'events\\.e1\\.sources', (entity) => put(entity.events[0]!, { sources: ['s9'] })),
  way('a fact that cites what is not there', 'facts\\.f1\\.sources', (entity) => put(entity.facts![0]!, { sources: ['s9'] })),
  way('a name that cites what is not there', 'names.*sources', (entity) => put(entity.names[0]!, { sources: ['s9'] })),
  way('a source cited twice by one claim', 'events\\.e1\\.sources', (entity) => put(entity.events[0]!, { sources: ['s1', 's1'] })),
  way('a claim’s id twice', 'events\\.e1', (entity) => entity.events.push({ ...entity.events[0]!, text: 'Acme Optics opened an office in Oslo.' })),
  way('a source’s id twice', 'sources\\.s1', (entity) => put(entity.sources[1]!, { id: 's1' })),
  way('a claim’s id of another section', 'events\\[0\\]\\.id', (entity) => put(entity.events[0]!, { id: 'l1' })),
  secondUrl('an address twice', 'https://example.org/s1'),
  secondUrl('an address twice but for a closing slash', 'https://example.org/s1/'),
  secondUrl('an address twice but for www', 'https://www.example.org/s1'),
  secondUrl('an address twice but for http', 'http://example.org/s1'),
  secondUrl('an address twice but for tracking', 'https://example.org/s1?utm_source=x'),
  secondUrl('an address twice but for the fragment', 'https://example.org/s1#top'),
  secondUrl('an address twice but for the port', 'https://example.org:443/s1'),
  secondUrl('an address twice but for capitals in the host', 'https://EXAMPLE.org/s1'),
  secondUrl('a tracking parameter', 'https://example.org/s2?fbclid=1'),
  secondUrl('an address of another protocol', 'ftp://example.org/s2'),
  secondUrl('a script for an address', 'javascript:alert(1)'),
  secondUrl('an address with a password', 'https://me:secret@example.org/s2'),
  secondUrl('an address inside a network', 'http://intranet/s2'),
  secondUrl('an address by number', 'http://10.0.0.1/s2'),
  secondUrl('an address with a space', 'https://example.org/a b'),
  secondUrl('an address with letters outside ASCII', 'https://example.org/münchen'),
  secondUrl('a saved copy for the original', 'https://web.archive.org/web/2021/https://example.org/s2'),
  secondUrl('a page of search results', 'https://www.google.com/search?q=acme+optics'),
  secondUrl('a shortened address', 'https://bit.ly/3BcvHgg'),
  secondUrl('an address twice but for the phone’s host', 'https://m.example.org/s1'),
  secondUrl('an address twice but for its encoding', 'https://example.org/%731'),
  way('a title of no page', 'sources\\.s2\\.title', (entity) => put(entity.sources[1]!, { title: 'Page not found' })),
  way('a publisher who is nobody', 'sources\\.s2\\.publisher', (entity) => put(entity.sources[1]!, { publisher: 'Unknown' })),
  way('a copy of another page', 'sources\\.s2\\.archiveUrl', (entity) => put(entity.sources[1]!, { archiveUrl: 'https://web.archive.org/web/20221111000000/https://other.example/' })),
  way('an archive that is none', 'sources\\.s2\\.archiveUrl', (entity) => put(entity.sources[1]!, { archiveUrl: 'https://example.org/copy' })),
  way('a newsroom called primary', 'sources\\.s2\\.kind', (entity) => put(entity.sources[1]!, { url: 'https://www.reuters.com/a', kind: 'primary' })),
  way('an authority’s page called news', 'sources\\.s2\\.kind', (entity) => put(entity.sources[1]!, { url: 'https://www.federalregister.gov/a' })),
  way('a source that nothing cites', 'sources\\.s2', (entity) => put(entity.facts![0]!, { sources: ['s1'] })),
  way('a copy that does not say whose', 'sources\\.s2\\.publisher', (entity) => put(entity.sources[1]!, { url: 'https://docslib.org/doc/1' })),
  way('a state’s outlet under another name', 'sources\\.s2\\.publisher', (entity) => put(entity.sources[1]!, { url: 'https://acme-news.example.org/a' })),
  way('a copy from a state’s outlet that hides whose', 'sources\\.s2\\.publisher', (entity) => put(entity.sources[1]!, { publisher: 'Mirror / Acme News' })),
  way('an act in a repository as if it were the gazette', 'sources\\.s2\\.publisher', (entity) =>
    put(entity.sources[1]!, { url: 'https://github.com/acme/lists/blob/1/list.csv', kind: 'primary' }),
  ),
  way('a page read before it was published', 'sources\\.s2', (entity) => put(entity.sources[1]!, { readBy: '2022-05-01' })),
  way('a page read in the future', 'sources\\.s2', (entity) => put(entity.sources[1]!, { readBy: '2027-01-01' })),
  way('an address for a title', 'sources\\.s2\\.title', (entity) => put(entity.sources[1]!, { title: 'https://example.org/s2' })),
  way('an empty note on a source', 'sources\\[1\\]\\.supports', (entity) => put(entity.sources[1]!, { supports: '' })),
  way('a review in the future', 'review', (entity) => put(entity, { review: { state: 'reviewed', on: '2027-01-01' } })),
  way('a review before the sources were read', 'review', (entity) => put(entity, { review: { state: 'reviewed', on: '2026-01-01' } })),
  way('an as-of date after every source', 'asOf', (entity) => put(entity, { asOf: day('2023-01-01') })),
  // Dates
  eventDate('a day that does not exist', day('2023-02-30')),
  eventDate('a month that does not exist', { value: '2022-13', precision: 'month' }),
  eventDate('a month called a day', { value: '2022-05', precision: 'day' }),
  eventDate('a day called a month', { value: '2022-05-09', precision: 'month' }),
  eventDate('a date in another form', day('09.05.2022')),
  eventDate('a date as a plain text', '2022-05-09'),
  eventDate('a date in the future', day('2027-05-09')),
  eventDate('a date before its world', { value: '1022', precision: 'year' }),
  eventDate('an event after its page', day('2022-06-09')),
  eventDate('an event without a date', null),
  way('a page’s own day for the event’s', 'events\\.e1\\.date', (entity) => put(entity.events[0]!, { date: day('2022-05-10'), sources: ['s2'] })),
  way('a founding in the future', 'founded', (entity) => put(entity, { founded: { value: '2030', precision: 'year' } })),
  way('a relation that ends before it starts', 'relations\\.r1\\.end', (entity) => put(entity.relations[0]!, { start: day('2022-01-02'), end: day('2022-01-01') })),
  dates('a listing removed before it took effect', 'removed', { removed: day('2022-05-08') }),
  dates('a listing in effect before it was decided', 'effective', { designated: day('2022-05-10') }),
  dates('a listing printed before it was decided', 'published', { designated: day('2022-05-09'), published: day('2022-05-08') }),
  dates('a listing decided after every page on it', 'designated', { designated: day('2022-05-11'), effective: null }),
  // Listings
  listing('an unknown status', 'status', { status: 'banned' }),
  way('a listing called current with a removal', 'listings\\.l1\\.status', (entity) => put(entity.listings[0]!.dates, { removed: day('2022-05-10') })),
  listing('a listing called removed without a day', 'dates\\.removed', { status: 'removed' }),
  listing('a listing called proposed that took effect', 'status', { status: 'proposed' }),
  listing('a current listing without a primary source', 'sources', { sources: ['s2'] }),
  listing('a current listing without a citation', 'citation', { citation: null }),
  listing('a citation that is none', 'citation', { citation: 'Federal Register' }),
  listing('a Federal Register citation without a page', 'citation', { citation: '87 FR' }),
  listing('a Federal Register citation with dots', 'citation', { citation: '87 F.R. 12345' }),
  listing('an Official Journal citation without a page', 'citation', { citation: 'Regulation (EU) 2023/1495, OJ' }),
  listing('a volume of another year', 'citation', { citation: '80 FR 12345' }),
  listing('a citation of another list', 'citation', { citation: 'UK Sanctions List, CYB0070' }),
  listing('an authority that is not known', 'authority', { authority: 'Department of Trade' }),
  listing('a list of another authority', 'authority', { authority: 'US Federal Communications Commission' }),
  listing('a list spelled otherwise', 'list', { list: 'entity list' }),
  listing('a description for a legal name', 'legalName', { legalName: 'Acme Optics and 18 subsidiaries' }),
  listing('an effect that is not told', 'does', { does: '' }),
  listing('an effect of another list', 'does', { does: 'Its property in the United States is frozen.' }),
  way('a listing that only an event tells', 'events\\.e1\\.type', (entity) => put(entity, { listings: [], events: [{ ...entity.events[0]!, type: 'listing' }] })),
  way('a listing told twice', 'listings\\.l2', (entity) => entity.listings.push({ ...entity.listings[0]!, id: 'l2' })),
  way('a document published on two days', 'listings\\.l1\\.dates\\.published', (_entity, _world, other) => put(other('zeta-signal').listings[0]!.dates, { published: day('2022-05-08') })),
  way('a programme that one of two listings names', 'listings\\.l1\\.program', (entity, _world, other) => {
    put(entity.listings[0]!, { citation: 'UK Sanctions List, RUS1426' });
    put(other('zeta-signal').listings[0]!, { citation: 'UK Sanctions List, RUS2299', program: 'Russia' });
  }),
  way('a law that is listed', /acme-act\.json listings/, (entity, _world, other) => put(other('acme-act'), { listings: entity.listings })),
  way('a person without a designation', /jane-roe\.json kind/, (_entity, _world, other) => put(other('jane-roe'), { listings: [] })),
  way('a person whose listing is only proposed', /jane-roe\.json kind/, (_entity, _world, other) => {
    put(other('jane-roe').listings[0]!, { status: 'proposed', dates: { designated: null, published: day('2022-05-09'), effective: null, removed: null } });
  }),
  // Relations
  way('a relation to itself', 'relations\\.r1', (entity) => put(entity.relations[0]!, { target: 'acme-optics' })),
  way('a relation to itself as an outsider', 'relations\\.r2', (entity) => put(entity.relations[1]!, { external: 'ACME Optics' })),
  way('a relation that leads nowhere', 'relations\\.r1\\.target', (entity) => put(entity.relations[0]!, { target: 'nobody' })),
  way('a relation to an id that was given up', 'relations\\.r1\\.target', (entity) => put(entity.relations[0]!, { target: 'acme-old' })),
  way('a relation without another side', 'relations\\[0\\]', (entity) => put(entity.relations[0]!, { target: undefined })),
  way('a relation with two other sides', 'relations\\[0\\]', (entity) => put(entity.relations[0]!, { external: 'Somebody' })),
  way('a relation to an outsider who has an entry', 'relations\\.r2\\.external', (entity) => put(entity.relations[1]!, { external: 'Zeta Signalworks' })),
  way('a relation told twice', 'relations\\.r3', (entity) => entity.relations.push({ ...entity.relations[0]!, id: 'r3' })),
  way('a relation told both ways round', 'relations\\.r', (entity) => entity.relations.push({ ...entity.relations[0]!, id: 'r3', type: 'made-by' })),
  way('two sides that both claim to be the maker', /(acme-optics|acme-eye)\.json relations\.r1/, (entity, _world, other) => {
    put(other('acme-eye'), { relations: [{ ...entity.relations[0]!, target: 'acme-optics' }] });
  }),
  way('two sides with other dates', /(acme-optics|acme-eye)\.json relations\.r1/, (entity, _world, other) => {
    put(entity.relations[0]!, { start: day('2020-01-01') });
    put(other('acme-eye'), { relations: [{ ...entity.relations[0]!, type: 'made-by', target: 'acme-optics', start: day('2021-01-01') }] });
  }),
  way('an owner who took over what is called active', 'operatingStatus', (entity) => put(entity.relations[1]!, { type: 'acquired-by' })),
  way('an acquired company without an owner', 'operatingStatus', (entity) => put(entity, { operatingStatus: 'acquired' })),
  way('a person in business', /jane-roe\.json operatingStatus/, (_entity, _world, other) => put(other('jane-roe'), { operatingStatus: 'unknown' })),
  way('an office held by a company', 'relations\\.r2', (entity) => put(entity.relations[1]!, { type: 'officer-of' })),
  way('a product that owns shares', /acme-eye\.json relations\.r1/, (entity, _world, other) => {
    put(other('acme-eye'), { relations: [{ ...entity.relations[0]!, type: 'maker-of', target: 'zeta-signal' }] });
  }),
  // Names
  name('an empty name', ''),
  name('a name of one letter', 'A'),
  name('a name of two letters', 'AO'),
  name('a name of digits alone', '2021'),
  name('a name twice', 'Acme Optics'),
  name('a name of another entity', 'Zeta Signalworks'),
  name('a name of another entity in capitals', 'ZETA SIGNALWORKS'),
  name('a common English word', 'Phantom'),
  name('a rarer English word', 'Stingray'),
  name('a first name', 'Candice'),
  name('a town', 'Herzliya'),
  name('a city', 'Lahore'),
  name('a country', 'Georgia'),
  name('a well-known company', 'Adobe'),
  name('a name with a space in front', ' Acme'),
  name('a name with a space behind', 'Acme '),
  name('a name with two spaces', 'Acme  Cam'),
  name('a name with a Cyrillic letter in it', 'Acm\u0435 Cam'),
  name('a name that is not composed', 'Acme\u0301 Cam'),
  name('a name with an unseen character', 'Acme\u200bCam'),
  name('a name that turns direction', 'Acme \u202eCam'),
  name('a name in another script without its language', 'Акме'),
  name('two names in one', 'AcmeCam a.k.a. AcmeEye'),
  firstName('two primary names', { type: 'alias' }),
  firstName('an unknown type of name', { type: 'nickname' }),
  firstName('an empty cue', { context: [''] }),
  firstName('a cue with a star in front', { context: ['*ware'] }),
  firstName('a cue that stands for everything', { context: ['*'] }),
  firstName('a cue that stands in every text', { context: ['the'] }),
  firstName('no cues at all where some are announced', { context: [] }),
  firstName('a cue for both senses', { context: ['anvil'], otherMeanings: [{ meaning: 'cartoon', cues: ['anvil'] }] }),
  firstName('an ambiguous name that nothing can settle', { ambiguous: true }),
  way('a heading that is no name', 'name', (entity) => put(entity, { name: 'Other Firm' })),
  // Texts
  summary('a summary that is too short', 'Maker of cameras.'),
  summary('a summary that is too long', `Maker of cameras${' and of lenses'.repeat(30)}.`),
  summary('a summary that asks', 'Is it a maker of cameras that read faces, sold to cities?'),
  summary('a summary without an end', 'Maker of cameras that read faces, sold to cities'),
  summary('a judging summary', 'Notorious maker of cameras that read faces, sold to cities.'),
  summary('an advertising summary', 'Innovative maker of cameras that read faces, sold to cities.'),
  summary('HTML in a summary', 'Maker of <b>cameras</b> that read faces, sold to cities.'),
  summary('Markdown in a summary', 'Maker of **cameras** that read faces, sold to cities.'),
  summary('a link in a summary', 'Maker of [cameras](https://example.org) that read faces.'),
  summary('a line end in a summary', 'Maker of cameras that read faces,\nsold to cities.'),
  way('a fact that breaks off', 'facts\\.f1\\.text', (entity) => put(entity.facts![0]!, { text: 'Acme Optics has 40' })),
  way('a fact that repeats an event', 'facts\\.f1\\.text', (entity) => put(entity.facts![0]!, { text: entity.events[0]!.text })),
  way('owners in a circle', 'relations\\.r9\\.type', (entity, { files }, other) => {
    const owned = (by: string) => ({ ...entity.relations[0]!, id: 'r9', type: 'subsidiary-of' as const, target: by });
    const third = { ...other('zeta-signal'), id: 'third-firm', name: 'Third Lenswork', names: [{ text: 'Third Lenswork', type: 'primary' as const }] };
    files['third-firm.json'] = { ...third, relations: [owned('acme-optics')] };
    put(other('zeta-signal'), { relations: [owned('third-firm')] });
    entity.relations.push(owned('zeta-signal'));
  }),
  event('an allegation of nobody', 'Acme Optics reportedly sold 40 cameras to Example City.'),
  way('a denial that cites what is not there', 'events\\.e1\\.denial', (entity) =>
    put(entity.events[0]!, { denial: { text: 'Acme Optics denied it.', sources: ['s9'] } }),
  ),
  way('a denial that denies nothing', 'events\\.e1\\.denial', (entity) =>
    put(entity.events[0]!, { denial: { text: 'Acme Optics has an office.', sources: ['s1'] } }),
  ),
  way('two listed together who share no list', 'relations\\.r1\\.type', (entity) =>
    put(entity.relations[0]!, { type: 'co-listed-with', target: 'jane-roe' }),
  ),
  event('a judging adverb', 'Unfortunately, Acme Optics sold 40 cameras to Example City.'),
  event('a verdict', 'Acme Optics sold its dystopian cameras to Example City.'),
  event('two facts in one', 'Acme Optics sold 40 cameras; its head left the firm.'),
  event('a future in the past', 'Acme Optics was to deliver 40 cameras to Example City.'),
  event('an event that leans on another', 'It delivered 40 cameras to Example City.'),
  event('a time that passes', 'Acme Optics recently sold 40 cameras to Example City.'),
  event('an event that speaks to the reader', 'As we know, Acme Optics sold 40 cameras to Example City.'),
  event('an exclamation', 'Acme Optics sold 40 cameras to Example City!'),
  event('an event in lower case', 'acme Optics sold 40 cameras to Example City.'),
  event('an entity of HTML', 'Acme Optics sold lenses &amp; cameras to Example City.'),
  event('a note to self', 'Acme Optics sold 40 cameras (s3).'),
  event('an address in a text', 'Acme Optics sold 40 cameras, see https://example.org.'),
  way('an event of the wrong type', 'events\\.e1\\.type', (entity) => put(entity.events[0]!, { type: 'lawsuit', text: 'Police arrested the head of Acme Optics.' })),
  way('an event told twice', 'events\\.e2', (entity) => entity.events.push({ ...entity.events[0]!, id: 'e2' })),
  way('an open question told as a fact', 'unverified', (entity) => put(entity, { unverified: [entity.events[0]!.text] })),
  way('an open question twice', 'unverified', (entity) => put(entity, { unverified: ['It may have an office.', 'It may have an office.'] })),
  way('a control character in a note', 'sources\\.s2\\.supports', (entity) => put(entity.sources[1]!, { supports: 'Names\u0007 the company.' })),
  // The side files
  way('a redirect to nowhere', /moved\.json acme-old/, (_entity, { moved }) => put(moved, { 'acme-old': 'nobody' })),
  way('a redirect of an id in use', /moved\.json zeta-signal/, (_entity, { moved }) => put(moved, { 'zeta-signal': 'acme-optics' })),
  way('redirects that go round', /moved\.json/, (_entity, { moved }) => put(moved, { 'acme-old': 'acme-older', 'acme-older': 'acme-old' })),
  way('an id that went without a redirect', /moved\.json acme-gone/, (_entity, world) => put(world, { committedIds: ['acme-gone', 'acme-old', 'acme-optics'] })),
  way('a redirect to itself', /moved\.json acme-old/, (_entity, { moved }) => put(moved, { 'acme-old': 'acme-old' })),
  way('an exception that no longer fails', /exceptions\.json event-dated/, (_entity, { exceptions }) => {
    exceptions.push({ rule: 'event-dated', reason: 'No page that was read gives a date.', places: ['entities/acme-optics.json events.e1.date'] });
  }),
  way('an exception to no rule', /exceptions\.json no-rule/, (_entity, { exceptions }) => {
    exceptions.push({ rule: 'no-rule', reason: 'No page that was read gives a date.', places: ['entities/acme-optics.json events.e1.date'] });
  }),
  way('an exception without a reason', /exceptions\.json/, (_entity, { exceptions }) => {
    exceptions.push({ rule: 'event-dated', reason: 'So.', places: ['entities/acme-optics.json events.e1.date'] });
  }),
  way('a floor that was lowered', /floors\.json events/, (_entity, world) => {
    world.committedFloors = { ...world.floors };
    put(world.floors, { events: world.floors.events! - 1 });
  }),
  way('a floor far below what there is', /floors\.json sources/, (_entity, { floors }) => put(floors, { sources: 1 })),
  way('a floor that was taken out', /floors\.json events/, (_entity, { floors }) => Reflect.deleteProperty(floors, 'events')),
  way('fewer events than the floor', /floors\.json events/, (entity) => put(entity, { events: [] })),
  way('a context word that no text holds', /context\.json/, (_entity, { context }) => put(context, { neutral: ['*'] })),
  way('a context without its topics', /context\.json/, (_entity, { context }) => Reflect.deleteProperty(context, 'topics')),
  way('an outlet of a state that nobody names', /state-media\.json/, (_entity, { stateMedia }) => put(stateMedia[0]!, { state: null })),
  way('a damaged list of what was imported', /imported\.json/, (_entity, { imported }) => put(imported, { 'acme-optics': 'all' })),
  way('a floor of nothing that is measured', /floors\.json cats/, (_entity, { floors }) => put(floors, { cats: 9 })),
];
