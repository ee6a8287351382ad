/** A fuzzer on the messages: whatever arrives, only sound messages of this extension are acted on, and nothing throws. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onBackgroundMessage } from '../../src/messages-browser.ts';
import { toBackgroundSchema, toPageSchema } from '../../src/messages.ts';
import * as v from 'valibot';

const listeners: ((raw: unknown, sender: object) => unknown)[] = [];
beforeEach(() => {
  listeners.length = 0;
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    listeners.push(listener as (typeof listeners)[number]);
  });
});

const word = fc.oneof(
  fc.constantFrom('page-entities', 'cards', 'open-profile', 'dismiss', 'undo-dismissal', 'load-rest', 'style-page', 'style-frames', 'line', 'tint-safe', 'page-state', 'go-to-mention', 'step-mention', 'mark-now', 'nso-group', '__proto__', 'constructor'), // prettier-ignore
  fc.string({ maxLength: 90 }),
);
const sheet = fc.record({ style: word, tagPaths: fc.array(fc.oneof(fc.constantFrom('p', 'main>p>a', '*', 'p a', 'p{}'), fc.string())) }); // prettier-ignore
/** Objects that look like messages, and everything else that can be cloned from one process to another. */
const anything = fc.oneof(
  fc.record(
    {
      type: word,
      entity: fc.oneof(word, fc.anything()),
      entities: fc.oneof(fc.array(fc.oneof(word, fc.record({ entity: word, count: fc.oneof(fc.integer(), fc.double()) }))), fc.anything()), // prettier-ignore
      index: fc.oneof(fc.integer(), fc.double(), fc.anything()),
      style: fc.oneof(word, fc.anything()),
      sheet: fc.oneof(sheet, fc.constant(null), fc.anything()),
      instead: fc.oneof(fc.array(sheet), fc.constant(null), fc.anything()),
      step: fc.oneof(fc.constantFrom(1, -1, 0, '1'), fc.anything()),
      dismissal: fc.oneof(fc.record({ entity: word, name: word, on: word, site: word }, { requiredKeys: [] }), fc.anything()), // prettier-ignore
    },
    { requiredKeys: ['type'], noNullPrototype: false },
  ),
  fc.anything(),
);

/** Near to sound ones: chance alone makes a sound message too seldom to say anything about those that pass. */
const nearlySound = fc.oneof(
  fc.record({ type: fc.constant('open-profile'), entity: word }),
  fc.record({ type: fc.constant('cards'), entities: fc.array(word, { maxLength: 3 }) }),
  fc.record({
    type: fc.constant('page-entities'),
    entities: fc.array(fc.record({ entity: word, count: fc.oneof(fc.integer(), fc.double()) }), {
      maxLength: 2,
    }),
  }),
  fc.record({
    type: fc.constant('style-page'),
    sheet: fc.oneof(sheet, fc.constant(null)),
    instead: fc.array(sheet, { maxLength: 2 }),
  }),
);

const nearlySoundToPage = fc.oneof(
  fc.record({ type: fc.constantFrom('page-state', 'mark-now') }),
  fc.record({
    type: fc.constant('step-mention'),
    step: fc.oneof(fc.constantFrom(1, -1, 0, '1'), fc.integer()),
  }),
  fc.record({
    type: fc.constant('go-to-mention'),
    entity: word,
    index: fc.oneof(fc.integer(), fc.double()),
  }),
);

describe('messages to the background', () => {
  it('only sound ones are handled, and just as they were checked', () => {
    const handle = vi.fn(() => Promise.resolve());
    let passed = 0;
    onBackgroundMessage(handle);
    fc.assert(
      fc.property(fc.oneof(nearlySound, anything), fc.option(fc.nat()), (raw, tab) => {
        handle.mockClear();
        const sender = { id: fakeBrowser.runtime.id, ...(tab !== null && { tab: { id: tab, index: 0 } }) };
        for (const listener of listeners) listener(raw, sender);
        const parsed = v.safeParse(toBackgroundSchema, raw);
        expect(handle).toHaveBeenCalledTimes(parsed.success ? 1 : 0);
        passed += Number(parsed.success);
      }),
      { numRuns: 3000 },
    );
    expect(passed).toBeGreaterThan(0);
  });

  it('a sound one of another sender is not handled', () => {
    const handle = vi.fn(() => Promise.resolve());
    onBackgroundMessage(handle);
    for (const id of ['another-extension', '', undefined])
      for (const listener of listeners) listener({ type: 'open-profile', entity: 'nso-group' }, { id });
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('what passes the check', () => {
  it('holds ids that are safe in file names, and counts that are whole and not negative', () => {
    let passed = 0;
    fc.assert(
      fc.property(fc.oneof(nearlySound, anything), (raw) => {
        const message = v.safeParse(toBackgroundSchema, raw);
        if (!message.success) return;
        passed++;
        const text = JSON.stringify(message.output);
        if ('entity' in message.output) expect(message.output.entity).toMatch(/^[a-z0-9-]{1,80}$/);
        if (message.output.type === 'cards') for (const id of message.output.entities) expect(id).toMatch(/^[a-z0-9-]{1,80}$/); // prettier-ignore
        if (message.output.type === 'style-page')
          for (const path of [message.output.sheet, ...message.output.instead].flatMap(
            (one) => one?.tagPaths ?? [],
          ))
            expect(path).toMatch(/^[a-z0-9>*-]+$/);
        expect(text).not.toContain('../');
      }),
      { numRuns: 3000 },
    );
    expect(passed).toBeGreaterThan(0);
  });

  it('to a page: steps of one, whole indexes, known types', () => {
    const passed = new Set<string>();
    fc.assert(
      fc.property(fc.oneof(nearlySoundToPage, anything), (raw) => {
        const message = v.safeParse(toPageSchema, raw);
        if (!message.success) return;
        passed.add(message.output.type);
        if (message.output.type === 'step-mention') expect([1, -1]).toContain(message.output.step);
        if (message.output.type === 'go-to-mention') {
          expect(Number.isInteger(message.output.index)).toBe(true);
          expect(message.output.entity).toMatch(/^[a-z0-9-]{1,80}$/);
        }
      }),
      { numRuns: 3000 },
    );
    expect([...passed].toSorted()).toEqual(['go-to-mention', 'mark-now', 'page-state', 'step-mention']);
  });
});
