import * as z from 'zod';
import type { Fault } from '../../errors.ts';
import { originProblem, urlProblem } from '../http/safe-url.ts';
import { checked, checkSettings, maxConcurrentRequests, text } from '../sources/settings-fields.ts';

/** How battery registers are signed; no published answer of the API shows one. */
export type BatterySign = 'charging-positive' | 'discharging-positive';

/** Checked settings of a source of kind `curb-fleet`. */
export interface CurbFleetSettings {
  /** Without a slash at its end. */
  readonly apiOrigin: string;
  readonly tokenUrl: string;
  readonly audience: string;
  readonly maxConcurrentRequests: number;
  /** Register ids to leave out, by location id: a sub-panel's mains that the main panel's already see, say. */
  readonly excludedRegisters: ReadonlyMap<string, ReadonlySet<string>>;
  readonly batterySign: BatterySign;
}

const WHICH_REGISTERS = 'must list register ids by location id, such as { "<location id>": ["<register id>"] }';
const WHICH_SIGN = 'must be "charging-positive" or "discharging-positive"';

const SETTINGS = z.strictObject({
  apiOrigin: checked(originProblem),
  tokenUrl: checked(urlProblem),
  audience: text(),
  maxConcurrentRequests: maxConcurrentRequests(),
  excludedRegisters: z.record(z.string(), z.array(text(), WHICH_REGISTERS), WHICH_REGISTERS).default({}),
  batterySign: z.enum(['charging-positive', 'discharging-positive'], WHICH_SIGN).default('charging-positive'),
});

/** Checks what the configuration says of the source besides `kind` and `fleets`; `path` is where it says it. */
export function checkCurbFleetSettings(
  raw: unknown,
  path: string,
): { readonly settings: CurbFleetSettings } | { readonly faults: readonly Fault[] } {
  const result = checkSettings(SETTINGS, raw, path, 'curb-fleet');
  if ('faults' in result) return result;
  const { apiOrigin, excludedRegisters, ...rest } = result.data;
  const excluded = Object.entries(excludedRegisters).map(([location, ids]) => [location, new Set(ids)] as const);
  return { settings: { ...rest, apiOrigin: new URL(apiOrigin).origin, excludedRegisters: new Map(excluded) } };
}
