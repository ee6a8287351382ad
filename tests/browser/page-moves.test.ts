/** In real browsers: text that is put where nothing is read, or that becomes nothing to read, is marked no longer. */
import { expect, test } from 'vitest';
import { inEachBrowser, pageOf } from './support/page-harness.ts';

inEachBrowser((open) => {
  test('text and inline elements that are moved to where nothing is read, and text that became white space', async () => {
    const { page: tab, until } = await open(
      pageOf(`<p>Candiru</p><p id="white">NSO</p><p><span id="text">Pegasus</span></p><p id="bold"><b>NSO</b></p><p id="area">NSO</p>
        <div id="typed" contenteditable></div><br><textarea></textarea>`),
    );
    await until(() => sidelight.list().length === 5);
    await tab.evaluate(() => {
      const typed = document.querySelector('#typed')!;
      (document.querySelector('#white')!.firstChild as Text).data = ' ';
      typed.append(document.querySelector('#text')!.firstChild!);
      typed.append(document.querySelector('#bold b')!);
      document.querySelector('textarea')!.append(document.querySelector('#area')!.firstChild!);
    });
    await until(() => sidelight.list().join() === 'Candiru=candiru' && sidelight.total() === 1);
    await tab.evaluate(() => document.querySelector('br')!.append(document.querySelector('p')!.firstChild!));
    await until(() => sidelight.list().length === 0 && sidelight.total() === 0);
    await tab.close();
  });

  test('no name spans words that are not read, found afresh or by a change', async () => {
    const typed = '<span contenteditable>mine</span>';
    const {
      page: tab,
      inside,
      until,
    } = await open(pageOf(`<p>N${typed}SO Group</p><p id="later">N<i></i>SO Group</p><p id="end">quiet</p>`));
    expect(await inside(() => sidelight.list())).toEqual(['NSO Group=nso-group']);
    await tab.evaluate((html) => {
      document.querySelector('#later i')!.outerHTML = html;
      document.querySelector('#end')!.textContent = 'Candiru';
    }, typed);
    await until(() => sidelight.list().join() === 'Candiru=candiru');
    await tab.close();
  });

  test('words that come into an unread element, or go, tell anew what the text around it says', async () => {
    const {
      page: tab,
      inside,
      until,
    } = await open(pageOf('<p>NSO<span contenteditable></span>NSO Group</p><p>Candiru</p>'));
    expect(await inside(() => sidelight.list())).toEqual(['Candiru=candiru']);
    await tab.evaluate(() => (document.querySelector('span')!.innerHTML = '<h2><i>mine</i></h2>'));
    await until(() => sidelight.list().includes('NSO Group=nso-group'));
    await tab.evaluate(() => document.querySelector('i')!.remove());
    await until(() => sidelight.list().join() === 'Candiru=candiru');
    await tab.close();
  });
});
