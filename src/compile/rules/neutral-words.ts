/** Rule: no word that judges; what is so is said, not how to feel about it. */
import { entityRule, readerTexts, withoutQuotes } from './rule.ts';

/** Words, and why each is out. Quoted words are the speaker's and are let through. */
const judging: readonly [words: RegExp, why: string][] = [
  [
    /\b(notorious|infamous|disgraced|shady|shadowy|sinister|dubious|rogue|secretive|unscrupulous|unethical|immoral|corrupt|greedy|reckless|sleazy|murky|seedy|discredited|predatory)(ly)?\b/i,
    'is a verdict on character',
  ],
  [
    /\b(dystopian|Orwellian|draconian|Kafkaesque|chilling|creepy|shocking|scandalous|egregious|alarming|disturbing|troubling|worrying|terrifying|horrifying|horrific|appalling|shameful|disgraceful|blatant|stunning|sickening|invasive|intrusive)(ly)?\b/i,
    'tells the reader what to feel',
  ],
  [
    /\b(evil|brutal|ruthless|nefarious|malicious intent|vicious|heinous|despicable|villain(ous)?|wicked|vile|monstrous|oppressive|abusive)\b/i,
    'is a moral verdict',
  ],
  [/\bcontroversial(ly)?\b/i, 'says that there is a dispute without saying whose'],
  [
    /\b(world-class|cutting-edge|innovative|renowned|prestigious|state-of-the-art|best-in-class|game-changing|groundbreaking|industry-leading|market-leading|world-leading|leading-edge|award-winning|trusted)\b/i,
    'is advertising',
  ],
  [/\b(so-called|supposedly)\b/i, 'sneers: name who uses the word'],
  [
    /\b(allegedly|reportedly|purportedly|rumou?red)\b|(?<!\b(said|says|wrote|reported|told)\b.*)\b(is|are|was|were) (widely )?(believed|thought) to\b/i,
    'hides who says so: name them',
  ],
  [
    /\b(clearly|obviously|unfortunately|sadly|regrettably|fortunately|admittedly|of course|notably|undoubtedly|needless to say|shockingly)\b/i,
    'is the writer speaking',
  ],
  [
    /\b(henchm[ae]n|crony|cronies|puppet|lackeys?|stooges?|thugs?|goons?|mercenary spy firm|spy merchants?)\b/i,
    'is an insult',
  ],
];

export const neutralWords = entityRule(
  'neutral-words',
  'Texts hold no judging adjective and no advertising outside quotation marks.',
  function* (entity) {
    for (const [field, text] of readerTexts(entity)) {
      const own = withoutQuotes(text);
      for (const [words, why] of judging) {
        const found = words.exec(own);
        if (found) yield [field, `“${found[0]}” ${why}`];
      }
    }
  },
);
