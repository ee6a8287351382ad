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
 * Gazettes keep what they printed. The Federal Register and the eCFR link citations and document numbers so in their own pages; GPO
 * documents its link service at github.com/usgpo/link-service, EUR-Lex the European Legislation Identifier in its help.
 */
const asPrinted: readonly Form[] = [
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
  {
    linked: /^Implementing Regulation \(EU\) (\d{4})\/(\d+)/g,
    address: (year, number) => `https://data.europa.eu/eli/reg_impl/${year}/${number}/oj`,
  },
];

/**
 * What stands on a list today: a regulation without `/oj` is the newest consolidated text, its annex with all entries; OFAC's Sanctions
 * List Search knows a record by the number that its data files give; Canada's laws are kept consolidated. The UK, the FCC and China have no address made of a number alone.
 */
const asOfToday: readonly Form[] = [
  {
    linked: /^Regulation \(E[UC]\) No (\d+)\/(\d{4})/g,
    address: (number, year) => `https://data.europa.eu/eli/reg/${year}/${number}`,
  },
  {
    linked: /^Regulation \(EU\) (\d{4})\/(\d+)/g,
    address: (year, number) => `https://data.europa.eu/eli/reg/${year}/${number}`,
  },
  {
    linked: /(?<=^OFAC .*)\b(\d+)\b/g,
    address: (entry) => `https://sanctionssearch.ofac.treas.gov/Details.aspx?id=${entry}`,
  },
  {
    linked: /^SOR\/(\d{4})-(\d+)$/g,
    address: (year, number) =>
      `https://laws-lois.justice.gc.ca/eng/regulations/SOR-${year}-${number}/page-1.html`,
  },
];

/**
 * A listing's citation in pieces; without a citation there are none. What a link leads to is no source: nobody here need have read it,
 * so no claim rests on it.
 */
export function citationParts({ citation, status }: Pick<Listing, 'citation' | 'status'>): CitationPart[] {
  if (citation === null) return [];
  const parts: CitationPart[] = [];
  let told = 0;
  const tellPlainly = (to: number) => {
    if (to > told) parts.push({ text: citation.slice(told, to), link: null });
  };
  for (const { linked, address } of status === 'removed' ? asPrinted : [...asPrinted, ...asOfToday]) {
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
