/**
 * `npm run -s annotate -- FILE…` or `--list PATHS.txt`: what Sidelight would mark in these files, one JSON object a line,
 * `{"file","title","published","mentions":[{"entity","name","surface","start","end","why"}]}`. `.txt` is plain text with
 * blank lines between paragraphs, offsets are UTF-16 units into the file; `.html` is parsed, offsets are into its visible
 * text. A file that cannot be read gives a line with "error", and the exit code is 1 at the end.
 */
import { readFileSync, writeSync } from 'node:fs';
import { annotateBlocks, decided, paragraphs, type AnnotatedMention } from './annotate-text.ts';
import { loadMatcher } from './load-matcher.ts';

export interface Annotated {
  file: string;
  title: string | null;
  published: string | null;
  mentions: AnnotatedMention[];
}

const usage = 'usage: annotate FILE… | annotate --list PATHS.txt';

function filesFrom(given: readonly string[]): string[] {
  const files: string[] = [];
  for (let k = 0; k < given.length; k++) {
    if (given[k] !== '--list') files.push(given[k]!);
    else
      files.push(
        ...readFileSync(given[++k] ?? '', 'utf8')
          .split(/\r?\n/)
          .filter(Boolean),
      );
  }
  return files;
}

const files = filesFrom(process.argv.slice(2));
if (files.length === 0) {
  console.error(usage);
  process.exit(2);
}
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
