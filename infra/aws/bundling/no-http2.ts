/** Stands in for `node:http2`, which undici loads though nobody here speaks HTTP/2: it takes as long as all of undici. */
export const constants = {};

function connect(): never {
  throw new Error('HTTP/2 is not spoken here: create agents and handlers for HTTP/1.1.');
}

export default { constants, connect };
