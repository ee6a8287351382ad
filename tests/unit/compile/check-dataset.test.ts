/** The check as a whole: breaches with an exception pass, exceptions without a breach do not. */
import { expect, it } from 'vitest';
import { checkDataset, pruneExceptions } from '../../../src/compile/check-dataset.ts';
import { eventDated } from '../../../src/compile/rules/event-dated.ts';
import { toDataset } from '../../../src/compile/rules/rule.ts';
import { sampleEntity } from './sample-entities.ts';

const [event] = sampleEntity().events;
const broken = toDataset([sampleEntity({ events: [{ ...event!, date: null }] })]);
const sound = toDataset([sampleEntity()]);
const place = 'entities/acme-optics.json events.e1.date';
const exception = { rule: 'event-dated', reason: 'No page that was read gives a date.', places: [place] };

it('names rule, file and field of a breach', () => {
  expect(checkDataset(broken, [eventDated], [])).toEqual({
    problems: [
      {
        rule: 'event-dated',
        file: 'entities/acme-optics.json',
        field: 'events.e1.date',
        message: 'is empty: give the year at least, or make the event a fact',
      },
    ],
    excepted: 0,
  });
});

it('lets a known breach through', () => {
  expect(checkDataset(broken, [eventDated], [exception])).toEqual({ problems: [], excepted: 1 });
});

it('calls an exception that no longer fails a problem, and one for a rule that is not there', () => {
  const { problems } = checkDataset(sound, [eventDated], [exception, { ...exception, rule: 'no-rule' }]);
  expect(problems.map(({ file, message }) => [file, message])).toEqual([
    ['exceptions.json', `${place} no longer fails: take it out`],
    ['exceptions.json', 'is not a rule'],
    ['exceptions.json', `${place} no longer fails: take it out`],
  ]);
});

it('calls an exception made twice a problem', () => {
  expect(checkDataset(broken, [eventDated], [exception, exception]).problems).toHaveLength(1);
});

it('prunes what no longer fails', () => {
  const two = { ...exception, places: [place, 'entities/other.json events.e1.date'] };
  expect(pruneExceptions(broken, [eventDated], [two])).toEqual([exception]);
  expect(pruneExceptions(sound, [eventDated], [two])).toEqual([]);
});
