/** An entity's name in a list, leading to its profile, with the other name by which it was found. */
import type { DirectoryRow } from '../dataset/records.ts';
import { profileAddress } from './addresses.ts';

export interface EntityLinkProps {
  row: DirectoryRow;
  /** Null where it was found by the name shown. */
  via: string | null;
  newTab?: boolean;
}

export function EntityLink({ row, via, newTab = false }: EntityLinkProps) {
  return (
    <>
      <a href={profileAddress(row.id)} lang="" dir="auto" {...(newTab && { target: '_blank' })}>
        {row.name}
      </a>
      {via && (
        <span class="soft">
          {' '}
          <bdi lang="">{via}</bdi>
        </span>
      )}
    </>
  );
}
