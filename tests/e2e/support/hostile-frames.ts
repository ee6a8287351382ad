/**
 * Runs in a page's main world; self-contained. Brings frames of every kind into the page, which then do all that frames may do to
 * it and to one another, in an order that the seed decides; at the end says what a reader should find marked.
 */
/* eslint-disable @typescript-eslint/no-deprecated -- pages still call document.write */
export interface FrameRun {
  seed: number;
  actions: number;
}

/** How often each name stands where it can be read: in the page and in the frames of its own origin that it still has. */
export type Expected = Record<string, number>;

export async function runHostileFrames({ seed, actions }: FrameRun): Promise<Expected> {
  // mulberry32, by Tommy Ettinger (public domain).
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const names = ['NSO Group', 'Candiru', 'Hikvision'];
  /** One of the frames that are there now; none when there is none. */
  const someFrame = (): HTMLIFrameElement | undefined => pick(framesNow());
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const sentence = () => `<p>Here is ${pick(names)} now.</p>`;

  /** What brings the frame's script again and would go on for ever: who never comes to rest has no right answer. */
  const turn = (act: string) => `if ((parent.turns = (parent.turns ?? 0) + 1) < 150) ${act}`;
  /** What a frame's own script does, to itself and to the page above it. */
  const deeds = [
    'frameElement.remove()',
    turn('frameElement.parentNode.prepend(frameElement)'),
    turn('location.reload()'),
    'document.open(); document.write("<p>Here is Candiru now.</p>"); document.close()',
    'document.body.innerHTML = "<p>Here is Hikvision now.</p>"',
    'document.replaceChild(document.createElement("html"), document.documentElement).remove()',
    'parent.document.querySelector("main").insertAdjacentHTML("beforeend", "<p>Here is NSO Group now.</p>")',
    'parent.document.querySelector("main p:nth-child(2)").remove()',
    'parent.CSS.highlights.clear()',
    'for (const key of ["sidelight-listed-line", "sidelight-ring", "x"]) { const all = document.createRange(); all.selectNodeContents(document.body); parent.CSS.highlights.set(key, new parent.Highlight(all)); }',
    'parent.Highlight.prototype.add = parent.Highlight.prototype.delete = parent.HighlightRegistry.prototype.set = () => { throw new Error("hostile"); }',
    'for (let k = 0; k < 500; k++) parent.postMessage({ type: "mark-now", entity: "nso-group", k }, "*")',
    'for (const type of ["pagehide", "pageshow", "load", "scroll", "pointermove"]) { dispatchEvent(new Event(type)); frameElement.dispatchEvent(new Event(type)); parent.dispatchEvent(new parent.PageTransitionEvent(type, { persisted: true })); }',
    'addEventListener("pagehide", (event) => event.stopImmediatePropagation(), true); location.replace("/frame-own")',
    'for (const each of ["contentDocument", "contentWindow"]) Object.defineProperty(frameElement, each, { get: () => { throw new Error("hostile"); }, configurable: true })',
    'const inner = document.createElement("iframe"); document.body.append(inner); inner.contentDocument.body.innerHTML = "<p>Here is Candiru now.</p>"',
    'history.pushState(null, "", "#" + Math.floor(performance.now()))',
  ];
  const deed = () =>
    `<script>setTimeout(() => { try { ${pick(deeds)} } catch {} }, ${Math.floor(random() * 40)})<\/script>`;
  const inside = () => sentence() + (random() < 0.6 ? deed() : '');

  const kinds: ((frame: HTMLIFrameElement) => void)[] = [
    (frame) => (frame.srcdoc = inside()),
    (frame) => (frame.srcdoc = inside()),
    (frame) => (frame.src = '/frame-own'),
    (frame) => (frame.src = 'http://other.example/frame-foreign'),
    (frame) => {
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = inside();
    },
    (frame) => {
      frame.setAttribute('sandbox', 'allow-same-origin');
      frame.srcdoc = sentence();
    },
    (frame) => (frame.src = `data:text/html,${encodeURIComponent(inside())}`),
    (frame) => (frame.src = URL.createObjectURL(new Blob([inside()], { type: 'text/html' }))),
    (frame) => (frame.src = `javascript:'${sentence()}'`),
    () => undefined,
  ];
  const homes = () => {
    const host = document.querySelector('x-host')!;
    return [document.body, document.querySelector('main')!, host.shadowRoot!];
  };
  const framesNow = () => homes().flatMap((home) => [...home.querySelectorAll('iframe')]);
  const contentOf = (frame: HTMLIFrameElement): Document | null => {
    try {
      return Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentDocument')!.get!.call(
        frame,
      ) as Document | null;
    } catch {
      return null;
    }
  };
  const write = (frame: HTMLIFrameElement) => {
    const inner = contentOf(frame);
    if (!inner) return;
    inner.open();
    inner.write(inside());
    if (random() < 0.8) inner.close();
  };
  const acts: (() => void)[] = [
    () => {
      const frame = document.createElement('iframe');
      frame.width = '300';
      frame.height = '60';
      pick(kinds)(frame);
      pick(homes()).append(frame);
      if (random() < 0.3) write(frame);
      if (random() < 0.2) frame.remove();
    },
    () => someFrame()?.remove(),
    () => {
      const frame = someFrame();
      if (frame) write(frame);
    },
    () => {
      const frame = someFrame();
      if (frame) pick(homes()).prepend(frame);
    },
    () => {
      const frame = someFrame();
      if (frame) pick(kinds)(frame);
    },
    () => {
      const frame = someFrame();
      if (frame) contentOf(frame)?.body.insertAdjacentHTML('beforeend', sentence());
    },
    () => document.querySelector('main')!.insertAdjacentHTML('beforeend', sentence()),
    () => document.body.append(document.querySelector('x-host')!),
  ];

  document.querySelector('x-host')!.attachShadow({ mode: 'open' });
  for (let k = 0; k < actions; k++) {
    const crowd = framesNow();
    if (crowd.length > 12) crowd[0]!.remove();
    try {
      (random() < 0.35 ? acts[0]! : pick(acts))();
    } catch {
      // What the frames did to the page is theirs to bear.
    }
    if (random() < 0.5) await pause(Math.floor(random() * 60));
  }
  // Frames go on for a while by themselves; what they are is told when they have come to rest.
  const said = (): Expected => {
    const counts: Expected = {};
    const read = (root: Document | ShadowRoot) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let text = '';
      while (texts.nextNode())
        if (texts.currentNode.parentElement?.closest('script') === null)
          text += texts.currentNode.nodeValue ?? '';
      for (const name of names) {
        const id = name.toLowerCase().replace(' ', '-');
        const count = text.split(`Here is ${name} now.`).length - 1;
        if (count > 0) counts[id] = (counts[id] ?? 0) + count;
      }
      for (const element of root.querySelectorAll('x-host')) if (element.shadowRoot) read(element.shadowRoot);
      for (const frame of root.querySelectorAll('iframe')) {
        const inner = contentOf(frame);
        if (inner) read(inner);
      }
    };
    read(document);
    return counts;
  };
  let last = '';
  for (;;) {
    await pause(700);
    const now = JSON.stringify(said());
    if (now === last) return said();
    last = now;
  }
}
