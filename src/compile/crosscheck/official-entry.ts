/** One party on an official list, as the readers of the official formats give it. */

/** Our name of a list that official tables hold. */
export type OfficialList =
  'Entity List' | 'SDN List' | 'NS-CMIC List' | 'EU sanctions list' | 'UK Sanctions List';

export interface OfficialEntry {
  list: OfficialList;
  /** The list's own number of the entry, where it has one. */
  id: string | null;
  /** All spellings; of a table that does not part name and address, every beginning that can be the name. */
  names: string[];
  /** As the table writes it: a Federal Register page, an EU regulation. */
  citation: string | null;
  /** YYYY-MM-DD, where the table says when the entry began. */
  since: string | null;
}

/** A table that cannot be what it is taken for; the message says what was expected. */
export class OfficialFormatError extends Error {
  override name = 'OfficialFormatError';
}
