import { describe, expect, it } from 'vitest';
import { fulfilRequest } from '../../shared/application/fulfil-request.ts';
import { aRule, aWorld } from '../support/report-world.ts';
import { A_FACTOR, aBand, aTariff, aVersion } from '../support/tariff-builder.ts';

const request = { location: 'fleet/demo/a', period: '2026-11-19' };
const ruleWith = (price: string) => {
  const rule = aRule();
  return {
    ...rule,
    settings: { ...rule.settings, tariff: aTariff([aVersion({ bands: [aBand(price)] })]), emissionFactor: A_FACTOR },
  };
};

describe('the prices of a report', () => {
  it('are kept with it: a new configuration changes later reports and revisions only', async () => {
    const dear = aWorld({ rules: [ruleWith('0.50')] });
    const cheap = aWorld({ rules: [ruleWith('0.10')] });
    const costIn = async (parts: ReturnType<typeof dear.parts>, revise = false) => {
      const { report } = await fulfilRequest(parts, request, { trigger: 'on-demand', mail: false, revise });
      return report?.cost?.estimated ? report.cost.totalMinor : report?.cost;
    };

    expect(await costIn(dear.parts())).toBe(1200);
    const reconfigured = { ...dear.parts(), configuration: cheap.parts().configuration };
    expect(await costIn(reconfigured)).toBe(1200);
    expect(await costIn(reconfigured, true)).toBe(240);
  });

  it('come with what import and production stand for in emissions', async () => {
    const { report } = await fulfilRequest(aWorld({ rules: [ruleWith('0.10')] }).parts(), request, {
      trigger: 'on-demand',
      mail: false,
    });

    expect(report?.emissions?.imported).toEqual({ massKg: expect.closeTo(24 * 0.3495, 9), quality: 'measured' });
    expect(report?.emissions?.avoided).toEqual({ massKg: null, quality: 'not_applicable' });
  });
});
