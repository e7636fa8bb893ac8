import type { DayRemark } from '../../domain/energy/day-readings.ts';
import type { LocalDay } from '../../domain/time/local-day.ts';
import { isUsableId } from '../http/path-id.ts';
import { apiUrl } from './api-url.ts';
import type { LocationContext } from './location-context.ts';
import { wireHubConnectivity } from './wire.ts';

/** Tells which hubs have not been heard since before a day's end. */
export type HubSilence = (hubIds: readonly string[], day: LocalDay) => Promise<readonly DayRemark[]>;

const DEADLINE_MS = 5_000;

/** Asks once for each hub; what cannot be learnt stays unsaid, as it only explains a gap that is told anyway. */
export function createHubSilence(context: LocationContext): HubSilence {
  const lastHeardByHub = new Map<string, Promise<number | undefined>>();
  const lastHeardMs = (hubId: string) => {
    const asked = lastHeardByHub.get(hubId) ?? readLastHeardMs(context, hubId).catch(() => undefined);
    lastHeardByHub.set(hubId, asked);
    return asked;
  };
  return async (hubIds, day) => {
    const heard = await Promise.all(hubIds.map(async (hubId) => ({ hubId, atMs: await lastHeardMs(hubId) })));
    return heard.flatMap(({ hubId, atMs }): DayRemark[] =>
      atMs !== undefined && atMs < day.end ? [{ code: 'hub_silent', hubId, lastHeardMs: atMs }] : [],
    );
  };
}

async function readLastHeardMs(context: LocationContext, hubId: string): Promise<number | undefined> {
  const { api, budget, ref } = context;
  if (!isUsableId(hubId)) return undefined;
  const answer = await api.get({
    url: apiUrl(api.origin, ref.fleet, ['hub_connectivity', hubId]),
    schema: wireHubConnectivity,
    budget,
    locationId: ref.id,
    deadlineMs: DEADLINE_MS,
    maxTries: 1,
  });
  const seconds = answer?.last_post_diagnostics;
  return seconds == null ? undefined : seconds * 1000;
}
