/** Under which terms the data may be used; the same words stand in data/LICENSE.md. */

export const title = 'Sidelight dataset';

export const licence = {
  name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export const attribution = 'Sidelight dataset, CC BY 4.0';
