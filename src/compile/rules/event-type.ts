/** Rule: an event's type fits what it tells. */
import type { EventType } from '../../dataset/vocabulary.ts';
import { entityRule } from './rule.ts';

/** Words that a type cannot be about, and the type that was likely meant. */
const misfits: Partial<Record<EventType, [words: RegExp, meant: EventType]>> = {
  lawsuit: [/\b(arrest(ed|s)?|raid(ed|s)?|searched|seized|detained)\b/i, 'enforcement'],
  contract: [/\b(boast(s|ed)?|claim(s|ed) to have)\b/i, 'other'],
  ruling: [
    /\b(arrest(ed|s)?|raid(ed|s)?|detained)\b|(?<!\b(court|judge|jury|tribunal|pleaded|sentenced|convicted)\b.*)\b(fined|fine of|reprimanded)\b(?!.*\b(court|judge|jury|tribunal)\b)|^(The )?((US )?(Federal (Trade|Communications) Commission|FTC|FCC)|UK Information Commissioner|prosecutors?)\b/i,
    'enforcement',
  ],
  listing: [/\b(stock exchange|IPO|Nasdaq|STAR Market)\b/i, 'other'],
};

export const eventType = entityRule(
  'event-type',
  'An arrest is not a lawsuit, what a prosecutor or an authority decides not a ruling, a boast not a contract, a stock listing not a government’s (audit pattern 10).',
  function* (entity) {
    for (const { id, type, text } of entity.events) {
      const misfit = misfits[type];
      const found = misfit?.[0].exec(text);
      if (misfit && found)
        yield [`events.${id}.type`, `is "${type}", but “${found[0]}” speaks of "${misfit[1]}"`];
    }
  },
);
