import type { WireInstallation } from './wire-objects.ts';

/** The record of a hub's hardware and software. */
export function hubBody(installation: WireInstallation) {
  return {
    id: installation.hub,
    dt_created: installation.dt_created,
    dt_modified: installation.dt_modified,
    organization: installation.organization,
    model_number: '00617',
    software: '2.1.0',
    os: null,
    phase_count: 2,
    hardware: '1.5',
  };
}

const UPDATE_SECONDS = 1800;

/**
 * What the half-hourly connectivity record says of a hub at an instant; with `silentSinceEpochSeconds` the hub has not been heard since.
 * The address comes from the range reserved for documentation.
 */
export function hubConnectivityBody(
  installation: WireInstallation,
  nowEpochSeconds: number,
  silentSinceEpochSeconds: number | undefined,
) {
  const updated = Math.floor(nowEpochSeconds / UPDATE_SECONDS) * UPDATE_SECONDS;
  const isOnline = silentSinceEpochSeconds === undefined || silentSinceEpochSeconds > updated;
  const isInstalled = installation.location !== null;
  return {
    hub: installation.hub,
    dt_created: installation.dt_created,
    dt_modified: new Date(updated * 1000).toISOString(),
    last_post_diagnostics: isOnline ? updated : silentSinceEpochSeconds,
    plc_connection: isOnline && isInstalled ? 1 : 0,
    ip_address: '192.0.2.10',
    connection_health: isOnline && isInstalled ? 1 : 0,
  };
}
