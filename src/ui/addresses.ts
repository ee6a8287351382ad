/** Addresses of the extension's own pages, relative to its root. */

/** The profile page of an entity, at one of its claims where given. */
export function profileAddress(entity: string, claim?: string): `/profile.html?${string}` {
  return `/profile.html?id=${encodeURIComponent(entity)}${claim ? `#${encodeURIComponent(claim)}` : ''}`;
}

/** The id that the hash of a profile's address names; null for none, and for one that a hand has broken ("#50%"). */
export function claimInHash(hash: string): string | null {
  try {
    return decodeURIComponent(hash.slice(1)) || null;
  } catch {
    return null;
  }
}

/** The directory, searched for these words. */
export function directoryAddress(words: string): `/directory.html${string}` {
  return words ? `/directory.html?q=${encodeURIComponent(words)}` : '/directory.html';
}
