/** Every message at its largest is sound, and one step beyond a bound is not: a page that was taken over could send anything. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { pageStateSchema, toBackgroundSchema, toPageSchema } from '../../../src/messages.ts';

type Fields = Record<string, unknown>;
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

/** As long as may be; nothing larger is a message. */
const id = 'x'.repeat(80);
const site = `${'a'.repeat(252)}b`;
const choice = {
  entity: id,
  name: 'N'.repeat(200),
  site,
  page: `https://news.example/${'a'.repeat(1979)}`,
  on: '2026-11-21',
};
const text = { text: 'T'.repeat(20_000), language: 'l'.repeat(100) };
const sheet = { style: 'tint-safe', tagPaths: times(100, 'p'.repeat(1000)) };

const toBackground: Fields[] = [
  { type: 'page-entities', entities: times(10_000, { entity: id, count: 0 }) },
  { type: 'cards', entities: times(1000, id) },
  { type: 'open-profile', entity: id },
  { type: 'dismiss', dismissal: choice },
  { type: 'undo-dismissal', dismissal: choice },
  { type: 'may-mention', texts: times(100, text) },
  { type: 'load-rest' },
  { type: 'load-card' },
  { type: 'style-page', sheet, instead: times(100, sheet) },
  { type: 'style-frames', style: 'line-text' },
];
const toPage: Fields[] = [
  { type: 'page-state' },
  { type: 'go-to-mention', entity: id, index: 0 },
  { type: 'step-mention', step: 1 },
  { type: 'mark-now' },
];

describe.each([
  ['the background', toBackgroundSchema, toBackground],
  ['a page', toPageSchema, toPage],
] as const)('to %s', (_, schema, messages) => {
  const isSound = (message: unknown) => v.is(schema, message);

  test('there is no other kind of message', () => {
    expect(schema.options.map(({ entries }) => entries.type.literal)).toEqual(
      messages.map(({ type }) => type),
    );
  });
  test.each(messages.map((message) => [message.type, message]))(
    '%s at its largest is sound',
    (type, message) => {
      expect(isSound(message)).toBe(true);
    },
  );
  test.each(messages.map((message) => [message.type, message]))(
    '%s with one field more, anywhere in it, is not',
    (type, message) => {
      const widened = withOneField(message);
      expect(widened.length).toBeGreaterThan(0);
      expect(widened.filter(isSound)).toEqual([]);
    },
  );
  test.each(messages.map((message) => [message.type, message]))(
    '%s with one item or letter more, anywhere in it, is not',
    (type, message) => {
      expect(lengthened(message).filter(isSound)).toEqual([]);
    },
  );
});

test.each([
  ['a page of half a mention', { type: 'page-entities', entities: [{ entity: 'a', count: 0.5 }] }],
  ['a question about no text', { type: 'may-mention', texts: [] }],
  ['a sheet for no elements', { type: 'style-page', sheet: { ...sheet, tagPaths: [] }, instead: [] }],
  ['a choice of no site', { type: 'dismiss', dismissal: { ...choice, site: '' } }],
  ['a choice for a page by what is no address', { type: 'dismiss', dismissal: { ...choice, page: 'a' } }],
])('%s is no message', (_, message) => {
  expect(v.is(toBackgroundSchema, message)).toBe(false);
});

test('a choice may be for everywhere, and a step goes back too', () => {
  const { entity, name, on } = choice;
  expect(v.is(toBackgroundSchema, { type: 'dismiss', dismissal: { entity, name, on } })).toBe(true);
  expect(v.is(toPageSchema, { type: 'step-mention', step: -1 })).toBe(true);
});

test('a page asks about a single text too', () => {
  expect(v.is(toBackgroundSchema, { type: 'may-mention', texts: [{ text: 'Ring', language: null }] })).toBe(
    true,
  );
});

test.each(['on', 'off-everywhere', 'off-here', 'not-an-article', 'waiting-to-be-asked', 'unsupported'])(
  'a page may answer that its marking is %s',
  (marking) => {
    const state = {
      site: 'a',
      url: 'http://a/',
      title: 'A',
      marking,
      published: null,
      entities: [],
      isReading: true,
    };
    expect(v.is(pageStateSchema, state)).toBe(true);
  },
);

/** The message once for each object in it (in the first of each list), with a field that does not belong there. */
const withOneField = (message: unknown) =>
  changedOnce(message, (part) => (isFields(part) ? { ...part, also: 1 } : undefined));

/** The message once for each text and list in it (in the first of each list), with one letter or item more there. */
const lengthened = (message: unknown) =>
  changedOnce(message, (part) => {
    if (typeof part === 'string') return `${part}a`;
    return isList(part) ? [...part, part[0]] : undefined;
  });

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !isList(value);

/** The value once for each part of it that `change` makes another of, with that alone changed. */
function changedOnce(value: unknown, change: (part: unknown) => unknown): unknown[] {
  const own = change(value);
  const changed = own === undefined ? [] : [own];
  if (isList(value) && value.length > 0)
    return [...changed, ...changedOnce(value[0], change).map((first) => [first, ...value.slice(1)])];
  if (!isFields(value)) return changed;
  const inner = Object.entries(value).flatMap(([key, part]) =>
    changedOnce(part, change).map((other) => ({ ...value, [key]: other })),
  );
  return [...changed, ...inner];
}
