import { SourceUnavailableError } from '../errors.ts';
import { keySegment } from './keys.ts';
import type { EnergySource, LocationReader } from './ports.ts';
import { createSourceOutages, leftAloneMessage, type OutageParts, type SourceOutages } from './source-outage.ts';

/**
 * Puts a source behind the health that all processes share: an outage of hours costs a call now and then instead of
 * one for each report and try. Trouble of a single location is not an outage and stops nobody else.
 */
export function guardSource(source: EnergySource, sourceName: string, parts: OutageParts): EnergySource {
  const outages = createSourceOutages(parts, sourceName);
  const guarded = <T>(scope: string | undefined, call: () => Promise<T>) =>
    callGuarded(parts, sourceName, outages, scope, call);
  return {
    listLocations: (fleet) => guarded(undefined, () => source.listLocations(fleet)),
    async openLocation(ref) {
      const scope = keySegment(ref.id);
      const reader = await guarded(scope, () => source.openLocation(ref));
      return { ...reader, readDay: (day) => guarded(scope, () => reader.readDay(day)) } satisfies LocationReader;
    },
  };
}

async function callGuarded<T>(
  parts: OutageParts,
  sourceName: string,
  outages: SourceOutages,
  scope: string | undefined,
  call: () => Promise<T>,
): Promise<T> {
  const until = await outages.leftAloneUntil();
  if (until !== undefined) {
    parts.metrics?.({ name: 'BreakerOpen', value: 1 });
    const retryAfterMs = until - parts.clock.now();
    throw new SourceUnavailableError(leftAloneMessage(sourceName, until), { retryAfterMs });
  }
  try {
    const answer = await call();
    await outages.succeeded();
    return answer;
  } catch (error) {
    if (error instanceof SourceUnavailableError) await outages.failed(scope);
    throw error;
  }
}
