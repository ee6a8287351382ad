// @vitest-environment happy-dom
/** Where the keyboard focus goes when the pressed button makes way, and that a focus outside the card is left alone. */
import '../ui/english.ts';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardProps } from '../../../src/card/card.tsx';
import { makeCard, type MountedCard } from '../../../src/card/mount.ts';
import { readCard } from './read-card.ts';

const tie = { id: 'r1', type: 'maker-of', entity: 'pegasus', name: 'Pegasus', start: null, end: null, sources: [] } as const; // prettier-ignore

let card: MountedCard;
let root: ShadowRoot;
let before: HTMLElement;
let isKept: boolean;

beforeEach(() => {
  // happy-dom has no top layer.
  HTMLElement.prototype.showPopover = () => undefined;
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  before = document.createElement('input');
  document.body.replaceChildren(before);
  before.focus();
  card = makeCard({ document, looks: { theme: 'system', palette: 'standard' }, onRemoved: vi.fn() });
  root = attach.mock.results[0]!.value as ShadowRoot;
  attach.mockRestore();
  isKept = true;
  const kept = () => Promise.resolve(isKept);
  const actions: CardProps['actions'] = {
    openProfile: vi.fn(),
    explain: () => [],
    copyCitation: kept,
    scopes: ['page', 'site', 'everywhere'],
    dismiss: kept,
    undoDismissal: kept,
    isSettled: () => true,
  };
  void act(() => {
    card.update({
      record: readCard('nso-group', [{ ...tie, sources: [] }]),
      surface: 'NSO',
      published: { value: '2022-06-28', precision: 'day' },
      today: '2026-11-21',
      isPinned: false,
      standingOf: () => 'none',
      loadCard: (id) => Promise.resolve(readCard(id)),
      onPin: vi.fn(),
      onClose: vi.fn(),
      actions,
    });
    card.open(document.documentElement);
  });
});
afterEach(() => card.remove());

const panel = () => root.querySelector('.panel');
const nameOf = (element: Element) =>
  (element.getAttribute('aria-label') ?? (element.textContent || (element as HTMLElement).title)).trim();
const focused = () => root.activeElement && nameOf(root.activeElement);
function find(label: string | RegExp): HTMLButtonElement {
  const isIt = (name: string) => (typeof label === 'string' ? name === label : label.test(name));
  return [...root.querySelectorAll('button')].find((one) => isIt(nameOf(one)))!;
}
/** A click as the reader's own: happy-dom's are untrusted, like a page's. */
async function click(label: string | RegExp) {
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  await act(() => void find(label).dispatchEvent(event));
  await act(() => Promise.resolve());
}
/** With Enter: the focus is on what is pressed. */
async function press(label: string | RegExp) {
  find(label).focus();
  await click(label);
}

describe('what was pressed by keyboard makes way', () => {
  it('for another entity, and back: the focus is on the card, which is named after it', async () => {
    await press('Pegasus');
    expect(root.querySelector('h1')?.textContent).toBe('Pegasus');
    expect(root.activeElement).toBe(panel());
    await press('Back');
    expect(root.querySelector('h1')?.textContent).toBe('NSO Group');
    expect(root.activeElement).toBe(panel());
  });

  it('for a way back: the focus is on that, and then where it began', async () => {
    await press('Not this one');
    expect(focused()).toBe('Not this one');
    await press('On this page');
    expect(focused()).toBe('Undo');
    await press('Undo');
    expect(focused()).toBe('Not this one');
  });

  it('for word that the choice was not kept: the focus is where it began', async () => {
    isKept = false;
    await press('Not this one');
    await press('On this page');
    expect(focused()).toBe('Not this one');
  });

  it('for the rest of the changes: the focus is on them', async () => {
    await press(/Show \d+ more/);
    expect(root.activeElement).toBe(root.querySelector('.changes'));
  });
});

it('a focus in the page stays there, whatever is pressed in the card', async () => {
  for (const label of [/Show \d+ more/, 'Not this one', 'On this page', 'Undo', 'Pegasus', 'Back']) {
    await click(label);
    expect([document.activeElement, root.activeElement]).toEqual([before, null]);
  }
});

describe('when the card goes', () => {
  it('the focus goes back to where the reader was, also from what was pressed for', async () => {
    await press('Not this one');
    await press('On this page');
    card.remove();
    expect(document.activeElement).toBe(before);
  });

  it('the focus goes back also when what held it in the card is gone', () => {
    find('Close').focus();
    find('Close').remove();
    (document.activeElement as HTMLElement | null)?.blur();
    expect(document.activeElement).toBe(document.body);
    card.remove();
    expect(document.activeElement).toBe(before);
  });

  it('the focus stays where the reader took it in the page', () => {
    const other = document.createElement('input');
    document.body.append(other);
    find('Close').focus();
    other.focus();
    card.remove();
    expect(document.activeElement).toBe(other);
  });

  it('a press beside the card takes the focus out for good', () => {
    find('Close').focus();
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    find('Close').blur();
    card.remove();
    expect(document.activeElement).toBe(document.body);
  });
});
