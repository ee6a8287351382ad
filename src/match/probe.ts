/** What a first look at a text gives, in whichever way it is taken: by expressions (`anchors.ts`) or bits (`anchor-bits.ts`). */

export interface Probe {
  /** True where an anchor may stand somewhere in the text. */
  test(text: string): boolean;
  /**
   * Calls back for each place at which an anchor may stand. Answers whether the text holds anything that `normalise` would
   * take out.
   */
  each(text: string, found: (place: number) => void): boolean;
  /** Where in a name the anchor begins that this probe looks for. */
  anchorAt(name: AnchoredName): number;
}

export interface AnchoredName {
  text: string;
  isAnyCase: boolean;
}
