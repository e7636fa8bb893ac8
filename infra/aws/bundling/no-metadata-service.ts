/** Stands in for asking a metadata service for the region, which the runtime gives. */
export const getInstanceMetadataRegion = async (): Promise<undefined> => undefined;
