/** What the address bar and the menu entry lead to for the words that a reader typed or selected. */
import '../ui/english.ts';
import { describe, expect, test } from 'vitest';
import { addressBarLine, describedSuggestions } from '../../../src/background/address-bar.ts';
import { addressFor, escapeXml } from '../../../src/background/look-up.ts';
import type { DirectoryRow } from '../../../src/dataset/records.ts';
import { buildSearchIndex } from '../../../src/ui/search.ts';

const row = (id: string, name: string, names: string[] = [], kind: DirectoryRow['kind'] = 'company') =>
  ({ id, name, names, kind, standing: 'none' }) as DirectoryRow;
const index = buildSearchIndex([
  row('nso-group', 'NSO Group', ['NSO', 'Q Cyber']),
  row('pegasus', 'Pegasus', [], 'product'),
  row('palantir', 'Palantir'),
  row('palantir-elite', 'ELITE & more', ['Palantir ELITE'], 'product'),
  row('entity-list', 'Entity List', [], 'instrument'),
  row('hacking-team', 'Hacking Team', ['HT', 'HT Srl']),
  row('ht-europe', 'HT Srl Europe'),
  row('foundry', 'Foundry', ['Palantir']),
  row('daniels-law', "Daniel's Law", [], 'instrument'),
  row('palantirsoft', 'Palantirsoft'),
  row('clear', 'CLEAR', [], 'product'),
  row('clear-secure', 'CLEAR (Clear Secure)', ['CLEAR', 'Clear Secure']),
]);

describe('the page for some words', () => {
  test.each([
    ['NSO Group', '/profile.html?id=nso-group'],
    ['  nso\n group ', '/profile.html?id=nso-group'],
    ['q cyber', '/profile.html?id=nso-group'],
    ['pega', '/profile.html?id=pegasus'],
    // Many entries have it in a name, one even as another name; one is called just that.
    ['Palantir', '/profile.html?id=palantir'],
    ['HT Srl', '/profile.html?id=hacking-team'],
    ['palant', '/directory.html?q=palant'],
    ['The NSO Group said on Monday', '/profile.html?id=nso-group'],
    ['sold by Palantir as Palantir ELITE', '/profile.html?id=palantir-elite'],
    ['NSO Group, a rival of Pegasus', '/profile.html?id=nso-group'],
    ['what NSO sold', '/profile.html?id=nso-group'],
    ['an HT in it', '/directory.html?q=an%20HT%20in%20it'],
    // A possessive is the name's; one that a name has itself stays.
    ['NSO’s', '/profile.html?id=nso-group'],
    ["NSO Group's", '/profile.html?id=nso-group'],
    ['PALANTIR’S', '/profile.html?id=palantir'],
    ['Hacking Team’s spyware', '/profile.html?id=hacking-team'],
    ['sold by Palantir’s rival, Hacking Team', '/profile.html?id=hacking-team'],
    ['Palantir sold Hacking Team’s spyware', '/profile.html?id=hacking-team'],
    ["Daniel's Law", '/profile.html?id=daniels-law'],
    ["the suits under Daniel's Law", '/profile.html?id=daniels-law'],
    ['Daniel’s', '/profile.html?id=daniels-law'],
    // Two bear the name; the remark in brackets is not of it.
    ['CLEAR', '/directory.html?q=CLEAR'],
    ['clear secure', '/profile.html?id=clear-secure'],
    ['nobody’s', '/directory.html?q=nobody%E2%80%99s'],
    ['  no\n\n such \tthing ', '/directory.html?q=no%20such%20thing'],
    ['no such & thing', '/directory.html?q=no%20such%20%26%20thing'],
    ['', '/directory.html'],
  ])('%j', (words, address) => expect(addressFor(index, words)).toBe(address));

  test('a whole page selected is not looked at to its end', () => {
    expect(addressFor(index, 'x '.repeat(300) + 'NSO Group')).toMatch(/^\/directory\.html\?q=x/);
  });
});

describe('the address bar', () => {
  test('names what each suggestion is, and the other name that was found', () => {
    expect(describedSuggestions(index, 'q cy')).toEqual([
      { content: 'NSO Group', description: 'NSO Group (Q Cyber) · Company · No listing known' },
    ]);
    expect(describedSuggestions(index, 'entity')[0]?.description).toBe('Entity List · Law or list');
    expect(describedSuggestions(index, ' ')).toEqual([]);
  });
  test('what is chosen leads to that entry', () => {
    const suggestions = describedSuggestions(index, 'palantir');
    expect(suggestions).not.toEqual([]);
    for (const { content } of suggestions) {
      const [found] = index.filter(({ row: each }) => each.name === content);
      expect(addressFor(index, content)).toBe(`/profile.html?id=${found!.row.id}`);
    }
  });
  test('says what Enter does', () => {
    expect(addressBarLine(' nso ')).toBe('Search all entries for “nso”');
    expect(addressBarLine('')).toMatch(/Type a name/);
  });
  test('no name can break the markup that Chrome reads', () => {
    expect(escapeXml(`<a> & 'b' "c"`)).toBe('&#60;a&#62; &#38; &#39;b&#39; &#34;c&#34;');
  });
});
