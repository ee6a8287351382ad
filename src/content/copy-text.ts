/** Copies text for the reader, also on pages where the clipboard interface is missing (plain http) or refused. */

/** Resolves to false when neither way worked. Call it from a click. */
export async function copyText(document: Document, text: string): Promise<boolean> {
  try {
    await document.defaultView!.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(document, text);
  }
}

/** Answers the browser's own copy command with our text, so that no field has to be put into the page. */
function copyByEvent(document: Document, text: string): boolean {
  let isCopied = false;
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isCopied = true;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on plain http, and kept by all browsers
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return isCopied;
}
