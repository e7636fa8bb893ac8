// The objects of the Fleet API, spelled as the API spells them.

export type WireLocation = {
  id: string;
  dt_created: string;
  dt_modified: string;
  organization: string;
  label: string;
  country: string;
  state: string;
  city: string;
  postcode: string;
  address: string;
  /** `"latitude,longitude"`, as text. */
  geocode: string;
  timezone: string;
};

export type WireMetadata = {
  mains: boolean;
  battery: boolean;
  production: boolean;
  installations_count: number;
  dt_claimed: string;
  dt_modified: string;
  dt_installed: string;
};

export type WireInstallation = {
  hub: string;
  dt_created: string;
  dt_modified: string;
  organization: string;
  label: string | null;
  dt_claimed: string;
  panel_type: number;
  /** Null for a hub that is not installed anywhere yet. */
  location: string | null;
  fleet: string;
};

export type WireRegister = {
  id: string;
  dt_created: string;
  dt_modified: string;
  organization: string;
  label: string;
  number: number;
  circuit_type: string;
  multiplier: number;
  inverted: boolean;
  installation: string;
  clamp_definition: string;
  group: number;
  channel: number;
  grid: boolean;
  production: boolean;
  battery: boolean;
  circuit_number: number | null;
};

/** What `historical` and `aggregate` tell of a register: neither its type nor its hub. */
export type WireRegisterSummary = Pick<
  WireRegister,
  'id' | 'label' | 'group' | 'channel' | 'grid' | 'production' | 'battery'
>;

/** Drops what the API keeps to the register lists. */
export function toRegisterSummary(register: WireRegister): WireRegisterSummary {
  const { id, label, group, channel, grid, production, battery } = register;
  return { id, label, group, channel, grid, production, battery };
}
