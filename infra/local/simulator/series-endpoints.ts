import { aggregateBody } from './aggregate.ts';
import { type Answer, notFound, ok } from './answer.ts';
import { readSamples } from './bucketed-samples.ts';
import { hiddenSamples, unlistedHubs } from './faults/sample-faults.ts';
import { isTruthy } from './filters.ts';
import type { FleetCall } from './fleet-call.ts';
import { historicalBody } from './historical.ts';
import type { SimulatedLocation } from './simulated-fleet.ts';
import { parseTimeWindow, type TimeWindow } from './time-window.ts';

export async function answerAggregate(call: FleetCall): Promise<Answer> {
  const source = call.directory.location(call.key);
  if (source === undefined) return notFound();
  const window = parseTimeWindow(call.url.searchParams);
  const samples = await samplesFor(call, source, window);
  return ok(
    aggregateBody(source, window, samples, {
      addOther: isTruthy(call.url.searchParams.get('add_other')),
      otherFormula: otherFormulaFor(call),
      keepDecimals: call.settings.keepDecimals,
      emptyRow: call.faults.findLast((fault) => fault.kind === 'empty-rows')?.as ?? call.settings.emptyRow,
      stretchesGaps: call.faults.some((fault) => fault.kind === 'stretched-kwh'),
      hubs: listedHubs(call, source),
    }),
  );
}

export async function answerHistorical(call: FleetCall): Promise<Answer> {
  const source = call.directory.location(call.key);
  if (source === undefined) return notFound();
  const window = parseTimeWindow(call.url.searchParams);
  const samples = await samplesFor(call, source, window);
  const asked = (name: string) => isTruthy(call.url.searchParams.get(name));
  return ok(
    historicalBody(source, window, samples, {
      addOther: asked('add_other'),
      otherFormula: otherFormulaFor(call),
      keepDecimals: call.settings.keepDecimals,
      interpolate: asked('interpolate'),
      fillAllGaps: asked('fill_all_gaps'),
      includeAllMetrics: asked('include_all_metrics'),
      // The document spells it both ways.
      omitRegisters: asked('omit_registers') || asked('omit_register'),
      // Nor does it keep to one order of hubs.
      hubs: listedHubs(call, source).toReversed(),
    }),
  );
}

async function samplesFor(call: FleetCall, source: SimulatedLocation, window: TimeWindow) {
  await source.prepare?.();
  const hides = hiddenSamples(call.faults, source, window, call.nowEpochMs);
  return readSamples(source, window, Math.floor(call.nowEpochMs / 1000), hides);
}

function listedHubs(call: FleetCall, source: SimulatedLocation): string[] {
  const unlisted = unlistedHubs(call.faults);
  return source.installations.map(({ hub }) => hub).filter((hub) => !unlisted.includes(hub));
}

const otherFormulaFor = (call: FleetCall) =>
  call.faults.findLast((fault) => fault.kind === 'other-row')?.formula ?? call.settings.otherFormula;
