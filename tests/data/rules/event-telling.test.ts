/** The rule event-telling: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { eventTelling } from '../../../src/compile/rules/event-telling.ts';
import { sampleEntity } from '../../unit/compile/sample-entities.ts';
import { fieldsOf } from './check-rule.ts';

const telling = (count: number) => ({
  events: Array.from({ length: count }, (_, index) => ({ ...sampleEntity().events[0]!, id: `e${index + 1}`, telling: true as const })),
});

it('catches every event that is marked telling beyond the third', () => {
  expect(fieldsOf(eventTelling, telling(5))).toEqual(['events.e4.telling', 'events.e5.telling']);
});

it('lets three through', () => {
  expect(fieldsOf(eventTelling, telling(3))).toEqual([]);
});
