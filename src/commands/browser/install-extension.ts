/** Gives a started browser the extension, or ends the browser. */
import type { Browser } from 'puppeteer-core';

/** The extension's id. A browser that is too old refuses; left open, it would keep the command from ending. */
export async function installExtension(browser: Browser, extensionDir: string): Promise<string> {
  try {
    return await browser.installExtension(extensionDir);
  } catch (error) {
    await browser.close();
    throw error;
  }
}
