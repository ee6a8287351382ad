/** Which sense a name has, one rule of evidence each, on an index of a few names. */
import { describe, expect, test } from 'vitest';
import type { CandidateBlock } from '../../../src/match/types.ts';
import { entity, matcherOf, meant } from './small-index.ts';

const far = ' filler'.repeat(4000);
const matcher = matcherOf([
  entity('ring', [
    {
      text: 'Ring',
      need: 'ambiguous',
      context: ['doorbell*', 'Amazon'],
      cues: ['boxing', 'Lord of the Rings'],
      notBefore: ['Elden', 'for', 'Tolkien’s', 'boxer*'],
      notAfter: ['of', '.net'],
    },
    'Ring LLC',
  ]),
  entity('paragon', ['Paragon Solutions', { text: 'Paragon', need: 'ambiguous', context: ['Graphite'] }], {
    kin: [2],
  }),
  entity('graphite', [{ text: 'Graphite', need: 'ambiguous', cues: ['code review'] }], { kin: [1] }),
  entity('veritone', ['Veritone', { text: 'Track', need: 'with-kin', context: ['video'] }]),
  entity('candiru', [{ text: 'Candiru', need: 'sure', cues: ['fish'] }, 'Saito Tech']),
  entity('entity-list', ['Entity List'], { onlyBesideVendors: true }),
  entity('stc-voice', [{ text: 'STC', need: 'ambiguous', context: ['voice software'] }]),
  entity('stc-drone', [{ text: 'STC', need: 'ambiguous', context: ['drone wing'] }]),
  entity('hailstorm', [
    {
      text: 'HailStorm',
      need: 'ambiguous',
      context: ['phones', 'telephone*', 'telephones', 'towers', 'Florida', 'Hailstorm box*'],
    },
  ]),
  entity('harris', ['L3Harris', { text: 'Harris', need: 'ambiguous' }], { topics: [] }),
  entity('scout', [{ text: 'Scout', need: 'with-kin', context: ['video'] }], { kin: [11] }),
  entity('pole', ['Pole Systems'], { kin: [10] }),
]);

const cases: [rule: string, text: string, found: string[]][] = [
  ['a sure name needs nothing', 'Veritone said.', ['veritone:Veritone']],
  ['unless a cue speaks against it', 'Candiru is a fish.', []],
  ['an ambiguous name alone is left out', 'Ring rose early.', []],
  ['its own word near it proves it', 'Police asked Ring for doorbell footage.', ['ring:Ring']],
  ['one everyday word proves nothing', 'Hailstorm broke the phones.', []],
  ['nor directly behind it', 'Hailstorm towers stood.', []],
  ['a phrase that holds the name does', 'Hailstorm boxes stood.', ['hailstorm:Hailstorm']],
  ['not even by two words of the rule', 'Hailstorm broke the telephones.', []],
  ['said again elsewhere, both count', 'Hailstorm broke phones and telephones.', ['hailstorm:Hailstorm']],
  ['two do', 'Hailstorm misleads phones by posing as towers.', ['hailstorm:Hailstorm']],
  ['a proper name does', 'Hailstorm is made in Florida.', ['hailstorm:Hailstorm']],
  [
    'and so does one where the capitals are the maker’s own',
    'HailStorm finds phones.',
    ['hailstorm:HailStorm'],
  ],
  ['a proper name counts with its capital only', 'The amazon jungle and Ring.', []],
  [
    'two strong words of its field prove it',
    'The spyware of Paragon, a surveillance firm.',
    ['paragon:Paragon'],
  ],
  ['one and an everyday one do not', 'Surveillance video of Paragon was given to police.', []],
  ['a cue outweighs it', 'At the boxing match the doorbell of Ring rang in the boxing hall.', []],
  ['a cue that holds the name rules it out', 'Amazon sells doorbells and The Lord of the Rings.', []],
  ['a word before rules out whatever else is there', 'Amazon sells Elden Ring and doorbells.', []],
  ['in either shape of an apostrophe', "Amazon sells Tolkien's Ring and doorbells, Tolkien’s Ring.", []],
  ['and with any ending, where it has a star', 'Amazon sells doorbells, a boxerly Ring.', []],
  ['what is written on too', 'Amazon sells doorbells: see Ring.net and', []],
  ['a word after too', 'Amazon sells the Ring of doorbells.', []],
  [
    'but not across the end of a sentence or a comma',
    'Amazon has a home, Elden; Ring. Of doorbells it sells many.',
    ['ring:Ring'],
  ],
  ['nor of a word as short as an abbreviation', 'What Amazon doorbells are for. Ring said.', ['ring:Ring']],
  [
    'another name of the entity settles it',
    'Ring LLC grew.\n\nThen Ring shrank.',
    ['ring:Ring LLC', 'ring:Ring'],
  ],
  ['before as after', 'Then Ring shrank.\n\nRing LLC grew.', ['ring:Ring', 'ring:Ring LLC']],
  [
    'not across the whole page',
    `Ring LLC grew.${far}${far}${far}${far}\n\nThen Ring shrank.`,
    ['ring:Ring LLC'],
  ],
  [
    'but from the nearest place, be it after it',
    `Ring LLC grew.${far}\n\nThen Ring shrank.\n\nRing LLC grew.`,
    ['ring:Ring LLC', 'ring:Ring', 'ring:Ring LLC'],
  ],
  [
    'or before it',
    `Ring LLC grew.\n\nThen Ring shrank.${far}\n\nRing LLC grew.`,
    ['ring:Ring LLC', 'ring:Ring', 'ring:Ring LLC'],
  ],
  [
    'one sense per discourse',
    'Ring sells doorbells for Amazon.\n\nAnd Ring grew.',
    ['ring:Ring', 'ring:Ring'],
  ],
  [
    'by its majority',
    'Amazon has Ring.\n\nRing is Amazon’s.\n\nSee Ring at Amazon.\n\nThe boxing hall had a Ring.\n\nRing grew.',
    ['ring:Ring', 'ring:Ring', 'ring:Ring', 'ring:Ring'],
  ],
  [
    'but each place may speak for itself',
    'Ring sells doorbells for Amazon.\n\nElden Ring grew.',
    ['ring:Ring'],
  ],
  [
    'maker and product vouch for each other',
    'Paragon Solutions sells Graphite.',
    ['paragon:Paragon Solutions', 'graphite:Graphite'],
  ],
  [
    'less so further off',
    `Paragon Solutions grew.${' filler'.repeat(300)}\n\nGraphite grew.`,
    ['paragon:Paragon Solutions'],
  ],
  [
    'another vendor near it makes one everyday word enough',
    'Veritone said so.\n\nHailstorm broke the phones.',
    ['veritone:Veritone', 'hailstorm:Hailstorm'],
  ],
  ['but not one of another field', 'L3Harris said so.\n\nHailstorm broke the phones.', ['harris:L3Harris']],
  [
    'nor one further off',
    `Veritone said so.${' filler'.repeat(120)}\n\nHailstorm broke the phones.`,
    ['veritone:Veritone'],
  ],
  ['words of its field prove it', 'Graphite is spyware for surveillance.', ['graphite:Graphite']],
  [
    'a ruled-out sense vouches against',
    'Graphite does code review.\n\nGraphite is spyware for surveillance.',
    [],
  ],
  [
    'of its own name alone',
    'Graphite does code review.\n\nParagon sells spyware for surveillance.',
    ['paragon:Paragon'],
  ],
  [
    'where it is clear, not by one word at some distance',
    `A boxing hall ${'and '.repeat(60)}Ring.\n\nRing is spyware for surveillance.`,
    ['ring:Ring'],
  ],
  [
    'what the words beside it deny, no other place proves: not even for a sure name',
    'Saito Tech was Candiru.\n\nCandiru sells spyware.\n\nThe Candiru is a fish.',
    ['candiru:Saito Tech', 'candiru:Candiru', 'candiru:Candiru'],
  ],
  [
    'unless words beside it speak for it too',
    'Ring LLC grew.\n\nAmazon sent doorbells by Ring to the boxing hall.',
    ['ring:Ring LLC', 'ring:Ring'],
  ],
  ['an ordinary word wants kin', 'Track the video with Track.', []],
  ['whatever else speaks for it', 'The spyware Track, surveillance by video for police.', []],
  ['of its maker', 'Pole Systems sells Scout for video.', ['pole:Pole Systems', 'scout:Scout']],
  [
    'or of its own entity, and gets it',
    'Veritone sells Track for video.',
    ['veritone:Veritone', 'veritone:Track'],
  ],
  ['instruments only beside vendors', 'The Entity List grew.', []],
  ['and then', 'Veritone is not on the Entity List.', ['veritone:Veritone', 'entity-list:Entity List']],
  ['not far from them', `Veritone grew.${far}\n\nThe Entity List grew.`, ['veritone:Veritone']],
  [
    'but near any one, behind it',
    `Veritone grew.${far}\n\nThe Entity List grew.\n\nVeritone grew.`,
    ['veritone:Veritone', 'entity-list:Entity List', 'veritone:Veritone'],
  ],
  [
    'or before it',
    `Veritone grew.\n\nThe Entity List grew.${far}\n\nVeritone grew.`,
    ['veritone:Veritone', 'entity-list:Entity List', 'veritone:Veritone'],
  ],
  ['a shared name goes where the evidence is', 'The drone wing by STC flew.', ['stc-drone:STC']],
  ['either way', 'The voice software by STC spoke.', ['stc-voice:STC']],
  ['a capital before makes it another bearer', 'L3Harris met Kamala Harris there.', ['harris:L3Harris']],
  [
    'who then owns the bare name',
    'Kamala Harris met L3Harris. Then Kamala Harris left.',
    ['harris:L3Harris'],
  ],
  ['also with an initial between', 'L3Harris met Judge William H. Harris there.', ['harris:L3Harris']],
  ['which is no end of “U.S.”', 'L3Harris said so. U.S. Harris units.', ['harris:L3Harris', 'harris:Harris']],
  [
    'a line’s last word is no part of the name that the next begins with',
    'Amazon sells there\nthe Bright Lights\nRing\nand more doorbells.',
    ['ring:Ring'],
  ],
  ['a Hebrew prefix glues nothing on', 'מצלמות ה-Ring של Amazon', ['ring:Ring']],
  [
    'a known or neutral word before does not',
    'L3Harris and the Israeli Harris unit.',
    ['harris:L3Harris', 'harris:Harris'],
  ],
  ['a capital after it makes it a piece of a longer name', 'Amazon makes Ring Plus.', []],
  [
    'which is its owner’s where the name itself stands near',
    'Amazon has Ring.\n\nRing Plus is dearer.',
    ['ring:Ring', 'ring:Ring'],
  ],
  ['but not far off', `Amazon has Ring.\n\nThe sea${far}.\n\nRing Plus is dearer.`, ['ring:Ring']],
  [
    'nor at some distance',
    `Amazon has Ring.\n\nThe sea${' filler'.repeat(150)}.\n\nRing Plus is dearer, say police.`,
    ['ring:Ring'],
  ],
  [
    'capitals after it, of an abbreviation, no more',
    'Amazon and police: the Ring LTE has doorbells.',
    ['ring:Ring'],
  ],
  ['capitals in a title say nothing', 'Amazon Sells More Ring Doorbells Than Ever Before', ['ring:Ring']],
  [
    'but those of a title above it do',
    'L3Harris Sells Many Radio Units To Police\nThere Kamala Harris won.',
    ['harris:L3Harris'],
  ],
  [
    'a dash parts it from a capital word',
    'Amazon bought a firm — Ring — Beth said.\n\nAmazon bought a firm – Ring – Beth said.',
    ['ring:Ring', 'ring:Ring'],
  ],
  ['and glues nothing on', 'Amazon bought a firm called Ring—it sells doorbells.', ['ring:Ring']],
  ['as a hyphen does', 'Amazon bought a Ring-fence with doorbells.', []],
  ['a number after it makes it another thing', 'Amazon sells the Ring 9.', []],
  ['capitals beside a name in capitals are an abbreviation’s', 'Amazon: with RING LTE and LTE RING.', []],
  [
    'but not a neutral or known word’s',
    'Amazon: THE RING. Amazon: AMAZON RING. Amazon: RING AMAZON.',
    ['ring:RING', 'ring:RING', 'ring:RING'],
  ],
  ['a value in a list of values tells nothing', 'Amazon spyware with doorbells: name=Ring', []],
  ...['-', '‑', '.', '/', '=', '@', '_', '#', '$'].flatMap((sign): typeof cases => [
    [`“${sign}” writes it onto a word before it`, `Amazon: a big${sign}Ring here.`, []],
    [`“${sign}” writes a word onto it`, `Amazon: a Ring${sign}big here.`, []],
  ]),
  ['a slash parts two names', 'Amazon, of Nest/Ring here.', ['ring:Ring']],
  ['from either side', 'Amazon, of Ring/Nest here.', ['ring:Ring']],
  ['a hyphen between two does not', 'Amazon, of Nest-Ring here and Ring-Nest too.', []],
  ['one letter is enough to be written onto', 'Amazon: an x-Ring here.', []],
  ...['anti-Ring', 'Anti-Ring', 'ex-Ring', 'Ring-made', 'Ring-linked', 'Ring-doorbell'].map(
    (word): (typeof cases)[number] => [
      `“${word}” is no other name`,
      `Amazon has some ${word} pages.`,
      ['ring:Ring'],
    ],
  ),
  [
    'capitals beside capitals tell nothing of a name in a line of capitals',
    'AMAZON: A RING TONE FOR DOORBELLS',
    [],
  ],
  ['nor in a title', 'Amazon Hears A RING TONE At Night', []],
  [
    'but are no sign against it above a text that names the entity',
    'RING ENDS REQUEST TOOL\n\nThe doorbell maker Ring is part of Amazon.',
    ['ring:RING', 'ring:Ring'],
  ],
  [
    'with years in it',
    'RING ENDS REQUEST TOOL IN 2024\n\nThe doorbell maker Ring is part of Amazon.',
    ['ring:RING', 'ring:Ring'],
  ],
  [
    'where the whole line is in capitals',
    'A RING ENDS request tool early\n\nThe doorbell maker Ring is part of Amazon.',
    ['ring:Ring'],
  ],
  [
    'a capitalised word before it is a first name, and a person is meant',
    'Ring LLC grew, though the dealer John Ring sells no Amazon.',
    ['ring:Ring LLC'],
  ],
  [
    'but behind an article or a preposition of place',
    'Ring LLC grew, though in Britain Ring and the Rapid Ring sell no Amazon.',
    ['ring:Ring LLC', 'ring:Ring', 'ring:Ring'],
  ],
  [
    'or in capitals',
    'Ring LLC grew, though flagship TLA Ring sells no Amazon.',
    ['ring:Ring LLC', 'ring:Ring'],
  ],
  ['a word before counts whole', 'Amazon is therefor Ring.', ['ring:Ring']],
  ['a proper one with its capital', 'Amazon sells the elden Ring.', ['ring:Ring']],
  ['or in capitals', 'Amazon sells the ELDEN Ring.', []],
  ['any other however it is written', 'Amazon: what is it FOR Ring.', []],
  ['an Arabic prefix glues nothing on', 'كاميرات ال-Ring من Amazon', ['ring:Ring']],
  [
    'a capital in another script makes it none',
    'по словам Amazon, Программа Ring Продаётся с doorbells',
    ['ring:Ring'],
  ],
  ['nor do capitals', 'ΑΠΟ ΤΗΝ AMAZON ΤΟ RING ΣΤΗΝ ΕΛΛΑΔΑ, DOORBELLS', ['ring:RING']],
  ['glue makes it something else', 'Veritone: action.name=Track video', ['veritone:Veritone']],
];

describe('decide', () => {
  test.each(cases)('%s', (_rule, text, found) => {
    expect(meant(matcher, text)).toEqual(found);
  });

  test('what is a part of the name proves nothing of it, however it is written', () => {
    const own = (text: string, context: string, said: string) =>
      meant(matcherOf([entity('own', [{ text, need: 'ambiguous', context: [context] }])]), said).length;
    expect(own('Amazon Ring', 'Amazon', 'Amazon Ring sold. Amazon sold.')).toBe(0);
    expect(own('Amazon Ring', 'Amazon', 'Amazon Ring sold. AMAZON sold.')).toBe(0);
    expect(own('Amazon Ring', 'Nest', 'Amazon Ring sold. Nest sold.')).toBe(1);
    // Letters that are no word of their own are no part.
    expect(own('Goldring', 'Ring', 'Goldring was sold by Ring.')).toBe(1);
    expect(own('Ringo', 'Ring', 'Ringo was sold by Ring.')).toBe(1);
  });

  test('what is written onto a name rules it out, whatever else is said', () => {
    const context = ['Amazon', 'Nest', 'Arlo'];
    const ring = matcherOf([
      entity('ring', [{ text: 'Ring', need: 'ambiguous', context, notAfter: ['.net'] }]),
    ]);
    expect(meant(ring, 'Amazon, Nest and Arlo call it Ring.org.')).toEqual(['ring:Ring']);
    expect(meant(ring, 'Amazon, Nest and Arlo call it Ring.net.')).toEqual([]);
    expect(meant(ring, 'Amazon, Nest and Arlo call it Ring. Net gains rose.')).toEqual(['ring:Ring']);
  });

  test('a cue that is no longer than the name does not make it a part of another', () => {
    const flare = {
      text: 'Night Flare',
      need: 'ambiguous',
      context: ['Amazon'],
      cues: ['night flare*'],
    } as const;
    const one = matcherOf([
      entity('flare', [{ ...flare, context: [...flare.context], cues: [...flare.cues] }]),
    ]);
    expect(meant(one, 'Amazon sells Night Flare.')).toEqual(['flare:Night Flare']);
  });

  test('a cue of another meaning beside the name beats whatever the rest of the page says', () => {
    const spyware = matcherOf([
      entity('maker', ['NSO Group'], { kin: [1] }),
      entity(
        'pegasus',
        [{ text: 'Pegasus', need: 'ambiguous', context: ['phones'], cues: ['constellation'] }],
        {
          kin: [0, 2],
        },
      ),
      entity('owner', ['Q Cyber'], { kin: [1] }),
    ]);
    const story = 'NSO Group, of Q Cyber, sells Pegasus. Traces of Pegasus were on phones.';
    const found = ['maker:NSO Group', 'owner:Q Cyber', 'pegasus:Pegasus', 'pegasus:Pegasus'];
    const stars = 'The Square of Pegasus is high tonight. The constellation is easy to find.';
    expect(meant(spyware, `${story}\n\n${stars}\n\n${story}`)).toEqual([...found, ...found]);
    // In one paragraph too, when the names stand further off than words are looked at.
    expect(meant(spyware, `${story}${' filler'.repeat(80)}. ${stars}`)).toEqual(found);
    const both = 'The constellation lent NSO Group the name for phones: Pegasus.';
    expect(meant(spyware, `${story}\n\n${both}`)).toEqual([...found, 'maker:NSO Group', 'pegasus:Pegasus']);
  });

  test('a hyphen writes compounds of names in languages like German', () => {
    const marks = (text: string, language: string) =>
      matcher.decide([{ candidates: matcher.findCandidates(text, language) }])[0]!.length;
    const compound = 'Amazon, doorbells und die Ring-Affäre';
    const languages = ['de', 'DE-at', 'nl', 'sv', 'da', 'no', 'nb', 'nn', 'fi', 'et', 'hu'];
    expect(languages.filter((language) => marks(compound, language) === 1)).toEqual(languages);
    expect(['en', 'fr', '', 'det', 'en-de'].filter((language) => marks(compound, language) === 1)).toEqual(
      [],
    );
    expect(marks('Amazon, doorbells und Ring-9', 'de')).toBe(0);
    expect(marks('spyware und surveillance im Ring-Center', 'de')).toBe(0);
  });

  test('an ending behind a hyphen declines the name', () => {
    const marks = (words: string, language: string) =>
      matcher.decide([{ candidates: matcher.findCandidates(`Amazon, doorbells, ${words}`, language) }])[0]!
        .length;
    const declined = [
      ['hu', 'a Ring-et'],
      ['hu', 'a Ring-gel'],
      ['hu', 'a Ring-nek'],
      ['ro', 'Ring-ul'],
      ['ro', 'Ring-ului'],
      ['hr', 'Ring-om'],
    ] as const;
    expect(declined.filter(([language, words]) => marks(words, language) === 1)).toEqual(declined);
    const others = [
      ['en', 'a Ring-om'],
      ['ro', 'Ring-master'],
      ['ro', 'a Ring-ul9'],
      ['ro', 'a Ring.ul'],
    ] as const;
    expect(others.filter(([language, words]) => marks(words, language) > 0)).toEqual([]);
  });

  test('a German noun behind an article says what the name is called, and is no first name', () => {
    const marks = (text: string, language = 'de') =>
      matcher.decide([{ candidates: matcher.findCandidates(text, language) }])[0]!.length;
    const kind = (words: string) => `doorbells gibt es lange, auch ${words} Ring verkauft seit Jahren welche`;
    const ofAmazon = (words: string) => `${kind(words)} wie Amazon`;
    expect(
      ['die Marke', 'eine bekannte Marke', 'zur US-Marke'].map((words) => marks(ofAmazon(words))),
    ).toEqual([1, 1, 1]);
    expect(['die Händlerin Marie', 'wie Marie', 'Marke'].map((words) => marks(ofAmazon(words)))).toEqual([
      0, 0, 0,
    ]);
    expect([marks(kind('die Marke')), marks(ofAmazon('die Marke'), 'en')]).toEqual([0, 0]);
  });

  test('a German sentence with many nouns is no title, in which capitals would say nothing', () => {
    const marks = (text: string) =>
      matcher.decide([{ candidates: matcher.findCandidates(text, 'de') }])[0]!.length;
    const words = 'Gerhard Ring verkauft Lampen, Kabel und doorbells';
    expect([marks(`Der Händler ${words}`), marks(`Der Händler ${words} von Amazon`)]).toEqual([0, 0]);
    expect(marks('DER HÄNDLER RING VERKAUFT LAMPEN, KABEL UND DOORBELLS VON AMAZON.')).toBe(0);
  });

  test('gives a reason that reads as a sentence', () => {
    const text = 'Paragon Solutions sells Graphite to police.';
    const [mentions] = matcher.decide([{ candidates: matcher.findCandidates(text) }]);
    expect(mentions!.map((mention) => matcher.explain(mention))).toEqual([
      ['“Paragon Solutions” is its own name, and nothing near it points elsewhere.'],
      [
        '“Graphite” here means this one: the article also names Paragon Solutions, and near it stands “police”.',
      ],
    ]);
  });

  test.each([
    ['Ring sells doorbells for Amazon.\n\nAnd Ring grew.', 'it means that elsewhere in the article'],
    ['Ring LLC grew.\n\nThen Ring shrank.', 'the article also names Ring LLC'],
    [
      'Ring LLC grew.\n\nRing, say police, grew.',
      'the article also names Ring LLC, and near it stands “police”',
    ],
    ['Ring sells police doorbells for Amazon.', 'near it stand “Amazon”, “doorbell…” and “police”'],
    [
      'Surveillance and spyware of Amazon, with doorbells by Ring for police.',
      'near it stand “Amazon”, “surveillance” and “spyware”',
    ],
  ])('tells why it was meant last: %s', (text, grounds) => {
    const blocks = text.split('\n\n').map((block) => ({ candidates: matcher.findCandidates(block, 'en') }));
    const last = matcher.decide(blocks).flat().at(-1)!;
    expect(matcher.explain(last)).toEqual([`“Ring” here means this one: ${grounds}.`]);
  });

  test('does not say of a sure name that nothing near it points elsewhere where something does', () => {
    const why = (text: string) =>
      matcher
        .decide([{ candidates: matcher.findCandidates(text, 'en') }])[0]!
        .map((one) => matcher.explain(one))[0];
    expect(why('Candiru said so.')).toEqual([
      '“Candiru” is its own name, and nothing near it points elsewhere.',
    ]);
    expect(why('Candiru, named after a fish, sells spyware.')).toEqual([
      '“Candiru” here means this one: near it stands “spyware”.',
    ]);
  });

  test('heeds what speaks against a sure name, be it one word of each sort', () => {
    const fishes = matcherOf([
      entity('candiru', [{ text: 'Candiru', need: 'sure', cues: ['fish'], notBefore: ['Lake'] }]),
      entity('saito', [{ text: 'Saito', need: 'sure', notBefore: ['Lake'], notAfter: ['Bay'] }]),
    ]);
    const texts = [
      'Candiru is a fish.',
      'See Lake Candiru now.',
      'See Lake Saito now.',
      'See Saito Bay now.',
    ];
    expect(texts.flatMap((text) => meant(fishes, text))).toEqual([]);
    expect(meant(fishes, 'Candiru met Saito.')).toEqual(['candiru:Candiru', 'saito:Saito']);
  });

  test('takes no letters of the name itself for a word before it', () => {
    const ring = matcherOf([entity('ring', [{ text: 'Ring', need: 'sure', notBefore: ['ex-ri*'] }])]);
    expect(meant(ring, 'See ex-Ring now.')).toEqual(['ring:Ring']);
  });

  test('heeds what is written onto a name in a script without spaces, and there alone', () => {
    const chinese = matcherOf([
      entity('huawei', [{ text: '华为', need: 'sure', notBefore: ['升', '取其精'], notAfter: ['路'] }]),
    ]);
    const texts = [
      '技术升华为艺术',
      '取其精华为我所用',
      '在华为路办公',
      '精华为何',
      '升级华为手机',
      '华为的路',
    ];
    expect(texts.map((text) => meant(chinese, text).length)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test('names what stands near once, however many words of the rule are in it', () => {
    const flock = matcherOf([
      entity('flock', [{ text: 'Flock', need: 'ambiguous', context: ['camera*', 'cameras', 'ICE'] }]),
    ]);
    const [mentions] = flock.decide([{ candidates: flock.findCandidates('ICE asked Flock for cameras.') }]);
    expect(flock.explain(mentions![0]!)).toEqual([
      '“Flock” here means this one: near it stand “ICE” and “cameras”.',
    ]);
  });

  test('takes the general words of the text’s language and of English, and of all where none is known', () => {
    const german = { language: 'de', strong: [['Überwachung*', 'Staatstrojaner']], weak: [['Polizei']] };
    const english = { language: 'en', strong: [['spyware', 'surveillance']], weak: [['police']] };
    const french = { language: 'fr', strong: [['espion*', 'écoutes']], weak: [['police']] };
    const several = matcherOf([entity('paragon', [{ text: 'Paragon', need: 'ambiguous' }])], {
      vocabulary: [german, english, french],
    });
    const marks = (text: string, language?: string) =>
      several.decide([{ candidates: several.findCandidates(text, language) }])[0]!.length;
    const [inGerman, inEnglish, inFrench] = [
      'Paragon: Überwachungssoftware als Staatstrojaner',
      'Paragon sold spyware for surveillance',
      'Paragon, l’espionnage et les écoutes',
    ];
    expect([marks(inGerman, 'de-AT'), marks(inEnglish, 'de'), marks(inFrench, 'de')]).toEqual([1, 1, 0]);
    expect([marks(inGerman, 'en'), marks(inEnglish, 'EN'), marks(inFrench, 'fr')]).toEqual([0, 1, 1]);
    expect([inGerman, inEnglish, inFrench].map((text) => marks(text))).toEqual([1, 1, 1]);
    expect([marks(inGerman, 'ja'), marks(inEnglish, 'ja'), marks(inFrench, 'ja')]).toEqual([1, 1, 1]);
  });

  test('takes the words of all languages where the letters are not those of the one that the page states', () => {
    const several = matcherOf([entity('paragon', [{ text: 'Paragon', need: 'ambiguous' }])], {
      vocabulary: [
        { language: 'en', strong: [['spyware', 'surveillance']], weak: [[]] },
        { language: 'hi', strong: [['जासूसी', 'स्पाइवेयर']], weak: [[]] },
      ],
    });
    const marks = (text: string, language?: string) =>
      several.decide([{ candidates: several.findCandidates(text, language) }])[0]!.length;
    const inHindi = 'Paragon का स्पाइवेयर जासूसी के लिए इस्तेमाल किया गया';
    const inEnglish = 'Paragon, as the Hindi paper wrote, sold “स्पाइवेयर” for “जासूसी”, and denied it later';
    expect(['hi', 'en-US', 'fr', 'ru'].map((language) => marks(inHindi, language))).toEqual([1, 1, 1, 1]);
    expect([marks(inEnglish, 'hi'), marks(inEnglish, 'en')]).toEqual([1, 0]);
  });

  test('takes what a word of the name is called in the text’s language for that word, and in all where none is known', () => {
    const lists = { strong: [['surveillance']], weak: [['police']] };
    const translated = matcherOf(
      [
        entity('predator', [
          { text: 'Predator', need: 'ambiguous', context: ['spyware'], cues: ['logiciel'] },
        ]),
        entity('axon', [{ text: 'Axon', need: 'ambiguous', context: ['taser'] }]),
      ],
      {
        vocabulary: [
          { language: 'en', ...lists },
          { language: 'es', ...lists, translations: { spyware: ['programa espía'], camera: ['cámara*'] } },
          { language: 'fr', ...lists, translations: { spyware: ['logiciel', 'outil espion'] } },
        ],
      },
    );
    const marks = (text: string, language?: string) =>
      translated.decide([{ candidates: translated.findCandidates(text, language) }])[0]!.length;
    const [inSpanish, inFrench] = ['El programa espía Predator y Axon', 'Predator, un outil espion'];
    expect([marks(inSpanish, 'es-MX'), marks(inFrench, 'es'), marks(inSpanish, 'en')]).toEqual([1, 0, 0]);
    expect([inSpanish, inFrench].map((text) => marks(text))).toEqual([1, 1]);
    expect(marks('Predator, un outil espion et un logiciel', 'fr')).toBe(0);
  });

  test('finds words of Arabic and Hebrew with up to three letters written onto them', () => {
    const written = matcherOf([
      entity('nso', [{ text: 'NSO', need: 'ambiguous', context: ['إسرائيل*', 'ריגול'] }]),
    ]);
    const marks = (text: string) => written.decide([{ candidates: written.findCandidates(text) }])[0]!.length;
    const arabic = ['إسرائيلية', 'بإسرائيلية', 'الإسرائيلية', 'والإسرائيلية'].map((word) =>
      marks(`شركة NSO ${word} هنا`),
    );
    const hebrew = ['ריגול', 'הריגול', 'והריגול'].map((word) => marks(`NSO של ${word} כאן`));
    expect([...arabic, ...hebrew]).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(marks('شركة NSO غيرهاإسرائيل هنا')).toBe(0);
  });

  test('counts words that stand wholly within reach, and none beyond it', () => {
    const before = (units: number) => meant(matcher, `Amazon${'.'.repeat(units)}Ring doorbell`).length;
    const after = (units: number) => meant(matcher, `Ring doorbell${'.'.repeat(units)}Amazon`).length;
    expect([before(394), before(395), after(380), after(400)]).toEqual([1, 0, 1, 0]);
  });

  test('of two names that differ in capitals it means the one that the entity has first', () => {
    const huawei = matcherOf([entity('huawei', ['Huawei', 'HuaWei', 'Honor Huawei'])]);
    const [mentions] = huawei.decide([
      { candidates: huawei.findCandidates('Huawei, HuaWei and HUAWEI grew.') },
    ]);
    expect(mentions!.map(({ name }) => name)).toEqual(['Huawei', 'Huawei', 'Huawei']);
  });

  test('a word that is a piece of the name speaks like any other, one of its words or how it begins does not', () => {
    const fish = matcherOf([
      entity('kingfish', [
        { text: 'Kingfish', need: 'ambiguous', context: ['phones', 'FBI', 'kingf*'], cues: ['fish'] },
        { text: 'King Fish', need: 'ambiguous', context: ['King', 'FBI'] },
      ]),
    ]);
    const found = ['kingfish:Kingfish'];
    expect(meant(fish, 'Agents of the FBI track phones by Kingfish.')).toEqual(found);
    expect(meant(fish, 'Agents of the FBI eat fish and call phones on Kingfish.')).toEqual([]);
    expect(meant(fish, 'The Kingfish, a kingfish, is green. A King Fish of a King.')).toEqual([]);
  });

  test('is pure: the same blocks give the same answer, and blocks decided alone leave no trace', () => {
    const block = (text: string): CandidateBlock => ({ candidates: matcher.findCandidates(text) });
    const blocks = [block('Ring LLC grew.'), block('Then Ring shrank.')];
    const first = matcher.decide(blocks);
    expect(matcher.decide([blocks[1]!])).toEqual([[]]);
    expect(matcher.decide(blocks)).toEqual(first);
  });
});

test('a spelling that names of two entities allow may mean either', () => {
  const both = matcherOf([
    entity('clear-secure', [{ text: 'CLEAR', need: 'ambiguous', context: ['Denver'] }]),
    entity('clear-hair', [{ text: 'Clear', need: 'ambiguous', context: ['Unilever'] }]),
  ]);
  expect(meant(both, 'CLEAR opened in Denver.')).toEqual(['clear-secure:CLEAR']);
  expect(meant(both, 'Unilever sells CLEAR.')).toEqual(['clear-hair:CLEAR']);
});

test('what proves a name that is part of a longer one does not prove the longer one', () => {
  const nested = matcherOf([
    entity('blue-coat', [{ text: 'Blue Coat', need: 'ambiguous', context: ['Denver'] }]),
    entity('coat', [{ text: 'Coat', need: 'ambiguous', context: ['Unilever'] }]),
    entity('blue', [{ text: 'Blue', need: 'ambiguous', context: ['Unilever'] }]),
  ]);
  expect(meant(nested, 'Unilever sells Blue Coat.')).toEqual([]);
  expect(meant(nested, 'Denver has Blue Coat.')).toEqual(['blue-coat:Blue Coat']);
});

test('the fields of an entity are those that it has, however many there are', () => {
  const words = Array.from('abcdefghijkl', (letter) => [`${letter}one`, `${letter}two`]);
  const fields = matcherOf(
    [entity('ring', [{ text: 'Ring', need: 'ambiguous' }], { standing: 'listed', topics: [0, 6] })],
    { vocabulary: [{ language: 'en', strong: words, weak: words.map(() => []) }] },
  );
  const proved = words.map(([one, two]) => meant(fields, `Ring, ${one} and ${two}`).length === 1);
  expect(proved).toEqual(words.map((_, field) => field === 0 || field === 6));
});
