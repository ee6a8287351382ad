/** Which elements hold readable text, and which of them break it: by tag alone, so that no style has to be computed. */
import { attributeOf, textOf } from './dom.ts';

const set = (tags: string) => new Set(tags.trim().split(/\s+/));

/** Never read, but stands visibly between the words around it. */
const visibleTags = set(
  'input textarea select svg math canvas audio video object embed iframe img picture meter progress code pre samp kbd var tt',
);
/**
 * Never read: what is no text, not shown, a person's own typing, or drawn (highlights do not paint reliably in SVG text); and
 * code, since a name in a program is mostly an identifier.
 */
const skippedTags = visibleTags.union(
  set(
    'head script style noscript template title option optgroup datalist frame noembed noframes rp xmp listing plaintext',
  ),
);

/** Of these the ones that hold most: all of a page's words may be a tenth of one script, and a log is one `pre`. */
export const codeTags: readonly string[] = ['script', 'style', 'pre'];

/** Elements at whose edges text breaks off by the HTML standard's own style sheet (rendering section 15.3). */
const blockTags = set(`
  html body frameset address article aside blockquote button caption center col colgroup dd details dialog dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p search section slot summary
  table tbody td tfoot th thead tr ul pre listing xmp plaintext optgroup option marquee multicol`);

export const isBlockTag = (tag: string): boolean => blockTags.has(tag);
export const isVisibleTag = (tag: string): boolean => visibleTags.has(tag);

/** `Candiru<sup>1</sup>`, or a number that leads to a note: written onto a word, but no part of it. */
export const isNoteMark = (element: Element, tag: string): boolean =>
  tag === 'sup' ||
  (tag === 'a' && (attributeOf(element, 'href')?.includes('#') ?? false) && noteNumber.test(textOf(element)));
const noteNumber = /^\d{1,3}$/;

/** Editors that draw a person's typing as plain elements: Monaco, Ace and CodeMirror 5, by the classes that they document. */
const drawnEditors = ['monaco-editor', 'ace_editor', 'CodeMirror'];
const drawnEditor = new RegExp(`(?:^|\\s)(?:${drawnEditors.join('|')})(?:\\s|$)`);

/**
 * Somebody's own typing: `contenteditable` with a value that makes the element editable (`false` inside an editor is the
 * editor's all the same), what says of itself that it is a text field, and editors that draw their text.
 */
function isEditable(element: Element): boolean {
  const value = attributeOf(element, 'contenteditable');
  if (value !== null && value.toLowerCase() !== 'false') return true;
  const role = attributeOf(element, 'role');
  if (role === 'textbox' || role === 'searchbox') return true;
  const classes = attributeOf(element, 'class');
  return classes !== null && drawnEditor.test(classes);
}

export function isSkipped(element: Element, tag: string): boolean {
  return skippedTags.has(tag) || isEditable(element);
}

/** For `closest`: inside any of these a text is not read. */
export function skippedSelector(): string {
  const tags = [...skippedTags].filter((tag) => tag !== 'title');
  const editors = drawnEditors.map((name) => `.${name}`);
  return [
    ...tags,
    '[contenteditable]:not([contenteditable="false" i])',
    '[role="textbox"]',
    '[role="searchbox"]',
    ...editors,
  ].join(',');
}
