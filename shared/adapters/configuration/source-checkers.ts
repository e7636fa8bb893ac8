import { checkCurbFleetSettings } from '../curb-fleet/settings.ts';
import type { SettingsCheckers } from './cross-checks.ts';

/** The kinds of sources that there are, and what checks the settings of each. */
export const SOURCE_CHECKERS: SettingsCheckers = {
  'curb-fleet': (settings, path) => {
    const checked = checkCurbFleetSettings(settings, path);
    return 'faults' in checked ? checked.faults : [];
  },
};
