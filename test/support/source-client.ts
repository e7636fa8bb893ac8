/** What opens the simulated fleets; the secret of the stood-up stack holds it. */
export const SOURCE_CLIENT = { clientId: 'client', clientSecret: 'canary-source-secret' };
