// @vitest-environment happy-dom
/** Names broken by `<br>`: which are found, and that many `<br>` take no more steps each than few. */
import { expect, it } from 'vitest';
import { textsWithNames } from '../../../src/page/locate.ts';
import { countSteps } from './count-steps.ts';
import { createFakeMatcher } from './fake-matcher.ts';

const matcher = createFakeMatcher({ 'NSO Group': 'nso-group' });

function textsIn(html: string): string[] {
  document.body.innerHTML = html;
  const run = { parent: document.body, first: document.body.firstChild, last: null };
  return textsWithNames(run, document.body.textContent, matcher).map(({ data }) => data);
}

it.each([
  ['NSO<br>Group'],
  ['<p>NSO<br>Group</p>'],
  ['<b>NSO</b><br><i>Group</i>'],
  ['NSO<i></i><br><!-- --><i></i>Group'],
  ['<b><i>NSO</i><br></b><u><b>Group</b></u>'],
])('finds %s', (html) => {
  expect(textsIn(html)).toEqual(['NSO']);
});

it.each([['NSO<br><br>Group'], ['NSO<br><i></i><br>Group'], ['NSO<br>'], ['<br>Group']])(
  'passes over %s',
  (html) => {
    expect(textsIn(html)).toEqual([]);
  },
);

it('looks past text that was emptied', () => {
  textsIn('NSO<br>');
  document.body.append('', document.createElement('i'), '', 'Group');
  const run = { parent: document.body, first: document.body.firstChild, last: null };
  expect(textsWithNames(run, 'NSOGroup', matcher)).toEqual([document.body.firstChild]);
});

it.each([
  ['one after the other', '<br>'],
  ['with elements between them', '<br><i></i>'],
  ['each in an element', '<b><br></b>'],
  ['with words between them', 'a<br>'],
])('takes so many steps for each of many <br>: %s', (_, piece) => {
  const stepsFor = (count: number) => {
    document.body.innerHTML = `words${piece.repeat(count)}words`;
    const run = { parent: document.body, first: document.body.firstChild, last: null };
    return countSteps(() => textsWithNames(run, 'words', matcher));
  };
  expect(stepsFor(400)).toBeLessThan(400 * 20);
});
