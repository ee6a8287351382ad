/** What the packed index says of entities besides their names in texts. */
import { expect, test } from 'vitest';
import { entity, matcherOf } from './small-index.ts';

test('standing and name of each entity are those that were packed, whatever its id and its name', () => {
  const packed = [
    entity('nso-group', ['NSO Group'], { standing: 'listed' }),
    entity('hacking-team', ['Hacking Team'], { standing: 'was-listed' }),
    entity('hikvision', ['Hikvision'], {
      name: 'Hikvision Digital Technology Co., Ltd.',
      standing: 'listed',
    }),
    entity('b-o', ['B&O (Oslo)'], { topics: [] }),
    entity('tykelab', ['Tykelab']),
  ];
  const matcher = matcherOf(packed);
  for (const { id, name, standing } of packed)
    expect([matcher.entityName(id), matcher.standing(id)]).toEqual([name, standing]);
  expect([matcher.entityName('unknown'), matcher.standing('unknown')]).toEqual(['unknown', 'none']);
});
