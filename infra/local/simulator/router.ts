export type EndpointName = 'token' | 'ping' | FleetEndpointName;

export type FleetEndpointName =
  | 'locations'
  | 'location'
  | 'location-metadata'
  | 'location-registers'
  | 'location-installations'
  | 'aggregate'
  | 'historical'
  | 'installations'
  | 'installation'
  | 'installation-registers'
  | 'registers'
  | 'register'
  | 'hub'
  | 'hub-connectivity'
  | 'subfleets';

/** Where a path leads; `key` is the location id, hub serial or register id in it. */
export type Route =
  | { readonly endpoint: 'token' }
  | { readonly endpoint: 'ping' }
  | { readonly endpoint: FleetEndpointName; readonly fleetId: string; readonly key: string };

const FLEET_PATHS: Record<FleetEndpointName, string> = {
  locations: 'location',
  location: 'location/:key',
  'location-metadata': 'location/:key/metadata',
  'location-registers': 'location/:key/register',
  'location-installations': 'location/:key/installation',
  aggregate: 'location/:key/aggregate',
  historical: 'location/:key/historical',
  installations: 'installation',
  installation: 'installation/:key',
  'installation-registers': 'installation/:key/registers',
  registers: 'register',
  register: 'register/:key',
  hub: 'hub/:key',
  'hub-connectivity': 'hub_connectivity/:key',
  subfleets: 'subfleets',
};

const FLEET_ROUTES = Object.entries(FLEET_PATHS).map(([endpoint, path]) => ({
  endpoint: endpoint as FleetEndpointName,
  segments: path.split('/'),
}));

/** Undefined for a path that the API does not have, a badly encoded one included. */
export function findRoute(path: string): Route | undefined {
  if (path === '/oauth/token') return { endpoint: 'token' };
  if (path === '/api/ping') return { endpoint: 'ping' };
  const [root, api, fleetId, ...rest] = decodedSegments(path);
  if (root !== '' || api !== 'api' || !fleetId) return undefined;
  for (const { endpoint, segments } of FLEET_ROUTES) {
    if (segments.length !== rest.length) continue;
    const fits = segments.every((segment, index) =>
      segment === ':key' ? rest[index] !== '' : segment === rest[index],
    );
    if (fits) return { endpoint, fleetId, key: rest[segments.indexOf(':key')] ?? '' };
  }
  return undefined;
}

/** The segments of a path, the empty one before its first slash included; none where one is badly encoded. */
export function decodedSegments(path: string): string[] {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}
