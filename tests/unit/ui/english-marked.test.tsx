// @vitest-environment happy-dom
/** In another language, names and sentences in English that stand within a sentence of the interface say that they are. */
import { h, render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { compileProfile } from '../../../src/compile/compile-profiles.ts';
import type { RecordRelation } from '../../../src/dataset/records.ts';
import { thenAndNow } from '../../../src/dataset/then-and-now.ts';
import { readCard } from '../card/read-card.ts';
import { sampleEntity } from '../compile/sample-entities.ts';
import { speak } from '../locales/speak.ts';

let root: HTMLElement;
beforeEach(async () => {
  await speak('ar');
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

const day = (value: string) => ({ value, precision: 'day' as const });
/** Language and direction of the innermost element that holds exactly this text. */
function markOf(text: string): (string | null)[] {
  const holder = [...root.querySelectorAll('*')].filter(({ textContent }) => textContent === text).at(-1);
  return holder ? [holder.getAttribute('lang'), holder.getAttribute('dir')] : [];
}

test('lists and authorities in a card, before and after the article', async () => {
  const { ThenSection } = await import('../../../src/card/then-section.tsx');
  const record = readCard('sandvine');
  const [listing] = record.listings;
  const published = day('2024-06-01');
  const account = thenAndNow(record, published, '2026-11-23');
  render(h(ThenSection, { record, published, thenAndNow: account }), root);
  expect(listing!.dates.removed).not.toBeNull();
  expect(root.querySelector('.states')!.textContent).toContain('Entity List: منذ');
  expect(markOf('Entity List')).toEqual(['en', 'ltr']);
  expect(markOf(listing!.authority)).toEqual(['en', 'ltr']);
});

test('what else a name means, and the middle of the drawn relations', async () => {
  const { Names } = await import('../../../src/profile/names.tsx');
  const meaning = 'the word ability; other firms named Ability';
  const name = { ...sampleEntity().names[0]!, otherMeanings: [{ meaning }] };
  render(h(Names, { names: [name] }), root);
  expect(markOf(meaning)).toEqual(['en', 'ltr']);

  const { RelationsDrawn } = await import('../../../src/profile/relations-drawn.tsx');
  const ties = ['One', 'Two'].map((name): RecordRelation => ({
    ...{ id: name, type: 'investor', entity: null, name, sources: ['s1'] },
    ...{ start: null, end: null },
  }));
  const record = compileProfile(sampleEntity({ name: 'Acme Optics Inc.' }), ties, new Map());
  render(h(RelationsDrawn, { record }), root);
  // The full stop would go to the name's beginning in a line that reads from right to left.
  expect(root.querySelector('.centre bdi')?.textContent).toBe('Acme Optics Inc.');
});

test('what is said of a tie in a card, and the authorities that the directory offers', async () => {
  const { FactsSection } = await import('../../../src/card/facts-section.tsx');
  const text = 'The EU says that it filters content.';
  const tie: RecordRelation = {
    ...{ id: 'r1', type: 'investor', entity: null, name: 'One', sources: [], text },
    ...{ start: null, end: null },
  };
  const record = { ...readCard('sandvine'), relations: [tie] };
  render(h(FactsSection, { record, onOpenEntity: () => undefined }), root);
  expect(markOf(text)).toEqual(['en', 'ltr']);

  const { FilterSelect } = await import('../../../src/directory/filter-select.tsx');
  const counts = new Map([['US Congress', 5]]);
  render(h(FilterSelect, { filter: 'authority', value: undefined, counts, onChange: () => undefined }), root);
  expect(root.querySelector('option[value="US Congress"]')?.getAttribute('lang')).toBe('en');
});
