/** Parses an official file in XML, or says in one line why it cannot be a whole one; and finds elements in it. */
import { XMLParser, type X2jOptions } from 'fast-xml-parser';
import { OfficialFormatError } from './official-entry.ts';

/**
 * Throws `OfficialFormatError` unless `xml` ends with a closing tag that `lastTag` matches: the parser takes a file that was cut
 * off in the middle without a word.
 */
export function parseXml(xml: string, lastTag: RegExp, options: X2jOptions): unknown {
  const end = /<\/([\w:]+)>\s*(?:<!--(?:(?!-->)[^])*-->\s*)*$/.exec(xml)?.[1];
  if (end === undefined || !lastTag.test(end))
    throw new OfficialFormatError('not a whole XML file: it does not end with a closing tag');
  try {
    return new XMLParser({ htmlEntities: true, ...options }).parse(xml);
  } catch (error) {
    throw new OfficialFormatError(`not a whole XML file: ${(error as Error).message}`);
  }
}

export type XmlElement = Record<string, unknown>;

/** Reads every value as text, keeps no prefixes, and gives the elements `many` as arrays wherever they stand. */
export const elementsAsText = (many: readonly string[]): X2jOptions => ({
  ignoreAttributes: true,
  parseTagValue: false,
  removeNSPrefix: true,
  isArray: (name) => many.includes(name),
});

/** All elements `tag` below `node`, however deep, that hold others; those within one that is given are left out. */
export function elementsOf(node: unknown, tag: string): XmlElement[] {
  if (Array.isArray(node)) return node.flatMap((each) => elementsOf(each, tag));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    key === tag && Array.isArray(value)
      ? value.filter((each): each is XmlElement => typeof each === 'object' && each !== null)
      : elementsOf(value, tag),
  );
}

/** The text of the element's own child `tag`, trimmed; empty when there is none. */
export function textIn(element: XmlElement, tag: string): string {
  const value = element[tag];
  return typeof value === 'string' ? value.trim() : '';
}
