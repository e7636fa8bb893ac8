import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, forbidden, methodNotAllowed, notFound, ok, Refusal, unauthorized } from './answer.ts';
import { breakerOf, type WrittenAnswer } from './faults/broken-answers.ts';
import type { Fault } from './faults/fault.ts';
import type { FaultDesk } from './faults/fault-desk.ts';
import { spoiledJson } from './faults/payload-faults.ts';
import type { AnswerSettings } from './fleet-call.ts';
import { createFleetDirectory, type FleetDirectory } from './fleet-directory.ts';
import { FLEET_ENDPOINTS } from './fleet-endpoints.ts';
import type { RequestRecord } from './request-log.ts';
import { findRoute, type Route } from './router.ts';
import type { SimulatedFleet } from './simulated-fleet.ts';
import type { TokenDesk } from './token-desk.ts';

type Parts = {
  readonly fleets: readonly SimulatedFleet[];
  readonly clock: () => number;
  readonly settings: AnswerSettings;
  readonly faultDesk: FaultDesk;
  readonly tokenDesk: TokenDesk;
  readonly write: (record: RequestRecord) => RequestRecord;
};

type KnownFleet = { readonly fleet: SimulatedFleet; readonly directory: FleetDirectory };

const LOOPBACK = 'http://127.0.0.1';
const MAX_TOKEN_REQUEST_BYTES = 65_536;

/** Answers one request: route, faults, token, endpoint, bytes. */
export function createRequestHandler(parts: Parts) {
  const fleets = new Map(parts.fleets.map((fleet) => [fleet.id, { fleet, directory: createFleetDirectory(fleet) }]));

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = URL.parse(request.url ?? '/', LOOPBACK) ?? new URL(LOOPBACK);
    const record = parts.write({
      method: request.method ?? '',
      path: url.pathname,
      query: url.search,
      hasAuthorization: request.headers.authorization !== undefined,
      status: null,
    });
    response.sendDate = false;
    response.setHeader('date', new Date(parts.clock()).toUTCString());
    response.on('error', () => undefined);

    const route = findRoute(url.pathname);
    const known = route !== undefined && 'fleetId' in route ? fleets.get(route.fleetId) : undefined;
    const faults = parts.faultDesk.take({
      path: url.pathname,
      endpoint: route?.endpoint,
      locationId: route !== undefined && 'key' in route ? known?.directory.locationIdOf(route.key) : undefined,
    });
    for (const fault of faults) if (fault.kind === 'delay') await pause(fault.ms, undefined, { ref: false });

    const answer = await answerTo(request, url, route, known, faults, parts);
    const written = toWritten(answer, faults, url, known);
    const sending = (breakerOf(faults) ?? sendAsItIs)(response, written);
    if (response.headersSent) record.status = response.statusCode;
    await sending;
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch(() => response.destroy());
  };
}

async function answerTo(
  request: IncomingMessage,
  url: URL,
  route: Route | undefined,
  known: KnownFleet | undefined,
  faults: readonly Fault[],
  parts: Parts,
): Promise<Answer> {
  try {
    if (route === undefined) return notFound();
    const method = route.endpoint === 'token' ? 'POST' : 'GET';
    if (request.method !== method) return methodNotAllowed(method);
    if (route.endpoint === 'token') {
      return parts.tokenDesk.issue(await readText(request), request.headers['content-type'] ?? '');
    }
    const client = parts.tokenDesk.clientOf(request.headers.authorization);
    if (client === undefined) return unauthorized('The token is missing, invalid or expired.');
    if (route.endpoint === 'ping') return ok({ message: 'pong' });
    if (known === undefined) return notFound();
    if (client.fleets !== undefined && !client.fleets.includes(known.fleet.id)) {
      return forbidden('This client may not see the fleet.');
    }
    const nowEpochMs = parts.clock();
    const call = { ...known, url, key: route.key, nowEpochMs, settings: parts.settings, faults };
    return await FLEET_ENDPOINTS[route.endpoint](call);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    return { status: 500, body: { detail: error instanceof Error ? error.message : 'Unknown fault.' } };
  }
}

function toWritten(answer: Answer, faults: readonly Fault[], url: URL, known: KnownFleet | undefined): WrittenAnswer {
  const registerIdsOf = (locationId: string) =>
    new Set(known?.directory.location(locationId)?.registers.map(({ id }) => id) ?? []);
  const spoilers = answer.status === 200 ? faults : [];
  const text = spoiledJson(answer.body, spoilers, { url, registerIdsOf });
  return { status: answer.status, headers: { 'content-type': 'application/json', ...answer.headers }, text };
}

/** Writes an answer that no fault has broken. */
export function sendAsItIs(response: ServerResponse, { status, headers, text }: WrittenAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(text)) }).end(text);
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_TOKEN_REQUEST_BYTES) throw new Refusal({ status: 413, body: { error: 'invalid_request' } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
