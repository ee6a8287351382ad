/** The sources of one claim, each by publisher and date, with a link to the page that was read, behind the claim's own id. */
import type { RecordSource } from '../dataset/records.ts';
import { formatDate } from '../ui/dates.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { comma, t, tn } from '../ui/translate.ts';
import { sourceKindWord, stateMediaWord } from '../ui/words.ts';

interface Props {
  /** Its id, by which the list of sources and reports of errors name it; absent for what another profile states. */
  claim?: string | undefined;
  sources: readonly RecordSource[];
  /** Of a contested claim the reader is told what kind of source says it. */
  isContested?: boolean;
}

export function SourceRefs({ claim, sources, isContested = false }: Props) {
  if (sources.length === 0) return null;
  return (
    <p class="source-refs small soft">
      {claim !== undefined && `${t('profile.claim', { id: claim })} · `}
      {isContested ? t('profile.how_we_know') : tn('profile.sources_label', sources.length)}{' '}
      {sources.map((source, index) => (
        <span key={source.id}>
          {index > 0 && ' · '}
          <OutsideLink url={source.url} title={source.title}>
            <bdi lang="en">{source.publisher}</bdi>
          </OutsideLink>
          {source.published && comma() + formatDate(source.published)}
          {inBrackets([stateMediaWord(source), isContested ? sourceKindWord(source.kind) : null])}
        </span>
      ))}
    </p>
  );
}

function inBrackets(notes: readonly (string | null)[]): string {
  const said = notes.filter((note) => note !== null);
  return said.length > 0 ? ` (${said.join(comma())})` : '';
}
