/** Writes the pages that `bench` measures: seeded, article-like HTML with a stated number of text nodes and mentions. */

/** Mulberry32 (Tommy Ettinger, public domain): small, seeded, good enough to lay out a page. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words =
  `the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all
  her she there would their we him been has when who will no more if out so up said what its about than into them can only other time
  new some could these two may first then do any like my now over such our man me even most made after also did many off before must
  well back through years much where your way down should because long each just state those people too mister how little good world
  make very year still see own work men day get here old life both between being under three never know same last another while us might
  great go come since against right came take used himself few house use place during high without again home around small however found
  part school thought went say general once upon war every water until always away something fact public put think almost enough set head
  number course far though government system better early law social company report minister court police phone software data security
  journalists officials lawyers spokesman statement parliament export licence investigation evidence customers contract network device
  researchers published described according announced declined comment request documents reviewed internal emails showed technology`.split(
    /\s+/,
  );
const properNouns =
  `London Paris Berlin Monday Tuesday September Europe America Parliament Reuters Smith Johnson Maria Ahmed Brussels Madrid Warsaw Athens
  Commission Senate Congress Amnesty Toronto Washington Ministry Justice Interior Google Microsoft Twitter Facebook Android University`.split(
    /\s+/,
  );

const nameStarts =
  `Al An Ar Bel Bri Cal Cor Cy Da Del El Fin Ga Hal In Ja Kor La Mer Ne Or Pa Qua Ra Sen Tel Ul Ver Wil Xe Yo Za`.split(
    ' ',
  );
const nameMiddles = `ba co da fo ga hi jo ka li mo na pe qui ro sa te va wi xo zu`.split(' ');
const nameEnds = `bex con dar fen gos hex kor lis mon nex phi quor rix sys tek vex wer yx zor`.split(' ');
const nameTails =
  `Group Technologies Systems Labs Solutions Intelligence Security Networks Ltd Holdings International`.split(
    ' ',
  );

/** `count` different plausible names; about half of one word, some all capitals with digits, one in 75 begins in lower case. */
export function generateNames(count: number, seed = 7): string[] {
  const random = seededRandom(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const names = new Set<string>();
  while (names.size < count) {
    const middles = 1 + Math.floor(random() * (count > 50_000 ? 3 : 2));
    let name = pick(nameStarts);
    for (let i = 0; i < middles; i++) name += pick(nameMiddles);
    name += pick(nameEnds);
    const form = random();
    if (form < 0.4) name += ` ${pick(nameTails)}`;
    else if (form < 0.5) name = `${name.slice(0, 3).toUpperCase()}${Math.floor(random() * 900) + 10}`;
    else if (form < 0.513) name = name.toLowerCase();
    names.add(name);
  }
  return [...names];
}

export interface PageShape {
  textNodes: number;
  /** Mentions per 100 words. */
  density: number;
  names: readonly string[];
  seed?: number;
}

/** A whole HTML document of `shape.textNodes` text nodes that hold letters, about 43 characters each. */
export function generatePage(shape: PageShape): string {
  const random = seededRandom(shape.seed ?? 1);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  let left = shape.textNodes;

  /** One text node's worth of words. */
  function phrase(): string {
    left--;
    const out: string[] = [];
    for (let i = 4 + Math.floor(random() * 8); i > 0; i--) {
      if (random() * 100 < shape.density) out.push(pick(shape.names));
      else out.push(random() < 0.06 ? pick(properNouns) : pick(words));
    }
    const first = out[0]!;
    out[0] = first.charAt(0).toUpperCase() + first.slice(1);
    return out.join(' ');
  }
  function paragraph(): string {
    let html = phrase();
    for (let i = Math.floor(random() * 4); i > 0; i--) {
      const tag = pick(['a', 'b', 'em', 'span', 'a']);
      html += `, <${tag}${tag === 'a' ? ' href="#x"' : ''}>${phrase()}</${tag}> ${phrase()}`;
    }
    return `<p>${html}.</p>`;
  }
  function section(): string {
    let html = `<h2>${phrase()}</h2>`;
    for (let i = 4 + Math.floor(random() * 8); i > 0 && left > 0; i--) html += paragraph();
    if (random() < 0.3)
      html += `<ul>${Array.from({ length: 5 }, () => `<li>${phrase()}</li>`).join('')}</ul>`;
    if (random() < 0.15) {
      const row = () => `<tr><td>${phrase()}</td><td>${phrase()}</td></tr>`;
      html += `<table><tbody>${Array.from({ length: 6 }, row).join('')}</tbody></table>`;
    }
    if (random() < 0.2)
      html += `<div class="aside">${phrase()} <span>${phrase()}</span><div>${phrase()}</div> ${phrase()}</div>`;
    return `<section>${html}</section>`;
  }

  let body = '';
  while (left > 0) body += section();
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title><style>body{max-width:44rem;margin:auto;font:16px/1.5 serif}</style></head><body><header><nav>Menu</nav></header><main><article>${body}</article></main><footer>End</footer></body></html>`;
}
