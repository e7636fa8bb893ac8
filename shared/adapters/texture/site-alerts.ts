import type { SourceAlert } from '../../domain/energy/day-readings.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { UnknownLocationError } from '../../errors.ts';
import type { SiteContext } from './site-context.ts';
import { readTextureList } from './texture-list.ts';
import { type WireAlert, wireAlert } from './wire.ts';

/** Tells which of a site's alerts were open at any time of a day. */
export type AlertsIn = (day: LocalDay) => Promise<readonly SourceAlert[]>;

/** Reads the list once for all days; a failure is not kept. */
export function createSiteAlerts(context: SiteContext): AlertsIn {
  let reading: Promise<readonly SourceAlert[]> | undefined;
  return async (day) => {
    reading ??= readAlerts(context).catch((error) => {
      reading = undefined;
      throw error;
    });
    const alerts = await reading;
    return alerts.filter(({ fromMs, toMs }) => fromMs < day.end && (toMs === null || toMs > day.start));
  };
}

async function readAlerts({ api, ref, budget }: SiteContext): Promise<readonly SourceAlert[]> {
  const { items } = await readTextureList<WireAlert>(api, {
    segments: ['sites', ref.id, 'alerts'],
    entry: wireAlert,
    budget,
    siteId: ref.id,
    missing: () => new UnknownLocationError(`The alerts of site ${ref.id} are missing`),
  });
  return items.filter(({ siteId }) => siteId === null || siteId === ref.id).flatMap(toAlert);
}

/** Nothing for an alert that does not say since when; one that somebody acknowledged is still open. */
function toAlert({ id, severity, status, title, createdAt, ...times }: WireAlert): SourceAlert[] {
  const fromMs = epochMsOf(createdAt);
  if (fromMs === null) return [];
  const isOver = status === 'RESOLVED' || status === 'IGNORED';
  const endedMs = epochMsOf(times.resolvedAt) ?? epochMsOf(times.ignoredAt) ?? epochMsOf(times.updatedAt);
  return [{ id, severity: severity ?? '', title: title ?? id, fromMs, toMs: isOver ? (endedMs ?? fromMs) : null }];
}

function epochMsOf(text: string | null | undefined): number | null {
  try {
    return parseInstant(text);
  } catch {
    return null;
  }
}
