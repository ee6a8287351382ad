/** In real browsers: what text is read as, what is left out, shadow roots and frames, and that the page stays untouched. */
import { expect, test } from 'vitest';
import { longCodeUnits } from '../../src/page/pacing.ts';
import { inEachBrowser, pageOf } from './support/page-harness.ts';

inEachBrowser((open) => {
  async function mentionsOf(body: string, files?: Record<string, string>): Promise<string[]> {
    const opened = await open(pageOf(body), files ? { files } : {});
    const list = await opened.inside(() => sidelight.list());
    await opened.page.close();
    return list;
  }

  test('joins names across inline elements and breaks them at blocks', async () => {
    expect(
      await mentionsOf(`
        <p>The <b>NSO</b> <i>Gro</i>up said</p>
        <p>NSO<br>Group</p>
        <table><tr><td>NSO</td><td>Group</td></tr></table>
        <ul><li>x<li>Pegasus<li>y</ul>
        <p>NSO<!-- -->&nbsp;Group</p>`),
    ).toEqual([
      'NSO Group=nso-group',
      'NSO Group=nso-group',
      'NSO=nso-group',
      'Pegasus=pegasus',
      'NSO Group=nso-group',
    ]);
  });

  test.each([
    'Hacking<!-- --><br>Team',
    'Hacking<br><!-- -->Team',
    '<span>Hacking<br></span>Team',
    'Hacking<span><br>Team</span>',
  ])('reads a name on over a line break in %s', async (body) => {
    expect(await mentionsOf(`<h1>${body}</h1>`)).toEqual(['Hacking Team=hacking-team']);
  });

  test('reads no note into a word, nor a word into a name', async () => {
    expect(
      await mentionsOf(`
        <p>Of NSO Group<sup>1</sup> and <i>NSO</i> Group<sup><a href="#n2">2</a></sup>, NSO Group<a href="#n3">3</a>.</p>
        <p>Pegasus<sup>TM</sup> and <sup>4</sup>Candiru, <sup><a href="#top">*</a></sup>Candiru</p>
        <p>Pegasus1, NSO2 and 3Candiru, <a href="#nso">NSO</a> <a href="#group">Group</a>, Pegasus<a href="/2">2</a></p>`),
    ).toEqual([
      'NSO Group=nso-group',
      'NSO Group=nso-group',
      'NSO Group=nso-group',
      'Pegasus=pegasus',
      'Candiru=candiru',
      'Candiru=candiru',
      'NSO Group=nso-group',
    ]);
  });

  test('takes inline elements that are shown as blocks for blocks, but not a dropped capital', async () => {
    expect(
      await mentionsOf(`
        <style>.block{display:block}.cap{float:left}</style>
        <p><span class="block">Photo</span><span class="block">Pegasus</span></p>
        <p><span class="block">NSO</span> <span class="block">Group</span></p>
        <p><span class="cap">C</span>andiru</p>
        <p><b>Pega</b>sus <b>Pegasus</b>es</p>`),
    ).toEqual(['Pegasus=pegasus', 'NSO=nso-group', 'Candiru=candiru', 'Pegasus=pegasus']);
  });

  test('reads on through block-level tags that the page shows inline, and only through these', async () => {
    expect(
      await mentionsOf(`
        <style>.inline,.list li{display:inline}</style>
        <div>The <div style="display:inline">NSO</div> Group said</div>
        <div class="inline">Hacking</div> <div class="inline">Team</div>
        <div class="inline">Candiru and Hacking</div> <div class="inline">Team</div>
        <ul class="list"><li>NSO</li> <li>Group</li></ul>
        <div>The <div>NSO</div> Group said</div>
        <div>Hacking <div style="display:inline-block">Team</div></div>`),
    ).toEqual([
      'NSO Group=nso-group',
      'Hacking Team=hacking-team',
      'Candiru=candiru',
      'Hacking Team=hacking-team',
      'NSO Group=nso-group',
      'NSO=nso-group',
    ]);
  });

  test('leaves out code, fields, editors, scripts and hidden text', async () => {
    expect(
      await mentionsOf(`
        <script>var x = 'Pegasus'</script><style>/* Pegasus */</style><noscript>Pegasus</noscript><template>Pegasus</template>
        <textarea>Pegasus</textarea><input value="Pegasus"><select><option>Pegasus</select>
        <div contenteditable><p>Pegasus <span contenteditable="false">Pegasus</span></p></div>
        <div role="textbox"><p>Pegasus</p></div><div class="monaco-editor"><div>Pegasus</div></div>
        <div class="box ace_editor"><div>Pegasus</div></div><div class="CodeMirror"><div>Pegasus</div></div>
        <pre>Pegasus</pre><p><code>Pegasus</code></p><svg><text>Pegasus</text></svg>
        <p style="display:none">Pegasus</p><div style="visibility:hidden"><p>Pegasus</p></div>
        <details><summary>More</summary><p>Pegasus</p></details>
        <p><span style="position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden">Pegasus</span></p>
        <form><input name="firstChild"><input name="nextSibling"><input name="localName"><p>Candiru</p></form>
        <img name="querySelectorAll"><img name="documentElement"><p>NSO</p>`),
    ).toEqual(['Candiru=candiru', 'NSO=nso-group']);
  });

  test('reads text directly under large containers, in order', async () => {
    const filler = '<p>words words words</p>'.repeat(400);
    expect(
      await mentionsOf(
        `Pegasus ${filler} loose <b>NSO</b> Group text ${filler}<div>${filler}Candiru</div> <span>Pegasus</span>`,
      ),
    ).toEqual(['Pegasus=pegasus', 'NSO Group=nso-group', 'Candiru=candiru', 'Pegasus=pegasus']);
  });

  test('reads around long code as it stands', async () => {
    const code = `/* Pegasus ${'code '.repeat(longCodeUnits / 5)}*/`;
    const script = `<script>${code}</script>`;
    const opened = await open(
      pageOf(`
        ${script}<div><p>NSO <b>Group</b></p><div><style>${code}</style><p>Candiru</p>loose Pegasus${script}</div></div>
        <p>Hacking ${script}Team</p><pre>${code}</pre><p>NSO<br>Group <script>${code}</script><i>Candiru</i></p>
        <section id="plain"></section><p>Pegasus</p>
        <script>
          document.querySelector('#plain').attachShadow({mode: 'open'}).innerHTML = '<style>${code}</style><p>Candiru</p>';
        </script>`),
    );
    await opened.until(() => sidelight.list().length >= 7);
    expect(await opened.inside(() => sidelight.list())).toEqual([
      'NSO Group=nso-group',
      'Candiru=candiru',
      'Pegasus=pegasus',
      'NSO Group=nso-group',
      'Candiru=candiru',
      'Candiru=candiru',
      'Pegasus=pegasus',
    ]);
    await opened.page.close();
  });

  test('reads open shadow roots and same-origin frames where they stand', async () => {
    const opened = await open(
      pageOf(`
        <p>NSO</p><my-card></my-card><div id="plain"></div>
        <iframe src="/inner"></iframe><iframe srcdoc="<p>Hacking Team</p>"></iframe>
        <iframe src="data:text/html,<p>Pegasus</p>"></iframe><p>Candiru</p>
        <script>
          document.querySelector('my-card').attachShadow({mode: 'open'}).innerHTML = '<p>Pegasus in shadow <in-ner></in-ner></p>';
          document.querySelector('my-card').shadowRoot.querySelector('in-ner').attachShadow({mode: 'open'}).innerHTML = 'Candiru';
          document.querySelector('#plain').attachShadow({mode: 'open'}).innerHTML = '<p>NSO Group</p>';
        </script>`),
      { files: { '/inner': pageOf('<p>Pegasus in frame</p>') } },
    );
    await opened.until(() => sidelight.list().length >= 7);
    expect(await opened.inside(() => sidelight.list())).toEqual([
      'NSO=nso-group',
      'Pegasus=pegasus',
      'Candiru=candiru',
      'NSO Group=nso-group',
      'Pegasus=pegasus',
      'Hacking Team=hacking-team',
      'Candiru=candiru',
    ]);
    expect(await opened.inside(() => sidelight.documents.length)).toBe(3);
    const [inFrame, inTop] = await opened.inside(() => {
      const frame = document.querySelector('iframe')!;
      const mention = sidelight.watch
        .mentions()
        .find(({ range }) => range.startContainer.ownerDocument === frame.contentDocument);
      const [rect] = mention ? sidelight.watch.rectsOf(mention) : [];
      const box = frame.getBoundingClientRect();
      return [
        sidelight.painted(frame.contentWindow as Window & typeof globalThis),
        !!rect && rect.top > box.top && rect.left > box.left && rect.right < box.right,
      ];
    });
    expect(inFrame).toEqual({ 'none-line': 1 });
    expect(inTop).toBe(true);
    await opened.page.evaluate(() => document.querySelector('iframe')?.remove());
    await opened.until(() => sidelight.list().length === 6);
    await opened.page.close();
  });

  test('follows shadow roots, frames and custom elements that come late', async () => {
    const opened = await open(pageOf('<p>NSO</p><late-card></late-card>'), {
      files: { '/late': pageOf('Candiru') },
    });
    expect(await opened.inside(() => sidelight.list())).toEqual(['NSO=nso-group']);
    await opened.page.evaluate(() => {
      const shadow = document.querySelector('late-card')!.attachShadow({ mode: 'open' });
      shadow.innerHTML = '<p>Pegasus</p>';
      const frame = document.createElement('iframe');
      frame.src = '/late';
      document.body.append(frame);
    });
    await opened.until(() => sidelight.list().join() === 'NSO=nso-group,Pegasus=pegasus,Candiru=candiru');
    await opened.page.close();
  });

  test('changes nothing in the page', async () => {
    const opened = await open(pageOf('<p>The <b>NSO</b> Group</p><div><p>Pegasus</p></div>'), {
      starts: false,
    });
    await opened.page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    const look = () => [
      document.documentElement.outerHTML,
      String(getSelection()),
      document.adoptedStyleSheets.length,
    ];
    const before = await opened.page.evaluate(look);
    await opened.inside('startSidelight(); sidelight.watch.firstScan');
    expect(await opened.inside(() => sidelight.total())).toBe(2);
    await opened.inside(() => sidelight.watch.ring(sidelight.watch.mentions()[0] ?? null));
    expect(await opened.page.evaluate(look)).toEqual(before);
    await opened.inside(() => sidelight.watch.stop());
    expect(await opened.inside(() => [sidelight.painted(), sidelight.list()])).toEqual([{}, []]);
    await opened.page.close();
  });
});
