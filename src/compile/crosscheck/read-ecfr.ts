/** Reads the Entity List as law: Supplement No. 4 to 15 CFR Part 744, in eCFR XML or that of the yearly edition (govinfo). */
import { OfficialFormatError, type OfficialEntry } from './official-entry.ts';
import { parseXml } from './parse-xml.ts';

type XmlNode = Record<string, unknown>;

const tagOf = (node: XmlNode) => Object.keys(node).find((key) => key !== ':@') ?? '';
const childrenOf = (node: XmlNode) => {
  const children = node[tagOf(node)];
  return Array.isArray(children) ? (children as XmlNode[]) : [];
};

function find(nodes: readonly XmlNode[], isWanted: (node: XmlNode) => boolean): XmlNode[] {
  return nodes.flatMap((node) => (isWanted(node) ? [node] : find(childrenOf(node), isWanted)));
}

/** The node's text; a line break or a paragraph parts words. */
function textOf(node: XmlNode): string {
  const own = node['#text'];
  if (typeof own === 'string' || typeof own === 'number') return String(own);
  const tag = tagOf(node).toLowerCase();
  const inner = childrenOf(node).map(textOf).join('');
  return tag === 'br' || tag === 'p' ? ` ${inner} ` : inner;
}

const flat = (node: XmlNode) => textOf(node).replace(/\s+/g, ' ').trim();
const isTag =
  (...tags: string[]) =>
  (node: XmlNode) =>
    tags.includes(tagOf(node).toUpperCase());

/** Throws `OfficialFormatError` when the file does not hold the supplement. */
export function readEcfr(xml: string): OfficialEntry[] {
  const tree = parseXml(xml, /./, {
    preserveOrder: true,
    ignoreAttributes: false,
    trimValues: false,
    parseTagValue: false,
  }) as XmlNode[];
  const [supplement] = find(
    tree,
    (node) =>
      /^(DIV\d|APPENDIX)$/.test(tagOf(node).toUpperCase()) &&
      childrenOf(node).some(
        (child) => isTag('HEAD', 'HD')(child) && /Supplement No\.\s+4 to Part 744/i.test(flat(child)),
      ),
  );
  if (!supplement) throw new OfficialFormatError('no Supplement No. 4 to Part 744 in this eCFR file');
  return find([supplement], isTag('TR', 'ROW')).flatMap((row) => {
    const cells = find(childrenOf(row), isTag('TD', 'ENT')).map(flat);
    // Country, entity, licence requirement, review policy, citation; the country stands in its first row only.
    const [entity, citation] =
      cells.length >= 5 ? [cells[1], cells[4]] : cells.length === 4 ? [cells[0], cells[3]] : [];
    if (!entity || !citation || !/\d+ FR \d+/.test(citation)) return [];
    const first = /\d+ FR \d+/.exec(citation)?.[0] ?? null;
    return [
      { list: 'Entity List' as const, id: null, names: entityNames(entity), citation: first, since: null },
    ];
  });
}

/**
 * The table runs name, aliases ("a.k.a., the following two aliases: —X; and —Y.") and address together. Where the name
 * ends cannot be told from a comma, so every beginning up to a comma or full stop is given, and whole names decide.
 */
export function entityNames(cell: string): string[] {
  const [head = '', ...aliases] = cell.split(/\s*[—–]\s*/);
  const name = head.replace(/,?\s*\(?(a\.k\.a\.|f\.k\.a\.|the following|including).*$/i, '');
  return [...new Set([name, ...aliases].flatMap(beginnings))];
}

function beginnings(text: string): string[] {
  const whole = text.replace(/;?\s*(and)?\s*$/i, '').trim();
  const ends = [...whole.matchAll(/[,.;](?=\s|$)/g)].map((match) => whole.slice(0, match.index));
  return [...ends.slice(0, 6), whole].map((name) => name.trim()).filter((name) => name.length > 1);
}
