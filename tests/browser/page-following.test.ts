/** In real browsers: changes are followed, only changed text is read again, only what is near the view is painted. */
import { expect, test } from 'vitest';
import { inEachBrowser, pageOf } from './support/page-harness.ts';

inEachBrowser((open) => {
  test('follows text that is added, changed, moved and removed', async () => {
    const {
      page: tab,
      inside,
      until,
    } = await open(pageOf('<p id="a">Pegasus</p><p id="b">quiet</p><div id="c"></div>'));
    await tab.evaluate(() => {
      const added = document.createElement('section');
      added.innerHTML = '<h2>News</h2><p>The <b>NSO</b> Group</p>';
      document.querySelector('#c')?.append(added);
    });
    await until(() => sidelight.list().join() === 'Pegasus=pegasus,NSO Group=nso-group');
    await tab.evaluate(
      () => ((document.querySelector('#b')?.firstChild as Text).data = 'Candiru, not quiet'),
    );
    await until(() => sidelight.list().join() === 'Pegasus=pegasus,Candiru=candiru,NSO Group=nso-group');
    // The name is cut in two, then made whole by an inline element that goes.
    await tab.evaluate(() => document.querySelector('#c b')?.after(' and '));
    await until(() => sidelight.list().join() === 'Pegasus=pegasus,Candiru=candiru,NSO=nso-group');
    await tab.evaluate(() => document.querySelector('#c b')?.nextSibling?.remove());
    await until(() => sidelight.list().join() === 'Pegasus=pegasus,Candiru=candiru,NSO Group=nso-group');
    await tab.evaluate(() => document.body.prepend(document.querySelector('#c')!));
    await until(() => sidelight.list().join() === 'NSO Group=nso-group,Pegasus=pegasus,Candiru=candiru');
    expect(await inside(() => sidelight.painted())).toEqual({ 'listed-line': 1, 'none-line': 2 });
    await tab.evaluate(() => document.querySelector('#c section')?.remove());
    await until(() => sidelight.list().join() === 'Pegasus=pegasus,Candiru=candiru');
    await until(() => sidelight.total() === 2 && sidelight.painted()['none-line'] === 2);
    await tab.evaluate(() => document.querySelector('#a')!.setAttribute('contenteditable', ''));
    await until(() => sidelight.list().join() === 'Candiru=candiru');
    await tab.evaluate(() => document.querySelector('#a')!.removeAttribute('contenteditable'));
    await until(() => sidelight.list().join() === 'Pegasus=pegasus,Candiru=candiru');
    // A text node cut off before its first letter: the name stands in the other half, and once.
    await tab.evaluate(() => (document.querySelector('#a')!.firstChild as Text).splitText(0));
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    await until(
      () => sidelight.list().join() === 'Pegasus=pegasus,Candiru=candiru' && sidelight.total() === 2,
    );
    await tab.evaluate(() => (document.body.textContent = ''));
    await until(() => sidelight.list().length === 0 && sidelight.total() === 0);
    await tab.close();
  });

  test('follows what comes in one by one at the end of a parent, whatever else comes and goes meanwhile', async () => {
    const { page: tab, until } = await open(pageOf('<div id="a"><p>Candiru</p></div>'));
    await until(() => sidelight.list().join() === 'Candiru=candiru');
    await tab.evaluate(() => {
      const box = document.querySelector('#a')!;
      const p = (text: string) => Object.assign(document.createElement('p'), { textContent: text });
      const old = box.firstChild as Element;
      box.append(p('x'));
      box.append(p('NSO Group'));
      box.append(p('y'), p('Pegasus'));
      box.lastChild!.remove();
      box.append(p('z'));
      box.replaceChild(p('Hacking Team'), box.lastChild!);
      box.append(p('Pegasus'));
      old.remove();
      box.append('NSO', ' ');
      box.append('Group');
    });
    await until(
      () =>
        sidelight.list().join() ===
        'NSO Group=nso-group,Hacking Team=hacking-team,Pegasus=pegasus,NSO Group=nso-group',
    );
    await tab.evaluate(() => {
      const box = document.querySelector('#a')!;
      const p = (text: string) => Object.assign(document.createElement('p'), { textContent: text });
      box.append(p('q'));
      box.append(p('r'), p('Candiru'));
      box.append(p('Candiru'));
      while (box.childNodes.length > 2) box.lastChild!.remove();
    });
    await until(() => sidelight.list().join() === 'NSO Group=nso-group' && sidelight.total() === 1);
    // What was put in behind a paragraph that then went to the end: it must not be taken for what came in there.
    await tab.evaluate(() => {
      const box = document.querySelector('#a')!;
      const p = (text: string) => Object.assign(document.createElement('p'), { textContent: text });
      const [moved, last] = [p('v'), p('w')];
      box.replaceChildren(moved, p('x'), last, p('y'));
      box.append(p('Candiru'));
      moved.after(p('Pegasus'));
      box.append(p('NSO Group'));
      last.after(moved);
    });
    await until(() => sidelight.list().join() === 'Pegasus=pegasus,Candiru=candiru,NSO Group=nso-group');
    await tab.close();
  });

  test('follows what only ever comes in at the end, alone and several at once', async () => {
    const { page: tab, until } = await open(pageOf('<div id="a"><p>Quiet</p></div>'));
    await tab.evaluate(() => {
      const box = document.querySelector('#a')!;
      const p = (text: string) => Object.assign(document.createElement('p'), { textContent: text });
      box.append(p('Candiru'));
      box.append(p('x'));
      box.append(p('Pegasus'), p('y'), p('NSO Group'));
    });
    await until(() => sidelight.list().join() === 'Candiru=candiru,Pegasus=pegasus,NSO Group=nso-group');
    await tab.evaluate(() => {
      const box = document.querySelector('#a')!;
      const p = (text: string) => Object.assign(document.createElement('p'), { textContent: text });
      box.append(p('z'));
      box.append(p('Hacking Team'), p('u'));
      box.append(p('Pegasus'));
    });
    await until(() => sidelight.list().slice(3).join() === 'Hacking Team=hacking-team,Pegasus=pegasus');
    await until(() => sidelight.total() === 5);
    await tab.close();
  });

  test('follows line breaks that part a text or no longer do', async () => {
    const { page: tab, until } = await open(
      pageOf(
        '<div id="a">NSO<br>x<br>Candiru</div><div id="b">Pegasus<br> Hacking<br> <!-- --><br> Team</div>',
      ),
    );
    await until(() => sidelight.list().join() === 'NSO=nso-group,Candiru=candiru,Pegasus=pegasus');
    await tab.evaluate(() => document.querySelector('#a')!.childNodes[2]!.remove());
    await until(() => sidelight.list().join() === 'NSO=nso-group,Candiru=candiru,Pegasus=pegasus');
    await tab.evaluate(() => ((document.querySelector('#a')!.lastChild as Text).data = 'Group'));
    await tab.evaluate(() => document.querySelector('#b')!.childNodes[3]!.remove());
    await until(() => sidelight.list().join() === 'NSO=nso-group,Pegasus=pegasus,Hacking Team=hacking-team');
    await tab.evaluate(() => document.querySelector('#a br')!.remove());
    await until(
      () => sidelight.list().join() === 'NSO Group=nso-group,Pegasus=pegasus,Hacking Team=hacking-team',
    );
    await tab.evaluate(() => {
      const [first, between] = document.querySelector('#b')!.childNodes;
      between!.after(document.createElement('br'));
      first!.after(' ');
      document.querySelector('#a br')!.after(' ', document.createElement('br'));
    });
    await until(() => sidelight.list().join() === 'NSO=nso-group,Pegasus=pegasus,Hacking Team=hacking-team');
    await until(() => sidelight.total() === 3);
    await tab.close();
  });

  test('reads only what changed, and keeps marks where the same text is rendered again', async () => {
    const filler = Array.from({ length: 600 }, (_, k) => `<p>Pegasus number ${k}</p>`).join('');
    const { page: tab, inside, until } = await open(pageOf(`<main>${filler}</main><p id="b">NSO</p>`));
    const before = await inside(() => {
      const kept = sidelight.watch.mentions();
      sidelight.readTexts.length = sidelight.probedTexts.length = 0;
      (globalThis as { kept?: unknown }).kept = kept;
      return kept.length;
    });
    expect(before).toBe(601);
    await tab.evaluate(() => {
      const p = document.querySelector('#b')!;
      p.textContent = 'NSO again';
      for (const text of [...document.querySelectorAll('main p')]
        .slice(0, 50)
        .map((each) => each.firstChild as Text))
        text.replaceData(0, text.length, text.data);
    });
    await until(() => sidelight.readTexts.includes('NSO again'));
    const read = await inside(() =>
      [...sidelight.readTexts, ...sidelight.probedTexts].filter((text) => !text.includes('NSO')),
    );
    expect(read).toEqual([]);
    expect(
      await inside(() => {
        const { kept } = globalThis as unknown as { kept: unknown[] };
        return sidelight.watch.mentions().filter((mention, k) => mention === kept[k]).length;
      }),
    ).toBe(600);
    await tab.close();
  });

  test('marks the screen first, and does all else in slices: deciding, painting and counting', async () => {
    const filler = Array.from(
      { length: 6000 },
      (_, k) => `<p>Pegasus number ${k}<i style="display:${k % 2 ? 'none' : 'inline'}"> and NSO</i></p>`,
    ).join('');
    const { page: tab, inside } = await open(pageOf(filler));
    const seen = await inside(async () => {
      await sidelight.watch.firstScan;
      const counts = await sidelight.watch.countEntities();
      const counted: Record<string, number> = {};
      for (const { entity } of sidelight.watch.mentions()) counted[entity] = (counted[entity] ?? 0) + 1;
      const [first] = sidelight.changed;
      return { counts: Object.fromEntries(counts), counted, first, changes: sidelight.changed.length };
    });
    expect(seen.counts).toEqual({ pegasus: 6000, 'nso-group': 3000 });
    expect(seen.counted).toEqual(seen.counts);
    // The first of several tellings comes long before all is read, with what it brought.
    expect(seen.changes).toBeGreaterThan(1);
    expect(seen.first).toEqual({ added: ['pegasus', 'nso-group'], isScanned: false });
    await tab.close();
  });

  test('paints all marks of an article at once, also far from the view', async () => {
    const far = '<div style="height:20000px"></div>';
    const { page: tab, until } = await open(pageOf(`<p>NSO Group</p>${far}<p>Hacking Team</p>`));
    await until(() => sidelight.total() === 2);
    await tab.close();
  });

  test('paints what is near the view only where marks are many, and follows scrolling', async () => {
    const filler = Array.from({ length: 3000 }, (_, k) => `<p>Pegasus number ${k}</p>`).join('');
    const { page: tab, inside, until } = await open(pageOf(filler));
    expect(await inside(() => sidelight.watch.mentions().length)).toBe(3000);
    await until(() => sidelight.total() > 20 && sidelight.total() <= 600);
    await tab.evaluate(() => scrollTo(0, 1e6));
    const paintsLast = () => {
      const last = document.body.lastElementChild?.firstChild;
      const highlight = CSS.highlights.get('sidelight-none-line');
      const starts: Node[] = [];
      // Firefox gives a content script no iterator of a registry's sets.
      highlight?.forEach((range) => starts.push(range.startContainer));
      return last && starts.includes(last) && sidelight.total() <= 600;
    };
    await until(paintsLast);
    await tab.close();
  });

  test('takes a view and a half around for near, in the page as in a scroller of its own', async () => {
    const rows = (count: number) => '<p style="height:100px;margin:0">Pegasus came.</p>'.repeat(count);
    const inner = `<div id="inner" style="height:400px;overflow:auto">${rows(300)}</div>`;
    const { page: tab, until } = await open(pageOf(`<main>${rows(6000)}</main>${inner}`));
    const nearest = () => {
      const tops: number[] = [];
      const place = ({ startContainer: { parentElement: row } }: AbstractRange) =>
        row?.parentElement?.localName === 'main' && tops.push(row.getBoundingClientRect().top);
      CSS.highlights.get('sidelight-none-line')?.forEach(place);
      const furthest = Math.max(...tops) / innerHeight;
      return furthest > 2.2 && furthest <= 2.6 && tops.length < 30;
    };
    await until(nearest);
    await tab.evaluate(() => scrollTo(0, 1e6));
    const nearestInside = () => {
      let count = 0;
      const isInside = ({ startContainer: { parentElement: row } }: AbstractRange) =>
        row?.parentElement?.id === 'inner' && count++;
      CSS.highlights.get('sidelight-none-line')?.forEach(isInside);
      // Four that are seen, and six more below.
      return count >= 10 && count <= 12;
    };
    await until(nearestInside);
    await tab.close();
  });

  test('paints what is near the view in one go: each frame with a change costs the whole page', async () => {
    const rows = '<p style="height:100px;margin:0">Pegasus came.</p>'.repeat(6000);
    const { page: tab, inside, until } = await open(pageOf(rows), { starts: false });
    await tab.evaluate(() => {
      const seen = ((globalThis as { seenSizes?: number[] }).seenSizes = [] as number[]);
      const look = () => {
        const size = CSS.highlights.get('sidelight-none-line')?.size ?? 0;
        if (size !== (seen.at(-1) ?? 0)) seen.push(size);
        requestAnimationFrame(look);
      };
      look();
    });
    await inside('startSidelight(); sidelight.watch.firstScan');
    // The next change is what scrolling brings.
    await tab.evaluate(() => scrollTo(0, 1000));
    await until(() => sidelight.total() >= 30);
    await tab.evaluate(() => new Promise(requestAnimationFrame));
    const [first, second] = await tab.evaluate(() => (globalThis as { seenSizes?: number[] }).seenSizes!);
    expect(first).toSatisfy((size: number) => size >= 20 && size < 24);
    expect(second).toSatisfy((size: number) => size >= 30 && size < 34);
    await tab.close();
  });

  test('rings and scrolls to a mention, and changes its line at once', async () => {
    const {
      page: tab,
      inside,
      until,
    } = await open(pageOf(`<p>NSO</p><div style="height:5000px"></div><p>Hacking Team</p>`));
    await inside(() => {
      const last = sidelight.watch.mentions().at(-1) ?? null;
      sidelight.watch.ring(last);
      if (last) sidelight.watch.scrollTo(last);
    });
    await until(() => sidelight.painted()['was-listed-line'] === 1 && sidelight.painted().ring === 1);
    const top = await inside(() => sidelight.watch.rectsOf(sidelight.watch.mentions()[1]!)[0]?.top ?? -1);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(800);
    await inside(() => sidelight.watch.configure({ style: 'tint' }));
    expect(await inside(() => sidelight.painted())).toMatchObject({ 'was-listed-tint': 1, ring: 1 });
    await inside(() => sidelight.watch.configure({ isShown: (entity) => entity !== 'hacking-team' }));
    expect(await inside(() => [sidelight.list(), sidelight.painted().ring ?? null])).toEqual([
      ['NSO=nso-group'],
      null,
    ]);
    await tab.close();
  });

  test('scrolls to a mention far down in one paragraph of an inner scroller', async () => {
    const { page: tab, inside } = await open(
      pageOf(`<div style="height:600px;overflow:auto"><p>${'word '.repeat(6000)} NSO Group</p></div>`),
    );
    const top = await inside(() => {
      const [mention] = sidelight.watch.mentions();
      sidelight.watch.scrollTo(mention!);
      return sidelight.watch.rectsOf(mention!)[0]!.top;
    });
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(600);
    await tab.close();
  });

  test('marks the first mention of a section only, when asked', async () => {
    const { page: tab, inside } = await open(
      pageOf('<p>NSO</p><p>NSO Group, Pegasus</p><h2>Pegasus</h2><p>NSO and NSO</p><h2>x</h2><p>NSO</p>'),
    );
    await inside(() => sidelight.watch.configure({ density: 'first-per-section' }));
    expect(await inside(() => sidelight.list())).toEqual([
      'NSO=nso-group',
      'Pegasus=pegasus',
      'Pegasus=pegasus',
      'NSO=nso-group',
      'NSO=nso-group',
    ]);
    await tab.close();
  });

  test('marks the first mention that can be seen, and none again after a shadow root in the section', async () => {
    const {
      page: tab,
      inside,
      until,
    } = await open(
      pageOf(`<h1>x</h1><p hidden>NSO Group</p><p>NSO</p>
        <x-card><template shadowrootmode="open"><p>Pegasus</p></template></x-card><p>NSO Group</p>`),
    );
    // A shadow root is read after the page around it.
    await until(() => sidelight.list().length === 3);
    await inside(() => sidelight.watch.configure({ density: 'first-per-section' }));
    expect(await inside(() => sidelight.list())).toEqual(['NSO=nso-group', 'Pegasus=pegasus']);
    await tab.close();
  });

  test('finds the mention under the pointer, on both lines of a broken name, and not under a cover', async () => {
    const {
      page: tab,
      inside,
      until,
    } = await open(
      pageOf(`
        <p style="width:60px;font:20px monospace" id="a">x Hacking Team</p>
        <p><b id="b">Pegasus</b> words</p>
        <p style="position:relative"><span id="c">Candiru</span><span style="position:absolute;inset:0;background:#fff">cover</span></p>
        <my-card></my-card><script>document.querySelector('my-card').attachShadow({mode:'open'}).innerHTML='<p id="d">NSO</p>'</script>`),
    );
    await until(() => sidelight.list().length === 4);
    const at = await inside(() => {
      const rects = sidelight.watch.mentions().map((mention) => sidelight.watch.rectsOf(mention));
      return rects.map((lines) =>
        lines.map((line) => sidelight.at(line.left + 3, line.top + line.height / 2)),
      );
    });
    expect(at).toEqual([
      ['Hacking Team=hacking-team', 'Hacking Team=hacking-team'],
      ['Pegasus=pegasus'],
      [null],
      ['NSO=nso-group'],
    ]);
    expect(await inside(() => sidelight.at(600, 90))).toBeNull();
    await tab.close();
  });

  test('finds the mention under a link that is stretched over its card, and under nothing else that lies in a link', async () => {
    const {
      page: tab,
      inside,
      until,
    } = await open(
      pageOf(
        [
          '<a href="#" style="position:absolute;inset:0"></a>',
          '<a href="#"><span style="position:absolute;inset:0"></span>More</a>',
          '<a href="#"><img style="position:absolute;inset:0;width:100%;height:100%"></a>',
          '<a href="#"><span style="position:absolute;inset:0;background:#fff">More</span></a>',
          '<span style="position:absolute;inset:0"></span>',
        ]
          .map((over) => `<article style="position:relative"><p>The firm NSO.</p>${over}</article>`)
          .join(''),
      ),
    );
    await until(() => sidelight.list().length === 5);
    const at = await inside(() =>
      sidelight.watch.mentions().map((mention) => {
        const [line] = sidelight.watch.rectsOf(mention);
        return sidelight.at(line!.left + 3, line!.top + line!.height / 2) !== null;
      }),
    );
    expect(at).toEqual([true, true, false, false, false]);
    await tab.close();
  });
});
