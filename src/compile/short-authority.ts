/** The authorities whose listings the dataset holds, each with the short name that filters show. */

const shortNames: ReadonlyMap<string, string> = new Map([
  ['US Department of Commerce, Bureau of Industry and Security', 'US Commerce'],
  ['US Department of the Treasury, Office of Foreign Assets Control', 'US Treasury'],
  ['US Department of Defense', 'US Defense'],
  ['US Federal Communications Commission', 'FCC'],
  ['US Federal Trade Commission', 'FTC'],
  ['US Congress', 'US Congress'],
  ['Council of the European Union', 'EU'],
  ['UK Foreign, Commonwealth and Development Office', 'UK'],
  ['Norges Bank', 'Norges Bank'],
  ['State of Texas', 'Texas'],
  ['Government of Canada', 'Canada'],
  ['Ministry of Foreign Affairs of China', 'China'],
  ['Ministry of Commerce of China', 'China'],
]);

/** Null for an authority that is not in the table; a data rule asks for one spelling each. */
export function shortAuthority(authority: string): string | null {
  return shortNames.get(authority) ?? null;
}
