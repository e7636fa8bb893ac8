import type { LocationRef } from '../../domain/location.ts';
import type { TimeBudget } from '../http/time-budget.ts';
import type { ArrayStyle } from './settings.ts';
import type { TextureApi } from './texture-api.ts';

/** How one site is asked about: what all its requests have in common. */
export interface SiteContext {
  readonly api: TextureApi;
  readonly ref: LocationRef;
  readonly budget: TimeBudget;
  readonly arrayStyle: ArrayStyle;
}
