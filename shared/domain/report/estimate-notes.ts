import type { CostEstimate } from '../money/cost-estimate.ts';
import type { EmissionsEstimate } from '../money/emissions.ts';
import type { Note } from './note.ts';
import type { PeriodEmissions } from './source-emissions.ts';

/** Says of money and emissions that they are estimates, what they rest on and what they leave out. */
export function estimateNotes(
  cost: CostEstimate | null,
  emissions: EmissionsEstimate | null,
  sourceEmissions: PeriodEmissions | null,
): Note[] {
  return [
    ...(cost === null ? [] : [costNote(cost)]),
    ...(emissions === null ? [] : emissionNotes(emissions)),
    ...(sourceEmissions === null || sourceEmissions.massKg === null
      ? []
      : [{ code: 'marginal_emissions', publisher: sourceEmissions.publisher, attention: false } satisfies Note]),
  ];
}

function costNote(cost: CostEstimate): Note {
  const { tariffName } = cost;
  if (!cost.estimated) return { code: 'cost_unknown', tariffName, reason: cost.reason, attention: false };
  const { effectiveFrom, leftOut } = cost;
  return { code: 'cost_estimate', tariffName, effectiveFrom, leftOut, attention: false };
}

function emissionNotes({ factor, imported, avoided }: EmissionsEstimate): Note[] {
  if (imported.massKg === null && avoided.massKg === null) return [];
  return [{ code: 'emissions_estimate', factor, attention: false }];
}
