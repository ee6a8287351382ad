/**
 * `npm run -s annotate -- FILE…` or `--list PATHS.txt`: what Sidelight would mark in these files, one JSON object a line,
 * `{"file","title","published","mentions":[{"entity","name","surface","start","end","why"}]}`. `.txt` is plain text with
 * blank lines between paragraphs, offsets are UTF-16 units into the file; `.html` is parsed, offsets are into its visible
 * text. A file that cannot be read gives a line with "error", and the exit code is 1 at the end.
 */
import { readFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { annotateBlocks, decided, paragraphs, type AnnotatedMention } from './annotate-text.ts';
import { loadMatcher } from './load-matcher.ts';
import { UsageError } from './usage-error.ts';

interface Annotated {
  file: string;
  title: string | null;
  published: string | null;
  mentions: AnnotatedMention[];
}

const { tokens } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'string', multiple: true } },
  tokens: true,
});
const listed = (list: string) => readFileSync(list, 'utf8').split(/\r?\n/).filter(Boolean);
// In the order given, as the lines of the output are.
const files = tokens.flatMap((token) =>
  token.kind === 'positional' ? token.value : token.kind === 'option' ? listed(token.value) : [],
);
if (files.length === 0) throw new UsageError('usage: npm run -s annotate -- FILE… | --list PATHS.txt');
const { matcher } = loadMatcher();
let failed = false;
for (const file of files) {
  let line: Annotated | { file: string; error: string };
  try {
    line = await annotateFile(file);
  } catch (error) {
    failed = true;
    line = { file, error: (error as Error).message };
  }
  writeSync(1, `${JSON.stringify(line)}\n`);
}
process.exitCode = failed ? 1 : 0;

async function annotateFile(file: string): Promise<Annotated> {
  const content = readFileSync(file, 'utf8');
  if (!/\.x?html?$/i.test(file)) {
    return {
      file,
      title: null,
      published: null,
      mentions: annotateBlocks(matcher, paragraphs(content), content),
    };
  }
  const { readHtml } = await import('./read-html.ts');
  const today = new Date().toISOString().slice(0, 10);
  const { title, published, text, candidates } = await readHtml(content, today, matcher);
  return { file, title, published, mentions: decided(matcher, candidates, text) };
}
