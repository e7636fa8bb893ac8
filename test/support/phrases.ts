import type { Texts } from '../../shared/rendering/language/texts.ts';

/** Stands for what fills a phrase, so that it can be found in it again. */
const mark = (name: string | number): string => `⟦${name}⟧`;
const PLAIN = [0, 1, 2, 3, 4].map(mark);
const PERIOD = [{ day: mark('day'), month: mark('month'), range: mark('range'), week: mark('week') }];
const EXTREME = { when: mark('when'), energy: mark('energy') };

/** What phrases are filled with that take more than plain texts, counts and flags. */
const STRUCTURED: Readonly<Record<string, readonly unknown[]>> = {
  ...Object.fromEntries(
    ['daily', 'weekly', 'monthly', 'cycle'].flatMap((kind) => [
      [`periodTitle.${kind}`, PERIOD],
      [`inPeriod.${kind}`, PERIOD],
    ]),
  ),
  'pdf.alternative.bars': [
    {
      what: mark('what'),
      perDay: true,
      count: mark('count'),
      average: mark('average'),
      highest: EXTREME,
      lowest: EXTREME,
    },
  ],
  'pdf.alternative.circuits': [{ name: mark('name'), energy: mark('energy'), share: mark('share') }, mark('other')],
  'pdf.alternative.heatMap': [{ when: mark('when'), power: mark('power') }, mark('missing')],
  'notes.cost_estimate': [mark('tariff'), [mark('since')], ['taxes', 'fees', 'demand', 'standing_charge', 'feed_in']],
  'notes.cost_unknown': [mark('tariff'), 'no_price'],
  'comparison.change': [mark('percent'), 'less', 'day'],
  'comparison.same': ['hour'],
};

/** Every phrase of a catalogue by its path, filled with marks. */
export function phrasesOf(texts: Texts): ReadonlyMap<string, string> {
  return new Map(leavesOf(texts, ''));
}

/** The marks in a phrase, each once. */
export const marksIn = (phrase: string): string[] => [...new Set(phrase.match(/⟦\w+⟧/g))].sort();

function leavesOf(node: object, prefix: string): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const path = `${prefix}${key}`;
    if (typeof value === 'object' && value !== null) return leavesOf(value, `${path}.`);
    if (typeof value === 'function') return [[path, String(value(...(STRUCTURED[path] ?? PLAIN)))]];
    return [[path, String(value)]];
  });
}
