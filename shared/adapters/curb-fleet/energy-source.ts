import type { Clock, EnergySource, LocationList } from '../../application/ports.ts';
import { type LocationRef, locationPath } from '../../domain/location.ts';
import { InvalidTimeZoneError } from '../../domain/time/time-zone.ts';
import { InvalidLocationError, SourceAccessError, UnexpectedPayloadError, UnknownLocationError } from '../../errors.ts';
import { createConcurrencyLimit } from '../http/concurrency-limit.ts';
import { endpointName } from '../http/endpoint-name.ts';
import { createJsonClient, type HttpDeps } from '../http/json-client.ts';
import { isUsableId } from '../http/path-id.ts';
import { createTimeBudget } from '../http/time-budget.ts';
import { type CurbFleetCredentials, createAccessTokens } from './access-token.ts';
import { apiUrl, isFleetName } from './api-url.ts';
import { createFleetApi, type FleetApi } from './fleet-api.ts';
import { readFleetList } from './fleet-list.ts';
import { matchableFields, toListedLocation, toLocation } from './from-wire.ts';
import { createLocationContext } from './location-context.ts';
import { createLocationReader } from './location-reader.ts';
import type { CurbFleetSettings } from './settings.ts';
import { wireLocation } from './wire.ts';

export interface CurbFleetOptions {
  /** The source's name in the configuration. */
  readonly name: string;
  readonly settings: CurbFleetSettings;
  readonly credentials: CurbFleetCredentials;
  readonly http: HttpDeps;
  /** Tokens live, and failing origins are left alone, by this clock. */
  readonly clock: Clock;
  /**
   * Time for all requests of one list of locations together, and of one location reader before it has read a day
   * (each day adds some); 50 s unless given.
   */
  readonly budgetMs?: number;
}

const BUDGET_MS = 50_000;

/** Fleets behind the Curb Fleet API, or a backend that speaks it. */
export function createCurbFleetSource(options: CurbFleetOptions): EnergySource {
  const { name, settings, http, budgetMs = BUDGET_MS } = options;
  const api = createApi(options);
  const newBudget = () => createTimeBudget(budgetMs, http.monotonicMs);
  return {
    listLocations: (fleet) => listLocations(api, name, fleet, newBudget()),
    async openLocation(ref) {
      checkFleet(name, ref.fleet);
      if (!isUsableId(ref.id)) throw unknownLocation(ref);
      const context = createLocationContext(api, ref, newBudget());
      const wire = await context.get('', wireLocation);
      if (wire === undefined) throw unknownLocation(ref);
      if (wire.id.toLowerCase() !== ref.id.toLowerCase()) {
        throw new UnexpectedPayloadError(`${endpointName('GET', context.url(''))} answered about another location`);
      }
      try {
        const about = { location: toLocation(ref, wire), fields: matchableFields(wire) };
        return createLocationReader(context, about, settings);
      } catch (error) {
        if (!(error instanceof InvalidTimeZoneError)) throw error;
        throw new InvalidLocationError(`Location ${locationPath(ref)}: ${error.message}; correct it at the source`);
      }
    },
  };
}

function createApi({ name, settings, credentials, http, clock }: CurbFleetOptions): FleetApi {
  const { apiOrigin, tokenUrl, audience, maxConcurrentRequests } = settings;
  const shared = { http, clock, limit: createConcurrencyLimit(maxConcurrentRequests) };
  const client = (origin: string, setting: string) =>
    createJsonClient({ ...shared, origin, setting: `sources.${name}.${setting} in the configuration` });
  const tokens = createAccessTokens({
    sourceName: name,
    tokenUrl,
    audience,
    credentials,
    client: client(new URL(tokenUrl).origin, 'tokenUrl'),
    clock,
    http,
  });
  return createFleetApi(apiOrigin, client(apiOrigin, 'apiOrigin'), tokens);
}

/** @throws SourceAccessError, SourceUnavailableError, UnexpectedPayloadError when not even the first page could be read */
async function listLocations(
  api: FleetApi,
  source: string,
  fleet: string,
  budget: ReturnType<typeof createTimeBudget>,
): Promise<LocationList> {
  checkFleet(source, fleet);
  const list = await readFleetList(api, {
    url: apiUrl(api.origin, fleet, ['location']),
    entry: wireLocation,
    idOf: (location) => location.id,
    budget,
    leavesOutUnreadable: true,
    missing: () => new SourceAccessError(`Source ${source} has no fleet ${fleet}, or its client may not see it (404)`),
  });
  return {
    locations: list.items.map((location) => toListedLocation(source, fleet, location)),
    incompleteBecause: list.brokenOff?.message ?? list.doubt,
  };
}

function checkFleet(source: string, fleet: string): void {
  if (isFleetName(fleet)) return;
  throw new SourceAccessError(
    `Source ${source} has no fleet of such a name: check sources.${source}.fleets (letters, digits, . _ ~ and -)`,
  );
}

function unknownLocation(ref: LocationRef): UnknownLocationError {
  return new UnknownLocationError(
    `Source ${ref.source} knows no location ${locationPath(ref)}: check its id, and whether it was removed from the fleet`,
  );
}
