/** Where each claim of a card comes from: short links beside the claim, and the whole list at the end. */
import type { SourceKind } from '../dataset/vocabulary.ts';
import type { CardRecord, RecordSource } from '../dataset/records.ts';
import { formatDate, formatDay } from '../ui/dates.ts';
import { comma, t, tn } from '../ui/translate.ts';
import { sourceKindWord } from '../ui/words.ts';
import { sourcesPerClaim } from './constants.ts';
import { OutsideLink } from './outside-link.tsx';

/** Official papers first: what a reader would check first. */
const order: SourceKind[] = ['primary', 'research', 'ngo', 'news', 'company'];

/** The sources with these ids, the most official first; ids that the record does not know are left out. */
export function citedSources(sources: readonly RecordSource[], ids: readonly string[]): RecordSource[] {
  return sources
    .filter((source) => ids.includes(source.id))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The first publishers as links, and how many more there are. What the authority of the claim itself published comes first. */
export function ClaimSources({
  sources: all,
  ids,
  authority = '',
}: {
  sources: readonly RecordSource[];
  ids: readonly string[];
  authority?: string;
}) {
  const cited = citedSources(all, ids);
  const isOwn = ({ publisher }: RecordSource) => authority.includes(publisher);
  const sources = [...cited.filter(isOwn), ...cited.filter((source) => !isOwn(source))];
  const more = sources.length - sourcesPerClaim;
  return (
    <span class="cites">
      {sources.slice(0, sourcesPerClaim).map((source, index) => (
        <>
          {index > 0 && comma()}
          <OutsideLink key={source.id} url={source.url} title={`${source.title} – ${source.publisher}`}>
            <bdi lang="en">{shortPublisher(source.publisher)}</bdi>
          </OutsideLink>
        </>
      ))}
      {more > 0 && ` ${tn('card.more_sources', more)}`}
    </span>
  );
}

/** "The Hill (via Yahoo)" is "The Hill" beside a claim; the list of sources has it in full. */
function shortPublisher(publisher: string): string {
  return publisher.replace(/ \([^()]*\)$/, '');
}

export function SourcesSection({ record }: { record: CardRecord }) {
  return (
    <details class="section sources">
      <summary>
        {tn('card.sources', record.sources.length)}
        <span class="quiet"> · {t('card.checked_by', { date: formatDay(record.checkedBy) })}</span>
      </summary>
      {record.review.state === 'draft' && <p class="quiet">{t('card.draft')}</p>}
      <ol>
        {record.sources.map((source) => (
          <li key={source.id}>
            <OutsideLink url={source.url}>
              <bdi lang="">{source.title}</bdi>
            </OutsideLink>{' '}
            <span class="quiet">
              <bdi lang="en">{source.publisher}</bdi>
              {` · ${source.published ? formatDate(source.published) : t('date.undated')} · ${sourceKindWord(source.kind)}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
