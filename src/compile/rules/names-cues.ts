/** Rule: the words that decide a name's sense can do so. */
import { createWord, endOfWord } from '../../match/context.ts';
import { entityRule, repeated } from './rule.ts';

const tooCommon =
  /^([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]|the|an|of|and|or|in|on|to|is|was|by|for|with|at|as|from|that|this|it|its)$/iu;

export const namesCues = entityRule(
  'names-cues',
  'A word that shows or rules out the entity is a word, stands once, does not stand for both, and is not the name itself.',
  function* (entity) {
    for (const { text, context = [], otherMeanings = [], notBefore = [], notAfter = [] } of entity.names) {
      const field = `names["${text}"]`;
      const cues = otherMeanings.flatMap((meaning) => meaning.cues ?? []);
      const lists = { context, otherMeanings: cues, notBefore, notAfter };
      for (const [list, words] of Object.entries(lists)) {
        const folded = words.map((word) => word.toLowerCase());
        for (const word of repeated(folded).filter(() => list !== 'otherMeanings'))
          yield [`${field}.${list}`, `“${word}” stands twice`];
        for (const word of folded) {
          if (word.slice(0, -1).includes('*') || /^[\p{L}\p{N}]?\*$/u.test(word))
            yield [`${field}.${list}`, `“${word}”: a star stands at the end, behind two letters or more`];
          // They stand near any name, so they would prove all or rule out all.
          if ((list === 'context' || list === 'otherMeanings') && tooCommon.test(word))
            yield [`${field}.${list}`, `“${word}” stands in every text and decides nothing`];
          if (!/[\p{L}\p{N}*]/u.test(word)) yield [`${field}.${list}`, `“${word}” is no word`];
          if (word === text.toLowerCase() && list === 'otherMeanings')
            yield [`${field}.${list}`, `“${word}” is the name itself and decides nothing`];
        }
        const sought = list === 'context' || list === 'otherMeanings' ? words : [];
        for (const word of sought.filter((each) => /[\p{L}\p{N}]/u.test(each)))
          if (endOfWord(createWord(word, 0), word, 0) === 0)
            yield [`${field}.${list}`, `“${word}” is found in no text: a word begins with a letter or digit`];
        // Written in another way it can show the sense: “entity list” for “Entity List”.
        if (list === 'context' && words.includes(text))
          yield [`${field}.${list}`, `“${text}” is the name itself and decides nothing`];
      }
      const against = new Set(cues);
      for (const word of context.filter((each) => against.has(each)))
        yield [`${field}.context`, `“${word}” also stands for another meaning`];
    }
  },
);
