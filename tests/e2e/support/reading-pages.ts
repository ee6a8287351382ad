/** Fifty pages of ten kinds to read, each with the witness as its first script. Same pages on every run. */
import { witnessScript } from './witness.ts';

export interface ReadingPage {
  kind: string;
  url: string;
  html: string;
  /** What else the page itself asks for, by URL. */
  parts: Record<string, string>;
  /** Texts that are marked in the top document when it is read, in order. */
  marks: string[];
  /** Runs in the page when it was read: what a visitor of such a page brings about. Self-contained. */
  live?: () => void;
  /** The marks after that. */
  marksAfter?: string[];
}

const site = 'http://news.localhost';
const quiet = [
  'The council met on Tuesday and spoke about the bridge.',
  'Rain is expected in the north, and the trains run late.',
  'Nobody at the hearing asked where the money had gone.',
  'The report has forty pages and a short summary.',
];
const named: [text: string, marks: string[]][] = [
  ['The firm NSO Group was sued again.', ['NSO Group']],
  ['Spyware made by Candiru was found on phones.', ['Candiru']],
  ['Cameras by Hikvision watch the square.', ['Hikvision']],
  ['Police bought tools from Cellebrite.', ['Cellebrite']],
];
const paragraphs = (count: number, from: number) =>
  Array.from({ length: count }, (_, k) => `<p>${quiet[(from + k) % quiet.length]}</p>`).join('\n');

const document_ = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head>${witnessScript}<meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title>${head}</head><body>${body}</body></html>`;

type Kind = (page: {
  n: number;
  text: string;
  marks: string[];
  url: string;
}) => Omit<ReadingPage, 'kind' | 'url'>;

const kinds: Record<string, Kind> = {
  article: ({ n, text, marks }) => ({
    html: document_(
      `Article ${n}`,
      `<article><h1>News ${n}</h1><p>${text}</p>${paragraphs(3 + n, n)}</article>`,
      '<meta property="article:published_time" content="2022-06-28T10:00:00Z">',
    ),
    parts: {},
    marks,
  }),
  'nothing at all, then something': ({ n }) => ({
    html: document_(`Quiet ${n}`, paragraphs(20, n)),
    parts: {},
    marks: [],
    live: () =>
      witness.own(() => (document.querySelector('p')!.textContent = 'The firm NSO Group was named at last.')),
    marksAfter: ['NSO Group'],
  }),
  'open shadow roots': ({ n, text, marks }) => ({
    html: document_(
      `Shadow ${n}`,
      `<news-item><template shadowrootmode="open"><p>${text}</p><slot></slot></template><p>${quiet[0]}</p></news-item>
       <script>addEventListener('DOMContentLoaded', () => witness.watch(document.querySelector('news-item').shadowRoot))</script>`,
    ),
    parts: {},
    marks,
  }),
  'frames of both origins': ({ n, text, marks, url }) => ({
    html: document_(
      `Frames ${n}`,
      `<p>${text}</p><iframe src="${url}/inner"></iframe><iframe src="http://other.example/ad-${n}"></iframe><iframe srcdoc="<p>Candiru in a frame.</p>"></iframe>
       <script>addEventListener('load', () => witness.watch(document.querySelector('iframe').contentDocument))</script>`,
    ),
    parts: {
      [`${url}/inner`]: `<!doctype html><title>Inner</title><p>${text}</p>`,
      [`http://other.example/ad-${n}`]:
        '<!doctype html><title>Ad</title><p>NSO Group in an advertisement</p>',
    },
    marks,
  }),
  'one page that becomes another': ({ n, text, marks }) => ({
    html: document_(`App ${n}`, `<div id="app"><p>${text}</p>${paragraphs(5, n)}</div>`),
    parts: {},
    marks,
    live: () =>
      witness.own(() => {
        history.pushState({}, '', `${location.pathname}?view=2`);
        document.title = 'Another view';
        const app = document.querySelector('#app')!;
        app.replaceChildren();
        for (const words of ['A new view.', 'Here Candiru and NSO Group are named.'])
          app.append(Object.assign(document.createElement('p'), { textContent: words }));
      }),
    marksAfter: ['Candiru', 'NSO Group'],
  }),
  'text that keeps coming': ({ n, text, marks }) => ({
    html: document_(`Endless ${n}`, `<main><p>${text}</p>${paragraphs(30, n)}</main>`),
    parts: {},
    marks,
    live: () =>
      witness.own(() => {
        const main = document.querySelector('main')!;
        for (let k = 0; k < 30; k++)
          main.prepend(Object.assign(document.createElement('p'), { textContent: `Item ${k}.` }));
        main.prepend(Object.assign(document.createElement('p'), { textContent: 'At last Hikvision.' }));
        scrollTo(0, 0);
      }),
    marksAfter: ['Hikvision', ...marks],
  }),
  'a form and an editor': ({ n, text, marks }) => ({
    html: document_(
      `Form ${n}`,
      `<p>${text}</p><form><textarea>NSO Group</textarea><input value="NSO Group"></form><div contenteditable><p>NSO Group is mine</p></div><pre>NSO Group</pre>`,
    ),
    parts: {},
    marks,
  }),
  'a table with many names': ({ n }) => ({
    html: document_(
      `Table ${n}`,
      `<table>${Array.from({ length: 10 }, (_, k) => `<tr><td>${k}</td><td>NSO Group</td><td>Candiru</td></tr>`).join('')}</table>`,
    ),
    parts: {},
    marks: Array.from({ length: 10 }, () => ['NSO Group', 'Candiru']).flat(),
  }),
  'names across elements': ({ n }) => ({
    html: document_(
      `Split ${n}`,
      `<p>The <b>NSO</b> <i>Gr</i>oup and <a href="#x">Candi<wbr>ru</a>.</p>${paragraphs(4, n)}`,
    ),
    parts: {},
    marks: ['NSO Group', 'Candiru'],
  }),
  'right to left': ({ n, text, marks }) => ({
    html: document_(`Right ${n}`, `<div dir="rtl"><p>${text}</p>${paragraphs(4, n)}</div>`),
    parts: {},
    marks,
  }),
};

export const readingPages: ReadingPage[] = Object.entries(kinds).flatMap(([kind, make], index) =>
  Array.from({ length: 5 }, (_, n) => {
    const url = `${site}/read-${index}-${n}`;
    const [text, marks] = named[n % named.length]!;
    return { kind, url, ...make({ n, text, marks, url }) };
  }),
);
