import { createCurbFleetSource } from '../../../shared/adapters/curb-fleet/energy-source.ts';
import type { DayReadings } from '../../../shared/domain/energy/day-readings.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { parseLocalDate } from '../../../shared/domain/time/local-date.ts';
import type { LocalDay } from '../../../shared/domain/time/local-day.ts';
import { parseTimeZone } from '../../../shared/domain/time/time-zone.ts';
import { createHttpWorld } from '../../support/http-world.ts';
import { sendJson, startLoopbackServer } from '../../support/loopback-server.ts';
import { sourceOptions } from './curb-world.ts';

/** What a fleet of one location answers, in the API's own spelling. */
export interface Script {
  readonly metadata: object;
  readonly hubs: readonly string[];
  readonly registers: readonly { readonly id: string }[];
  /** Without the echo of the window, which is filled in. */
  readonly aggregate: object;
  readonly historical: object;
}

/** Reads a stretch of time, called a day, from a server that answers as told. */
export async function readScript(
  script: Script,
  startEpochSeconds: number,
  endEpochSeconds: number,
): Promise<DayReadings> {
  const list = (results: readonly object[]) => ({ count: results.length, next: null, previous: null, results });
  const server = await startLoopbackServer(({ url }, response) => {
    const query = (name: string) => Number(url.searchParams.get(name));
    const echo = { start: query('start_time'), end: query('end_time'), resolution: url.searchParams.get('resolution') };
    const answers: Record<string, object> = {
      '/oauth/token': { access_token: 'token', expires_in: 86_400 },
      '/api/curb/location/house': { id: 'house', label: 'House', timezone: 'America/Chicago' },
      '/api/curb/location/house/metadata': script.metadata,
      '/api/curb/location/house/installation': list(script.hubs.map((hub) => ({ hub }))),
      '/api/curb/location/house/register': list(script.registers),
      '/api/curb/location/house/aggregate': { ...echo, ...script.aggregate },
      '/api/curb/location/house/historical': { ...echo, ...script.historical },
    };
    const answer = answers[url.pathname];
    // JSON knows a negative zero, but JSON.stringify writes none.
    sendJson(response, JSON.stringify(answer ?? {}).replaceAll('"-0"', '-0'), answer === undefined ? 404 : 200);
  });
  const options = sourceOptions({ origin: server.origin, tokenUrl: `${server.origin}/oauth/token` }, createHttpWorld());
  const reader = await createCurbFleetSource(options).openLocation({ source: 'curb', fleet: 'curb', id: 'house' });
  return reader.readDay(stretch(startEpochSeconds, endEpochSeconds));
}

function stretch(startEpochSeconds: number, endEpochSeconds: number): LocalDay {
  return {
    date: parseLocalDate('2020-09-15'),
    timeZone: parseTimeZone('America/Chicago'),
    start: (startEpochSeconds * 1000) as Instant,
    end: (endEpochSeconds * 1000) as Instant,
    hours: (endEpochSeconds - startEpochSeconds) / 3600,
  };
}
