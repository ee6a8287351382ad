/** Parses an official file in XML, or says in one line why it cannot be a whole one. */
import { XMLParser, type X2jOptions } from 'fast-xml-parser';
import { OfficialFormatError } from './official-entry.ts';

/**
 * Throws `OfficialFormatError` unless `xml` ends with a closing tag that `lastTag` matches: the parser takes a file that was cut
 * off in the middle without a word.
 */
export function parseXml(xml: string, lastTag: RegExp, options: X2jOptions): unknown {
  const end = /<\/([\w:]+)>\s*$/.exec(xml)?.[1];
  if (end === undefined || !lastTag.test(end))
    throw new OfficialFormatError('not a whole XML file: it does not end with a closing tag');
  try {
    return new XMLParser(options).parse(xml);
  } catch (error) {
    throw new OfficialFormatError(`not a whole XML file: ${(error as Error).message}`);
  }
}
