/** Which words stand beside a name, whether they could be one name with it, and whether all of it is a title. */
import { describe, expect, test } from 'vitest';
import {
  beginsSentence,
  headlineAround,
  isInitial,
  neighbourAfter,
  neighbourBefore,
} from '../../../src/match/neighbours.ts';

/** Where “Ring” stands in the text. */
const ring = (text: string) => ({ start: text.indexOf('Ring'), end: text.indexOf('Ring') + 4 });
const long = 'x'.repeat(60);

describe('the word before', () => {
  const before = (text: string) => {
    const found = neighbourBefore(text, ring(text).start);
    if (found) expect(text.slice(found.start, found.end).toLowerCase()).toBe(found.text.toLowerCase());
    return found && `${found.text}${found.touches ? ' touches' : ''}${found.isApart ? ' apart' : ''}`;
  };

  test.each([
    ['an Elden Ring', 'Elden touches'],
    ['A Ring', 'A touches'],
    ['an Elden  Ring', 'Elden touches'],
    ['an Elden\u00a0Ring', 'Elden touches'],
    ['an Elden\nRing', 'Elden'],
    ['an Elden-Ring', 'Elden touches'],
    ['an Elden--Ring', 'Elden'],
    ['an Elden – Ring', 'Elden'],
    ['an Elden—Ring', 'Elden'],
    ['an Elden―Ring', 'Elden'],
    ['an Elden “Ring', 'Elden'],
    ['an Elden, Ring', 'Elden apart'],
    ['an Elden; Ring', 'Elden apart'],
    ['an Elden? Ring', 'Elden apart'],
    ['an Elden. Ring', 'Elden apart'],
    ['by Mr. Ring', 'Mr'],
    ['by Mrs. Ring', 'Mrs'],
    ['by mr. Ring', 'mr apart'],
    ['by Mrss. Ring', 'Mrss apart'],
    ['by Mr, Ring', 'Mr apart'],
    ['by Mr., Ring', 'Mr apart'],
    ['Israel’s Ring', 's'],
    ["ISRAEL'S Ring", 's'],
    ['Israel’ss Ring', 'ss touches'],
    ['class S Ring', 'S touches'],
    ['a 海康威视 Ring', null],
    ['Ring', null],
    ['“Ring', null],
    ['Elden ....... Ring', null],
    [`${long} Ring`, `${'x'.repeat(40)} touches`],
  ])('in “%s” is %s', (text, found) => {
    expect(before(text)).toBe(found);
  });
});

describe('the word after', () => {
  const after = (text: string) => {
    const found = neighbourAfter(text, ring(text).end);
    if (found) expect(text.slice(found.start, found.end)).toBe(found.text);
    return found && `${found.text}${found.touches ? ' touches' : ''}${found.isApart ? ' apart' : ''}`;
  };

  test.each([
    ['Ring Plus', 'Plus touches'],
    ['Ring Plus is', 'Plus touches'],
    ['Ring-Plus', 'Plus touches'],
    ['Ring—Plus', 'Plus'],
    ['Ring”: Plus', 'Plus apart'],
    ['Ring, Plus', 'Plus apart'],
    ['Ring’s Plus', 'Plus'],
    ["Ring's Plus", 'Plus'],
    ['Ring’ Plus', 'Plus'],
    ['Ring’S Plus', 'Plus'],
    ['Ring 海康威视', null],
    ['Ring', null],
    ['Ring.', null],
    ['Ring ....... Plus', null],
    [`Ring ${long}`, `${'x'.repeat(40)} touches`],
  ])('in “%s” is %s', (text, found) => {
    expect(after(text)).toBe(found);
  });
});

test.each([
  ['William H. Ring', true],
  ['Jean-Luc H. Ring', true],
  ['U.S. Ring', false],
  ['William and H. Ring', false],
  ['a plan B. Ring', false],
  ['William Ha. Ring', false],
  ['William h. Ring', false],
  ['William H Ring', false],
  ['William H, Ring', false],
])('“%s” has an initial before the name: %s', (text, expected) => {
  const { start } = ring(text);
  expect(isInitial(text, neighbourBefore(text, start)!, start)).toBe(expected);
});

test.each([
  ['Ring', true],
  ['“Ring', true],
  ['It fell. Ring', true],
  ['It fell! “Ring', true],
  ['A list:\nRing', true],
  ['• Ring', true],
  ['It fell, Ring', false],
  ['a Ring', false],
  ['It fell. “““““““Ring', false],
  ['It fell on Dr. Ring', false],
  ['Sen. Ring', false],
  ['Prof.\u00a0Ring', false],
  ['It fell, Dr! Ring', true],
  ['It fell in the U.S. Ring', true],
])('“%s” begins a sentence with it: %s', (text, expected) => {
  expect(beginsSentence(text, ring(text).start)).toBe(expected);
});

describe('a title', () => {
  const isTitle = (text: string) => headlineAround(text, ring(text).start, ring(text).end) !== null;
  const plainWords = 'they said that something happened there today';

  test.each([
    ['Amazon Sells More Ring Doorbells Than Ever', true],
    ['AMAZON SELLS MORE Ring DOORBELLS THAN EVER', true],
    ['Amazon’s Police Deals of the Ring Doorbells End', true],
    ['Amazon sells more Ring doorbells than ever', false],
    ['Amazon Sells Ring', false],
    ['Amazon and the Fox of Ring', false],
    // Another sentence or line is no part of it.
    [`Amazon Sells More Ring Doorbells. ${plainWords}`, true],
    [`Amazon Sells More Ring Doorbells\n${plainWords}`, true],
    [`${plainWords}\nAmazon Sells More Ring Doorbells`, true],
    ['Amazon Sells More Doorbells Than Ever\nas told of Ring there today', false],
    [`${plainWords}. Amazon Sells More Ring Doorbells`, true],
    [`${plainWords}.Amazon Sells More Ring Doorbells`, false],
    [`Amazon Sells More Ring Doorbells.${plainWords}`, false],
    ['Amazon Sells More Ring Doorbells.', true],
    // What stands further off tells nothing.
    [`${plainWords} ${'at it '.repeat(12)}Amazon Sells More Ring Doorbells`, true],
    [`Amazon Sells More Ring Doorbells ${'at it '.repeat(12)}${plainWords}`, true],
  ])('%s: %s', (text, expected) => {
    expect(isTitle(text)).toBe(expected);
  });
});
