/**
 * Names an element by its own tag and those around it, `main>article>p`, so that the sheet of the marks says no more than which
 * elements hold some: a browser works out anew the styles of every element that a rule of a new sheet is for.
 *
 * Tags alone, as an element never changes its own; where it stands changes only in ways that we hear of.
 */
import { elementsByTag, isElement, matchesSelector, parentOf, tagOf } from './dom.ts';

/** Further up hardly any element is told apart, on 130 saved pages; every level costs three calls of each mark. */
const longest = 6;

/** Of a name with other letters (`o:p`, `foreignObject`), or one as long as only a page with a purpose has, nothing is said. */
const plainName = /^[a-z][a-z0-9-]{0,59}$/;

/** A selector; it ends at the edge of a shadow root, as selectors do. Empty for what is no element. */
export function tagPathOf(place: Node): string {
  let path = '';
  let above: Node | null = place;
  for (let level = 0; level < longest && above && isElement(above); level++) {
    const tag = tagOf(above);
    const name = plainName.test(tag) ? tag : '*';
    path = path ? `${name}>${path}` : name;
    above = parentOf(above);
  }
  return path;
}

/** How many elements of each tag are asked whether rules are for them. */
const samples = 32;

/**
 * For which part, from 0 to 1, of the elements below `top` rules with these paths are: near enough, without asking all of them,
 * and not beyond `enough`, since to count the elements of a tag takes a millisecond on a long page.
 */
export function shareOfElements(top: Element, tagPaths: readonly string[], enough = 1): number {
  const all = Math.max(1, elementsByTag(top, '*').length);
  const selector = tagPaths.join();
  const tags = new Set(tagPaths.map((path) => path.slice(path.lastIndexOf('>') + 1)));
  let count = 0;
  for (const tag of tags.has('*') ? ['*'] : tags) {
    const elements = elementsByTag(top, tag);
    const step = Math.max(1, elements.length / samples);
    let asked = 0;
    let found = 0;
    for (let at = 0; at < elements.length; at += step) {
      asked++;
      if (matchesSelector(elements.item(Math.floor(at))!, selector)) found++;
    }
    if (asked > 0) count += (elements.length * found) / asked;
    if (count > all * enough) break;
  }
  return count / all;
}
