import type { Clock, EnergySource } from '../../application/ports.ts';
import { createConcurrencyLimit } from '../http/concurrency-limit.ts';
import { createJsonClient, type HttpDeps } from '../http/json-client.ts';
import { createRequestPace } from '../http/request-pace.ts';
import type { Secret } from '../http/secret.ts';
import { createTimeBudget } from '../http/time-budget.ts';
import { createCustomers } from './customers.ts';
import { openSite } from './open-site.ts';
import type { TextureSettings } from './settings.ts';
import { listSites } from './site-list.ts';
import { createTextureApi, type TextureApi } from './texture-api.ts';
import type { Workspace } from './workspace.ts';

export interface TextureOptions {
  /** The source's name in the configuration. */
  readonly name: string;
  /** What the operator calls the workspace that the key opens. */
  readonly fleets: readonly string[];
  readonly settings: TextureSettings;
  readonly credentials: { readonly apiKey: Secret };
  readonly http: HttpDeps;
  /** Failing origins are left alone by this clock. */
  readonly clock: Clock;
  /**
   * Time for all requests of one list of sites together, and of one reader before it has read a day (each day adds some);
   * 50 s unless given.
   */
  readonly budgetMs?: number;
  /** Which share of the requests in a minute is this process's; all of them unless given. */
  readonly requestShare?: number;
}

const BUDGET_MS = 50_000;

/** The sites of one Texture workspace. */
export function createTextureSource(options: TextureOptions): EnergySource {
  const { name: source, fleets, settings, http, clock, budgetMs = BUDGET_MS } = options;
  const api = createApi(options);
  const workspace: Workspace = { source, fleets, settings, api, customers: createCustomers(api, source, clock) };
  const newBudget = () => createTimeBudget(budgetMs, http.monotonicMs);
  return {
    listLocations: (fleet) => listSites(workspace, fleet, newBudget()),
    openLocation: (ref) => openSite(workspace, ref, newBudget()),
  };
}

function createApi({ name, settings, credentials, http, clock, requestShare = 1 }: TextureOptions): TextureApi {
  const { apiOrigin, maxConcurrentRequests, requestsPerMinute } = settings;
  const client = createJsonClient({
    origin: apiOrigin,
    setting: `sources.${name}.apiOrigin in the configuration`,
    http,
    clock,
    limit: createConcurrencyLimit(maxConcurrentRequests),
    pace: createRequestPace(requestsPerMinute * requestShare, http),
  });
  return createTextureApi({ sourceName: name, apiOrigin, client, apiKey: credentials.apiKey });
}
