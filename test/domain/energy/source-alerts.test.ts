import { describe, expect, it } from 'vitest';
import { isSerious, keptAlerts } from '../../../shared/domain/energy/source-alerts.ts';

const alert = { id: 'a1', severity: 'warning', title: 'Too hot', fromMs: 1_700_000_000_000, toMs: null };

describe('the alerts that facts keep', () => {
  it('are each once, oldest first', () => {
    const older = { ...alert, id: 'a2', fromMs: alert.fromMs - 1 };
    expect(keptAlerts([alert, older, alert])).toEqual([older, alert]);
  });

  it('are no longer and no more than can be of use', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ ...alert, id: `a${index}`, title: 'x'.repeat(10_000) }));
    expect(JSON.stringify(keptAlerts(many)).length).toBeLessThan(25_000);
  });

  it('have dates that a calendar can show', () => {
    const odd = [Number.NaN, -1, 1.5, 1e18].map((fromMs, index) => ({ ...alert, id: `a${index}`, fromMs }));
    expect(keptAlerts(odd)).toEqual([]);
    expect(keptAlerts([{ ...alert, toMs: 1e18 }])).toEqual([alert]);
  });

  it('are serious unless their source plays them down', () => {
    expect(['critical', 'WARNING', 'whatever', ''].map((severity) => isSerious({ ...alert, severity }))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['info', ' Low ', 'NOTICE'].some((severity) => isSerious({ ...alert, severity }))).toBe(false);
  });
});
