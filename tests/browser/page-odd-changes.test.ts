/** In real browsers: changes that frameworks and old scripts make and few pages show: text put elsewhere, comments, floods, late roots. */
import { expect, test } from 'vitest';
import { lateHostChecksMs, mostPendingNodes } from '../../src/page/pacing.ts';
import { inEachBrowser, pageOf } from './support/page-harness.ts';

inEachBrowser((open) => {
  test('words that are put into another element are found under the pointer as before', async () => {
    const { page: tab, until } = await open(pageOf('<p id="teaser">The <b>NSO</b> Group</p><p>Pegasus</p>'));
    await tab.evaluate(() => {
      const teaser = document.querySelector('#teaser')!;
      const whole = document.createElement('section');
      whole.append(...teaser.childNodes);
      teaser.replaceWith(whole);
    });
    await until(() => {
      const [mention] = sidelight.watch.mentions();
      const [line] = mention ? sidelight.watch.rectsOf(mention) : [];
      return line && sidelight.at(line.left + 3, line.top + 3) === 'NSO Group=nso-group';
    });
    await tab.close();
  });

  test('words that lost the element around them on a long page are marked when they are scrolled to', async () => {
    const rows = '<p style="height:100px;margin:0">Pegasus came.</p>'.repeat(400);
    const { page: tab, inside, until } = await open(pageOf(`${rows}<div><p id="last">NSO Group</p></div>`));
    expect(await inside(() => sidelight.painted()['listed-line'])).toBeUndefined();
    await tab.evaluate(() => {
      const last = document.querySelector('#last')!;
      last.replaceWith(last.firstChild!);
      document.querySelector('p')!.textContent = 'Candiru';
    });
    await until(() => sidelight.list()[0] === 'Candiru=candiru');
    await tab.evaluate(() => scrollTo(0, 1e6));
    await until(() => sidelight.painted()['listed-line'] === 1);
    await tab.close();
  });

  test('words that a late component takes into its shadow root are marked once, and no longer than they stand', async () => {
    const { page: tab, until } = await open(pageOf('<p>Pegasus</p><x-card><p>NSO Group</p></x-card>'));
    await tab.evaluate(() => {
      const take = (card: Element) =>
        card.attachShadow({ mode: 'open' }).append(...card.childNodes, 'Candiru');
      customElements.define(
        'x-card',
        class extends HTMLElement {
          connectedCallback() {
            take(this);
          }
        },
      );
    });
    await until(
      () =>
        sidelight.list().join() === 'Pegasus=pegasus,NSO Group=nso-group,Candiru=candiru' &&
        sidelight.total() === 3,
    );
    await tab.evaluate(
      () =>
        (document.querySelector('x-card')!.shadowRoot!.querySelector('p')!.firstChild!.nodeValue = 'Quiet'),
    );
    await until(
      () => sidelight.list().join() === 'Pegasus=pegasus,Candiru=candiru' && sidelight.total() === 2,
    );
    await tab.close();
  });

  test('words that are put into a frame are marked there and no longer in the page', async () => {
    const { page: tab, until } = await open(
      pageOf('<p>NSO Group</p><iframe srcdoc="<p>Pegasus</p>"></iframe>'),
    );
    await until(() => sidelight.list().length === 2);
    await tab.evaluate(() => {
      const inner = document.querySelector('iframe')!.contentDocument!;
      inner.body.append(document.querySelector('p')!);
    });
    const marksInFrame = (count: number) =>
      tab.waitForFunction(
        (wanted) => (frames[0] as typeof globalThis & Window).CSS.highlights.size === wanted,
        { polling: 20 },
        count,
      );
    await until(
      () => sidelight.list().join() === 'Pegasus=pegasus,NSO Group=nso-group' && sidelight.total() === 0,
    );
    await marksInFrame(2);
    await tab.evaluate(
      () => (document.querySelector('iframe')!.contentDocument!.body.lastElementChild!.textContent = 'Quiet'),
    );
    await until(() => sidelight.list().join() === 'Pegasus=pegasus');
    await marksInFrame(1);
    await tab.close();
  });

  test('after a flood of changes no mark stands on words that were emptied, cut short or made somebody’s own', async () => {
    const { page: tab, until } = await open(
      pageOf('<p id="a">NSO Group</p><p id="b">Candiru</p><p id="c">Pegasus</p><p>Hacking Team</p>'),
    );
    await tab.evaluate((count) => {
      document.querySelector('#a')!.firstChild!.nodeValue = '';
      document.querySelector('#b')!.setAttribute('contenteditable', '');
      document.querySelector('#c')!.firstChild!.nodeValue = 'Pega';
      for (let k = 0; k < count; k++) document.body.append(document.createElement('i'));
    }, mostPendingNodes + 1);
    await until(() => sidelight.list().join() === 'Hacking Team=hacking-team' && sidelight.total() === 1);
    await tab.close();
  });

  test('words beside a drawing of 150,000 shapes are marked, in shadow roots too', async () => {
    const {
      page: tab,
      inside,
      until,
    } = await open(
      pageOf(`<p>NSO Group</p><div><template shadowrootmode="open">Pegasus</template></div>
        <svg>${'<circle/>'.repeat(150_000)}</svg>`),
      { starts: false },
    );
    await inside('startSidelight()');
    await until(() => sidelight.list().join() === 'NSO Group=nso-group,Pegasus=pegasus');
    await tab.close();
  });

  test('a component that gets its shadow root late is read, though another never gets one', async () => {
    const {
      page: tab,
      inside,
      until,
    } = await open(pageOf('<p>NSO</p><never-one></never-one>'), { starts: false });
    // Its looks at late components come ten times as fast, and are counted.
    await inside((checksMs) => {
      const counted = globalThis as { checks?: number };
      const wait = setTimeout;
      counted.checks = 0;
      globalThis.setTimeout = ((run: () => void, delayMs: number) =>
        checksMs.includes(delayMs)
          ? wait(() => (run(), counted.checks!++), delayMs / 10)
          : wait(run, delayMs)) as typeof setTimeout;
    }, lateHostChecksMs);
    await inside('startSidelight(); sidelight.watch.firstScan');
    await until(() => (globalThis as { checks?: number }).checks === 3);
    await tab.evaluate(() =>
      document.body.append(document.createElement('late-one'), document.createElement('p')),
    );
    await tab.evaluate(() => (document.querySelector('body > p:last-child')!.textContent = 'Pegasus'));
    await until(() => sidelight.list().join() === 'NSO=nso-group,Pegasus=pegasus');
    await tab.evaluate(
      () => (document.querySelector('late-one')!.attachShadow({ mode: 'open' }).innerHTML = '<p>Candiru</p>'),
    );
    await until(() => sidelight.list().join() === 'NSO=nso-group,Candiru=candiru,Pegasus=pegasus');
    await tab.close();
  });

  test('a name is whole once nothing parts it any longer, whatever comments and white space stand around', async () => {
    const { page: tab, until } = await open(
      pageOf(`<p><b>Hacking</b> <del>x</del> <b>Team</b></p><p>Hacking <!----><del>x</del><!---->Team</p>`),
    );
    await tab.evaluate(() => document.querySelectorAll('del').forEach((del) => del.remove()));
    await until(() => sidelight.list().join() === 'Hacking Team=hacking-team,Hacking Team=hacking-team');
    await tab.close();
  });

  test('a name is none once a block parts it, whatever comments and white space stand around', async () => {
    const { page: tab, until } = await open(
      pageOf(
        `<section><b>Hacking</b> <!----><b>Team</b></section><section>Hacking <!----><!---->Team</section>`,
      ),
    );
    await until(() => sidelight.list().length === 2);
    await tab.evaluate(() => {
      for (const section of document.querySelectorAll('section')) {
        const notice = document.createElement('div');
        notice.textContent = 'Notice';
        section.childNodes[1]!.after(notice);
      }
    });
    await until(() => sidelight.list().length === 0 && sidelight.total() === 0);
    await tab.close();
  });

  test('nothing is marked once the whole page has become an editor', async () => {
    const { page: tab, until } = await open(pageOf('<p>NSO Group</p>'));
    await tab.evaluate(() => {
      document.designMode = 'on';
      document.body.append('Pegasus');
    });
    await until(() => sidelight.list().length === 0 && sidelight.total() === 0);
    await tab.close();
  });

  test('nothing is marked once the reader’s caret is in a page that became an editor, and all is again afterwards', async () => {
    const { page: tab, until } = await open(pageOf('<p>NSO Group</p><p>Quiet words.</p>'));
    await until(() => sidelight.total() === 1);
    await tab.evaluate(() => (document.designMode = 'on'));
    await tab.click('p:last-child');
    await until(() => sidelight.list().length === 0 && sidelight.total() === 0);
    await tab.evaluate(() => (document.designMode = 'off'));
    await tab.click('p');
    await until(() => sidelight.list().length === 1 && sidelight.total() === 1);
    await tab.close();
  });

  test('words in what says later that it is a text field are marked no longer than it does not', async () => {
    const { page: tab, until } = await open(pageOf('<div>NSO Group</div><p>Pegasus</p>'));
    await until(() => sidelight.total() === 2);
    await tab.evaluate(() => document.querySelector('div')!.setAttribute('role', 'textbox'));
    await until(() => sidelight.list().join() === 'Pegasus=pegasus' && sidelight.total() === 1);
    await tab.evaluate(() => document.querySelector('div')!.setAttribute('role', 'note'));
    await until(() => sidelight.total() === 2);
    await tab.close();
  });

  test('what comes in is marked after the page has thrown all highlights away', async () => {
    const { page: tab, until } = await open(pageOf('<p>NSO Group</p><p></p>'));
    await until(() => sidelight.total() === 1);
    await tab.evaluate(() => {
      CSS.highlights.clear();
      document.querySelector('p:empty')!.textContent = 'NSO Group again';
    });
    await until(() => sidelight.painted()['listed-line'] === 2);
    await tab.close();
  });
});
