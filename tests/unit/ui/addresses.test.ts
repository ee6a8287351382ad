/** The claim that an address of a profile leads to. */
import { expect, test } from 'vitest';
import { claimInHash, profileAddress } from '../../../src/ui/addresses.ts';

test('is the one that the address was made for', () => {
  const { hash } = new URL(profileAddress('nso-group', 'circles.r1'), 'https://example.org');
  expect(claimInHash(hash)).toBe('circles.r1');
});

test.each(['', '#', '#50%', '#%E0%A4'])('is none in “%s”', (hash) => expect(claimInHash(hash)).toBeNull());
