/** Only http and https addresses become links: the dataset's check says so too, but a damaged file must not. */
export function safeUrl(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.href : null;
}
