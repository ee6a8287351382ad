/** The work list for checking again: listings in force first, then what was unread for longest. */
import { expect, it } from 'vitest';
import { staleClaims } from '../../../src/compile/stale-claims.ts';
import { sampleEntity, sampleListing, sampleSource } from './sample-entities.ts';

it('orders by importance, then by age', () => {
  const [event] = sampleEntity().events;
  const entity = sampleEntity({
    listings: [
      sampleListing({ sources: ['s2'] }),
      sampleListing({ id: 'l2', status: 'removed', sources: ['s1'] }),
    ],
    events: [event!, { ...event!, id: 'e2', sources: ['s1', 's3'] }],
    sources: [
      sampleSource('s1', { readBy: '2026-01-01' }),
      sampleSource('s2', { readBy: '2026-11-01' }),
      sampleSource('s3', { readBy: '2026-10-02' }),
    ],
  });
  const claims = staleClaims([entity], '2026-11-21');
  expect(claims.map(({ claim, ageDays }) => [claim, ageDays])).toEqual([
    ['listings.l1', 20],
    ['listings.l2', 324],
    ['events.e1', 324],
    // One page of two was read again: that counts.
    ['events.e2', 50],
  ]);
  expect(claims[0]?.text).toBe(
    'Entity List, US Department of Commerce, Bureau of Industry and Security: listed',
  );
});
