// @vitest-environment happy-dom
/** The drawn relations: a tie that is over is not drawn as if it held. */
import '../ui/english.ts';
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import { compileProfile } from '../../../src/compile/compile-profiles.ts';
import type { RecordRelation } from '../../../src/dataset/records.ts';
import { RelationsDrawn } from '../../../src/profile/relations-drawn.tsx';
import { sampleEntity } from '../compile/sample-entities.ts';

const year = (value: string) => ({ value, precision: 'year' as const });
const tie = (type: RecordRelation['type'], name: string, start: string | null, end: string | null) => ({
  ...{ id: name, type, entity: null, name, sources: ['s1'] },
  start: start === null ? null : year(start),
  end: end === null ? null : year(end),
});

it('has the dates with what is over, once with ties of the same time, and with nothing else', () => {
  const relations = [
    tie('subsidiary-of', 'Old Parent', null, '2013'),
    tie('investor', 'Old Fund', '2014', '2019'),
    tie('acquired-by', 'Old Fund', '2014', '2019'),
    tie('owned-by', 'New Owner', '2020', null),
  ];
  const root = document.createElement('div');
  render(h(RelationsDrawn, { record: compileProfile(sampleEntity(), relations, new Map()) }), root);
  expect([...root.querySelectorAll('.drawn-type')].map(({ textContent }) => textContent)).toEqual([
    'Subsidiary of, until 2013',
    'Investor · Acquired by, 2014 to 2019',
    'Owned by',
  ]);
});
