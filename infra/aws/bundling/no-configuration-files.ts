/** Stands in for `~/.aws/config` and its like, of which a function has none: every setting is given. */
export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });

export const CONFIG_PREFIX_SEPARATOR = '.';
