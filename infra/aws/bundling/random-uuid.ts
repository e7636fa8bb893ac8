import { randomUUID } from 'node:crypto';

/** Stands in for a search for randomness, which has Node.js load the cryptography of the web. */
export const bindV4 = () => () => randomUUID();
