/** Every way of writing the entity, and what else the same letters may mean. */
import type { Name } from '../dataset/entity.ts';
import { english } from '../ui/english.tsx';
import { Sentence } from '../ui/sentence.tsx';
import { t } from '../ui/translate.ts';
import { nameTypeWord } from '../ui/words.ts';
import { Section } from './section.tsx';

export function Names({ names }: { names: readonly Name[] }) {
  return (
    <Section id="names" title={t('profile.names')} count={names.length}>
      <ul role="list" class="names">
        {names.map((name) => (
          <li key={`${name.type} ${name.text}`}>
            <p>
              <bdi lang={name.language ?? ''}>{name.text}</bdi>{' '}
              <span class="small soft">{nameTypeWord(name.type)}</span>
            </p>
            {name.note && (
              <p class="small soft" {...english}>
                {name.note}
              </p>
            )}
            {name.otherMeanings && (
              <p class="small soft">
                <Sentence
                  of="profile.also_means"
                  values={{
                    meanings: (
                      <bdi {...english}>{name.otherMeanings.map(({ meaning }) => meaning).join('; ')}</bdi>
                    ),
                  }}
                />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
