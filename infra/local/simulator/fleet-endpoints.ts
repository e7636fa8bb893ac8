import { type Answer, notFound, ok } from './answer.ts';
import { silentSince } from './faults/sample-faults.ts';
import { filterBy } from './filters.ts';
import type { FleetCall } from './fleet-call.ts';
import { hubBody, hubConnectivityBody } from './hub-objects.ts';
import { pageOf, pathOfPage } from './paging.ts';
import type { FleetEndpointName } from './router.ts';
import { answerAggregate, answerHistorical } from './series-endpoints.ts';

type Endpoint = (call: FleetCall) => Answer | Promise<Answer>;

/** Every path below a fleet. */
export const FLEET_ENDPOINTS: Record<FleetEndpointName, Endpoint> = {
  locations: (call) => {
    const listed = call.directory.locations.map(({ location, installations }) => ({
      ...location,
      installation__hub: installations.map(({ hub }) => hub),
    }));
    return list(call, listed, ({ installation__hub: _, ...location }) => location);
  },
  location: (call) => found(call.directory.location(call.key)?.location),
  'location-metadata': (call) => found(call.directory.location(call.key)?.metadata),
  'location-registers': (call) => foundList(call, call.directory.location(call.key)?.registers),
  'location-installations': (call) => foundList(call, call.directory.location(call.key)?.installations),
  aggregate: answerAggregate,
  historical: answerHistorical,
  installations: (call) => list(call, call.directory.installations),
  installation: (call) => found(call.directory.installation(call.key)),
  'installation-registers': (call) => {
    const installation = call.directory.installation(call.key);
    return foundList(call, installation && call.directory.registersOfHub(installation.hub));
  },
  registers: (call) => list(call, call.directory.registers),
  register: (call) => found(call.directory.register(call.key)),
  hub: (call) => {
    const installation = call.directory.installation(call.key);
    return found(installation && hubBody(installation));
  },
  'hub-connectivity': (call) => {
    const installation = call.directory.installation(call.key);
    if (installation === undefined) return notFound();
    const nowEpochSeconds = Math.floor(call.nowEpochMs / 1000);
    return ok(hubConnectivityBody(installation, nowEpochSeconds, silentSince(call.faults, call.key, nowEpochSeconds)));
  },
  subfleets: ({ fleet: { subfleets = [] } }) => ok({ count: subfleets.length, results: subfleets }),
};

const found = (body: object | undefined): Answer => (body === undefined ? notFound() : ok(body));

const foundList = (call: FleetCall, items: readonly object[] | undefined): Answer =>
  items === undefined ? notFound() : list(call, items);

/** Filters, then pages; `show` takes off what was only there to be filtered by. */
function list<T extends object>(
  call: FleetCall,
  items: readonly T[],
  show: (item: T) => object = (item) => item,
): Answer {
  const filters = [...call.url.searchParams].filter(([key]) => key !== 'page');
  const kept = items.filter(filterBy(filters, items[0])).map(show);
  const isEndless = call.faults.some((fault) => fault.kind === 'next' && fault.mode === 'endless');
  const url = isEndless ? new URL(pathOfPage(call.url, 1), call.url) : call.url;
  return ok(pageOf(kept, url, call.settings.pageSize));
}
