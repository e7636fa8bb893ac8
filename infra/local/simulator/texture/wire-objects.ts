// The objects of the Texture API that reports are made of, spelled as the API spells them.

export type WireDevice = {
  id: string;
  siteId: string;
  name: string;
  manufacturerDeviceId: string;
  referenceId: string;
  manufacturer: string;
  type: 'battery' | 'inverter';
  model: string;
  state: object;
  availableCommands: readonly never[];
  tags: readonly string[];
  createdAt: string;
};

export type WireConnectedCustomer = {
  id: string;
  workspaceId: string;
  referenceId: string | null;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  createdAt: string | null;
};

export type WireCustomer = WireConnectedCustomer & {
  connectedSiteIds: readonly string[];
  connectedDeviceIds: readonly string[];
};

export type WireSite = {
  id: string;
  name: string | null;
  referenceId: string | null;
  workspaceId: string;
  createdAt: string | null;
  updatedAt: string | null;
  /** Left out where the API may not tell them. */
  devices?: readonly WireDevice[];
  connectedCustomers?: readonly WireConnectedCustomer[];
  location: {
    streetOne: string | null;
    city: string | null;
    state: string | null;
    postalCode: string | null;
    country: string | null;
    latitude: number | null;
    longitude: number | null;
  };
};

export type WireAlert = {
  id: string;
  sourceSystem: string;
  type: 'COMMUNICATIONS' | 'HARDWARE_FAULT' | 'PERFORMANCE_DEGRADED';
  severity: 'CRITICAL' | 'WARNING' | 'INFO';
  status: 'OPEN' | 'ACKNOWLEDGED' | 'IGNORED' | 'RESOLVED';
  title: string;
  deviceId: string | null;
  siteId: string;
  workspaceId: string;
  createdAt: string | null;
  updatedAt: string | null;
  resolvedAt?: string | null;
};

export type WireMetricRow = {
  ts: string | null;
  v: number;
  deviceId: string | null;
  siteId: string | null;
  customerId: string | null;
};
