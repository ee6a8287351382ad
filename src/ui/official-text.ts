/** Where a listing's citation can be looked up: the addresses under which authorities themselves find an act by its number. */
import type { Listing } from '../dataset/entity.ts';
import { t } from './translate.ts';

/** A piece of a citation; the pieces put together are the citation. */
export interface CitationPart {
  text: string;
  /** Null where its authority has no address that is made of the number alone. */
  link: { url: string; title: string } | null;
}

interface Form {
  /** The parts of a citation that become links, with what the address is made of in groups. */
  linked: RegExp;
  address(first: string, second: string): string;
}

/**
 * The Federal Register and the eCFR link citations and document numbers so in their own pages; GPO documents its link service at
 * github.com/usgpo/link-service. Not here: an EU regulation's number leads to the text as first printed, in which entries that
 * were added later do not stand; the UK, the FCC and China have no address made of the number alone.
 */
const printed: readonly Form[] = [
  {
    linked: /^(\d+) FR (\d+)$/g,
    address: (volume, page) => `https://www.federalregister.gov/citation/${volume}-FR-${page}`,
  },
  {
    linked: /^FR Doc\. (\d+-\d+)$/g,
    address: (document) => `https://www.federalregister.gov/d/${document}`,
  },
  {
    linked: /^Pub\. L\. (\d+)-(\d+)/g,
    address: (congress, law) => `https://www.govinfo.gov/link/plaw/${congress}/public/${law}`,
  },
];

/** Sanctions List Search knows a record by the number that OFAC's data files give it, as long as it is listed. */
const inForce: Form = {
  linked: /(?<=^OFAC .*)\b(\d+)\b/g,
  address: (entry) => `https://sanctionssearch.ofac.treas.gov/Details.aspx?id=${entry}`,
};

/**
 * None for a listing without a citation. What a link leads to is no source: nobody here need have read it, so no claim rests on it.
 */
export function citationParts({ citation, status }: Pick<Listing, 'citation' | 'status'>): CitationPart[] {
  if (citation === null) return [];
  const parts: CitationPart[] = [];
  let told = 0;
  const tellPlainly = (to: number) => {
    if (to > told) parts.push({ text: citation.slice(told, to), link: null });
  };
  for (const { linked, address } of status === 'removed' ? printed : [...printed, inForce]) {
    for (const match of citation.matchAll(linked)) {
      const [text, first = '', second = ''] = match;
      tellPlainly(match.index);
      const url = address(first, second);
      parts.push({ text, link: { url, title: t('look_up_at', { host: new URL(url).host }) } });
      told = match.index + text.length;
    }
  }
  tellPlainly(citation.length);
  return parts;
}
