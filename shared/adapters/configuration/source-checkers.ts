import { SOURCE_KINDS } from '../sources/source-kinds.ts';
import type { SettingsCheckers } from './cross-checks.ts';

/** What checks the settings of each kind of source. */
export const SOURCE_CHECKERS: SettingsCheckers = Object.fromEntries(
  Object.entries(SOURCE_KINDS).map(([name, kind]) => [name, kind.faults]),
);
