// Stands in for undici as a whole, of which only the agent is used: without fetch, WebSocket, caches and mocks the bundle
// loads in half the time. The paths are undici's own, so that an upgrade which moves them fails when it is bundled.

// @ts-expect-error: the package has types for its whole only
import request from '../../../node_modules/undici/lib/api/api-request.js';
// @ts-expect-error: as above
import Agent from '../../../node_modules/undici/lib/dispatcher/agent.js';
// @ts-expect-error: as above
import Dispatcher from '../../../node_modules/undici/lib/dispatcher/dispatcher.js';

// As undici does itself when it is loaded, with this and its like: it becomes a method of every dispatcher.
Dispatcher.prototype.request = request;

export { Agent };
