/**
 * The card's whole look. It stands in the card's own shadow root. Text is sized in em of the host, which has the size that the
 * reader chose in the browser: a page's rem leaks in. All other sizes are px.
 */
import { cardWidthPx, windowMarginPx } from './constants.ts';

/**
 * Among important rules the shadow root's win over the page's, so what matters for the host (that it is seen, and where)
 * is important: a page can neither hide the card over a button nor move it under a click.
 */
const host = `
:host {
  all: initial !important;
  direction: ltr !important; unicode-bidi: normal !important;
  position: fixed !important; inset: 0 !important; display: block !important;
  width: auto !important; height: auto !important; margin: 0 !important; padding: 0 !important;
  border: 0 !important; background: none !important; overflow: visible !important;
  pointer-events: none !important; z-index: 2147483647 !important;
}
/* What a page's rules would put before and behind the panel. */
:host::before, :host::after { all: initial !important; content: none !important; display: none !important; }
:host::backdrop { all: initial !important; display: none !important; }
@media print { :host { display: none !important; } }
`;

/** `px` of text where the reader chose no other size than browsers come with. */
const basePx = 13.5;
const text = (px: number, parentPx = basePx) => `calc(${px}em / ${parentPx})`;

const width = `min(calc(${cardWidthPx}em / ${basePx}), calc(100vw - ${2 * windowMarginPx}px))`;

/**
 * Written out at each place: a page's `@property` reaches into shadow roots and could give custom properties other values. For the
 * same reason no font has a name (`@font-face`), and selected text has colours of its own, which it would inherit.
 */
const ink = 'light-dark(#1c2024, #e9ebee)';
const quiet = 'light-dark(#5b636d, #a5adb8)';
const paper = 'light-dark(#ffffff, #1e2126)';
const wash = 'light-dark(#f3f4f6, #292d34)';
const line = 'light-dark(#dfe2e6, #3a4049)';
const link = 'light-dark(#0a58a8, #8fc1f7)';

const panel = `
.panel {
  color-scheme: light dark;
  position: fixed; box-sizing: border-box; display: flex; flex-direction: column;
  width: ${width};
  pointer-events: auto; user-select: text; overflow: hidden;
  color: ${ink}; background: ${paper};
  border: 1px solid ${line}; border-radius: 10px;
  box-shadow: 0 1px 3px rgb(0 0 0 / .12), 0 8px 28px rgb(0 0 0 / .2);
  font: ${text(basePx, 16)}/1.45 system-ui, sans-serif;
  text-align: start; overflow-wrap: anywhere; cursor: auto;
}
.panel[data-theme=light] { color-scheme: light; }
.panel[data-theme=dark] { color-scheme: dark; }
.panel:focus { outline: none; }
.panel:is(.by-keyboard, :focus-visible) { box-shadow: 0 0 0 2px ${link}, 0 8px 28px rgb(0 0 0 / .25); }
.panel.unplaced { visibility: hidden; }
* { box-sizing: border-box; }
*::selection { all: initial; color: HighlightText; background: Highlight; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; font: inherit; }
ul { list-style: none; }
.quiet { color: ${quiet}; font-size: ${text(12.5)}; }
a, .plain { color: ${link}; }
a { cursor: pointer; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 2px; }
button { font: inherit; color: inherit; cursor: pointer; border: 0; background: none; padding: 0; margin: 0; text-align: start; }
.plain:hover { text-decoration: underline; }
:is(button, a, summary):focus-visible { outline: 2px solid ${link}; outline-offset: 2px; border-radius: 4px; }
header { display: flex; align-items: flex-start; gap: 2px; padding-block: 12px 8px; padding-inline: 14px 8px; }
.dragging header, .pinned header { cursor: grab; }
.who { flex: 1; min-width: 0; }
/* A sentence in English stands on lines of its own in a card that reads from right to left. */
.panel:dir(rtl) :is(p, li) > span:dir(ltr) { display: block; }
.panel:dir(rtl) br { display: none; }
li { text-align: start; }
h1 { text-align: -webkit-match-parent; text-align: match-parent; font-size: ${text(16)}; font-weight: 650; line-height: 1.25; }
.icon { flex: none; display: grid; place-items: center; width: 28px; height: 28px; border-radius: 6px; color: ${quiet}; margin-top: -3px; }
.icon:hover, .icon[aria-pressed=true] { background: ${wash}; color: ${ink}; }
.icon[aria-pressed=true] path { fill: currentColor; }
svg { display: block; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.panel:dir(rtl) .mirrored { transform: scaleX(-1); }
`;

const body = `
/* What is only heard is placed in it and scrolls with it: placed in the panel, a screen reader that goes there would scroll the head away. */
.body { position: relative; flex: 1 1 auto; min-height: 0; overflow: hidden; scrollbar-width: thin; scrollbar-gutter: stable; padding-inline: 14px 4px; }
/* Scrollbars that lie over the text take no room: its margin is then as wide as at the other side. */
.section { max-width: calc(${width} - 30px); }
.entered .body { overflow-y: auto; }
/* What gets the focus comes into view with its ring, and clear of the footer's shadow. */
.body :is(button, a, summary) { scroll-margin-block: 12px; }
.entered.scrolls .body { overscroll-behavior-y: contain; }
/* Where there is little height (strong zoom, a phone lying on its side) all of it scrolls: a fixed head and foot would leave no body. */
.low .body { flex: none; overflow: visible; }
.low.entered { overflow-y: auto; scrollbar-width: thin; overscroll-behavior-y: contain; }
.low footer { box-shadow: none; }
/* Where no side of the word has room for more than some lines, the status is one of them. */
.slit header { padding-block: 6px 2px; }
.slit .section { max-width: none; }
.slit .who .quiet { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.section { padding-bottom: 10px; }
.section + .section { padding-top: 10px; border-top: 1px solid ${line}; }
h2 { font-size: ${text(12.5)}; font-weight: 600; color: ${quiet}; }
h2 ~ h2 { margin-top: 8px; }
h3 { font-size: ${text(12.5)}; color: ${quiet}; margin-top: 6px; }
.standing, .tied { display: flex; align-items: baseline; gap: 8px; font-size: inherit; font-weight: 600; color: ${ink}; }
.tied { font-weight: 400; margin-top: 2px; }
/* The very lines of the marks in the page, at the height of the first line's letters. */
.mark { flex: none; position: relative; bottom: .3em; width: 18px; border-bottom: 2px dotted; }
.listed .mark { border-bottom: 3px solid; }
.was-listed .mark { border-bottom: 3px dashed; }
.listing { margin-top: 6px; }
.listing strong { font-weight: 600; }
.when { color: ${quiet}; }
.listing-body { margin-top: 2px; display: grid; gap: 3px; }
details .listing-body { padding-inline-start: 16px; }
.label { font-weight: 600; font-size: ${text(12.5)}; }
.cites { font-size: ${text(12.5)}; color: ${quiet}; }
.cites a { color: ${quiet}; }
.cites a:hover { color: ${link}; }
summary { cursor: pointer; list-style-position: outside; margin-inline-start: 16px; }
summary::marker { color: ${quiet}; font-size: ${text(11)}; }
.changes { display: grid; gap: 6px; margin-top: 4px; }
.date { font-weight: 600; font-size: ${text(12.5)}; }
.date::after { content: " ·"; font-weight: 400; color: ${quiet}; }
.panel:dir(rtl) .date:has(+ span:dir(ltr))::after { content: none; }
.changes + .plain { margin-top: 4px; min-height: 24px; }
.ties { margin-top: 6px; display: grid; gap: 2px; }
.facts p + p { margin-top: 4px; }
.facts-language { padding-bottom: 8px; }
.sources ol { margin: 6px 0 0; padding-inline-start: 22px; display: grid; gap: 6px; font-size: ${text(12.5)}; }
.sources ol .quiet { font-size: inherit; }
`;

/** Of text and line for each standing. */
const palette = (name: string, [listed, listedLine]: Colours, [was, wasLine]: Colours, noneLine: string) => `
[data-palette=${name}] .mark { border-color: ${noneLine}; }
[data-palette=${name}] .listed { color: ${listed}; }
[data-palette=${name}] .listed .mark { border-color: ${listedLine}; }
[data-palette=${name}] .was-listed { color: ${was}; }
[data-palette=${name}] .was-listed .mark { border-color: ${wasLine}; }
`;
type Colours = readonly [text: string, line: string];

const palettes = [
  palette(
    'standard',
    ['light-dark(#b3261e, #ff9d94)', '#d63a2c'],
    ['light-dark(#7f4c05, #f0b45c)', '#b2690a'],
    '#3f7ad1',
  ),
  palette(
    'safe',
    ['light-dark(#b03700, #ff9a66)', '#e85000'],
    ['light-dark(#0b6e6e, #5fd0d0)', '#1a8f8f'],
    '#8e2bf0',
  ),
  palette('text', [ink, ink], [ink, ink], ink),
];

const footer = `
.scrolls footer { box-shadow: 0 -8px 12px -8px rgb(0 0 0 / .25); }
footer { flex: none; border-top: 1px solid ${line}; background: ${wash}; padding: 6px 7px; }
.actions, .choices { display: flex; flex-wrap: wrap; gap: 2px; }
footer button:not(.plain) { position: relative; padding: 3px 7px; border-radius: 6px; font-size: ${text(12)}; min-height: 26px; color: ${ink}; }
footer button:not(.plain):hover, footer button[aria-expanded=true] { background: light-dark(#e3e6ea, #3a4049); }
footer .main { font-weight: 600; color: ${link} !important; }
footer .panel-note { padding: 2px 8px 8px; }
.choices { margin-top: 4px; gap: 6px; }
.choices button { border: 1px solid ${line}; background: ${paper} !important; }
footer ul { list-style: disc; padding-inline-start: 18px; }
.announce { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (prefers-contrast: more) {
  :is(.quiet, .when, .cites, .cites a, h2:not(.standing), h3, .icon) { color: ${ink}; }
  .panel, .section + .section, footer, .choices button { border-color: ${ink}; }
}
/* There shadows and washes are not painted: what has the focus, and what is switched on, is told by outlines. */
@media (forced-colors: active) {
  .mark { border-color: CanvasText !important; }
  .panel:is(.by-keyboard, :focus-visible) { outline: 2px solid Highlight; outline-offset: 1px; }
  :is(button[aria-expanded=true], .icon[aria-pressed=true]):not(:focus-visible) { outline: 1px solid CanvasText; }
}
`;

export const cardStyles = [host, panel, body, ...palettes, footer].join('');
