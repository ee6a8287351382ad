/** The closed word lists of the dataset: kinds, categories, statuses and types, one spelling each. */

export const entityKinds = [
  'company',
  'product',
  'person',
  'investor',
  'instrument',
  'investigation',
  'state-body',
] as const;
export const categories = [
  'mobile-spyware',
  'exploit-broker',
  'network-interception',
  'imsi-catcher',
  'location-tracking',
  'phone-forensics',
  'facial-recognition',
  'video-surveillance',
  'licence-plate-readers',
  'predictive-policing',
  'data-broker',
  'social-media-monitoring',
  'open-source-intelligence',
  'lawful-intercept',
  'gunshot-detection',
  'drone-surveillance',
  'spyware-investor',
  'stalkerware',
  'censorship',
  'biometric-database',
  'analytics-platform',
] as const;
export const nameTypes = ['primary', 'alias', 'abbreviation', 'legal', 'native', 'former', 'kin'] as const;
export const listingStatuses = ['listed', 'removed', 'partially-removed', 'suspended', 'proposed'] as const;
export const eventTypes = [
  'acquisition',
  'bid',
  'ownership',
  'lawsuit',
  'ruling',
  'settlement',
  'listing',
  'delisting',
  'expose',
  'contract',
  'export',
  'breach',
  'rename',
  'closure',
  'policy',
  'enforcement',
  'other',
] as const;
export const relationTypes = [
  'maker-of',
  'made-by',
  'subsidiary-of',
  'parent-of',
  'acquired-by',
  'acquired',
  'renamed-to',
  'formerly',
  'invested-in',
  'investor',
  'founded-by',
  'founder-of',
  'bid-for',
  'bid-by',
  'reseller-of',
  'resold-by',
  'supplied-to',
  'customer-of',
  'officer-of',
  'has-officer',
  'partner-of',
  'successor-of',
  'succeeded-by',
  'owner-of',
  'owned-by',
  // From a law, rule or programme to whom it applies.
  'applies-to',
  'subject-to',
  'co-listed-with',
  'described-in',
  'describes',
  'related-to',
] as const;
export const sourceKinds = ['primary', 'research', 'news', 'ngo', 'company'] as const;

export type EntityKind = (typeof entityKinds)[number];
export type Category = (typeof categories)[number];
export type NameType = (typeof nameTypes)[number];
export type ListingStatus = (typeof listingStatuses)[number];
export type EventType = (typeof eventTypes)[number];
export type RelationType = (typeof relationTypes)[number];
export type SourceKind = (typeof sourceKinds)[number];
