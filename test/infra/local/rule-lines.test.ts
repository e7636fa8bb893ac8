import { describe, expect, it } from 'vitest';
import { ruleLines } from '../../../infra/local/rule-lines.ts';
import type { ReportRule } from '../../../shared/application/configuration.ts';
import { aRule } from '../../support/report-world.ts';
import { A_FACTOR, EVERYTHING } from '../../support/tariff-builder.ts';

const linesOf = (over: Partial<ReportRule>, settings: Partial<ReportRule['settings']> = {}) =>
  ruleLines(aRule({ ...over, settings: { ...aRule().settings, ...settings } }), 0);

describe('what a rule means', () => {
  it('is who gets what, in which language and for which spreadsheet', () => {
    const anna = { address: 'anna@example.com', locale: 'de-DE' };
    expect(linesOf({ recipients: ['owner@example.com', anna] }, { csv: 'european' })[0]).toBe(
      'Rule 0: all locations of fleet/demo, in en-US, to owner@example.com, anna@example.com (in de-DE) with pdf and csv for European spreadsheets',
    );
  });

  it('is whose customers are written to where nobody is named', () => {
    expect(linesOf({ recipients: [], recipientsFromSource: ['a', 'b'] }).slice(0, 2)).toEqual([
      'Rule 0: all locations of fleet/demo, in en-US, into the archive only',
      '  where no rule names a reader: the customers of 2 locations, as the source knows them',
    ]);
  });

  it('is what reports are set beside, and what cost and emissions rest on', () => {
    const comparisons = { previous: false, lastYear: true };
    const lines = linesOf({ kinds: [] }, { tariff: EVERYTHING, emissionFactor: A_FACTOR, comparisons });
    expect(lines.slice(1)).toEqual([
      '  compared with the same one of the year before',
      '  cost by the tariff Night & day (USD): prices 2020-01-01 to 2026-11-18, from 2026-11-19; without taxes, fees',
      '  emissions by the factor texas: 349.5 g of CO2 for each kWh (ERCOT, 2024; US EPA, eGRID)',
    ]);
    expect(linesOf({ kinds: [] }, { comparisons: { previous: false, lastYear: false } })).toContain(
      '  compared with nothing',
    );
  });
});
