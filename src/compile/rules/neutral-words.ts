/** Rule: no word that judges; what is so is said, not how to feel about it. */
import { entityRule, readerTexts } from './rule.ts';

/** Words, and why each is out. Quoted words are the speaker's and are let through. */
const judging: readonly [words: RegExp, why: string][] = [
  [
    /\b(notorious|infamous|disgraced|shady|shadowy|sinister|dubious|rogue|secretive)(ly)?\b/i,
    'is a verdict on character',
  ],
  [
    /\b(dystopian|Orwellian|draconian|chilling|creepy|shocking|scandalous|egregious|alarming)(ly)?\b/i,
    'tells the reader what to feel',
  ],
  [/\b(evil|brutal|ruthless|nefarious|malicious intent)\b/i, 'is a moral verdict'],
  [/\bcontroversial(ly)?\b/i, 'says that there is a dispute without saying whose'],
  [
    /\b(world-class|cutting-edge|innovative|renowned|prestigious|state-of-the-art|best-in-class|game-changing)\b/i,
    'is advertising',
  ],
  [/\b(so-called|allegedly innocent|supposedly)\b/i, 'sneers: name who uses the word'],
  [/\b(clearly|obviously|unfortunately|admittedly|of course|notably)\b/i, 'is the writer speaking'],
  [/\b(henchm[ae]n|crony|cronies|puppet|lackey)\b/i, 'is an insult'],
];

export const neutralWords = entityRule(
  'neutral-words',
  'Texts hold no judging adjective and no advertising outside quotation marks.',
  function* (entity) {
    for (const [field, text] of readerTexts(entity)) {
      const own = text.replace(/[“"][^”"]*[”"]/g, '');
      for (const [words, why] of judging) {
        const found = words.exec(own);
        if (found) yield [field, `“${found[0]}” ${why}`];
      }
    }
  },
);
