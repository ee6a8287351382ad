/** The rule source-publisher: what it must catch, and what it must let through. */
import { expect, it } from 'vitest';
import { sourcePublisher } from '../../../src/compile/rules/source-publisher.ts';
import { sampleSource } from '../../unit/compile/sample-entities.ts';
import { placesOf } from './check-rule.ts';

const check = (...publishers: string[]) =>
  placesOf(sourcePublisher, publishers.map((publisher, index) => ({ id: `acme-${index}`, sources: [sampleSource('s1', { publisher })] })));

it('catches another spelling of a name, the rarer one', () => {
  expect(check('WIRED UK', 'WIRED UK', 'Wired UK')).toEqual(['acme-2.json sources.s1.publisher']);
  expect(check('Crain’s Business', "Crain's Business", "Crain's Business")).toEqual(['acme-0.json sources.s1.publisher']);
  expect(check('Krebs on Security', 'KrebsOnSecurity', 'KrebsOnSecurity')).toEqual(['acme-0.json sources.s1.publisher']);
});

it('names one of two that are as common, and each page that has it', () => {
  expect(check('USA Today', 'USA TODAY')).toEqual(['acme-0.json sources.s1.publisher']);
  expect(check('Gazette', 'gazette', 'Gazette', 'gazette', 'Gazette')).toEqual(['acme-1.json sources.s1.publisher', 'acme-3.json sources.s1.publisher']);
});

it('lets one spelling through, and names that are more than spelled otherwise', () => {
  expect(check('WIRED', 'WIRED')).toEqual([]);
  expect(check('The National Herald', 'National Herald')).toEqual([]);
  expect(check('WIRED', 'WIRED (copy at example.org)')).toEqual([]);
  expect(check('Reuters (Mint)', 'Reuters Mint')).toEqual([]);
});
