import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, methodNotAllowed, Refusal } from '../answer.ts';
import { breakerOf } from '../faults/broken-answers.ts';
import type { Fault } from '../faults/fault.ts';
import { createFaultDesk } from '../faults/fault-desk.ts';
import { spoiledJson } from '../faults/payload-faults.ts';
import { listenOnLoopback } from '../listen-on-loopback.ts';
import { sendAsItIs } from '../request-handler.ts';
import { createRequestLog, type RequestLog } from '../request-log.ts';
import { answerTexture } from './endpoints.ts';
import { notAuthorized } from './refusals.ts';
import type { SimulatedWorkspace } from './simulated-workspace.ts';

export type TextureSimulatorOptions = {
  readonly workspace: SimulatedWorkspace;
  readonly apiKey: string;
  /** The instant in epoch milliseconds; what lies after it does not exist. */
  readonly clock: () => number;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly faults?: readonly Fault[];
  /** Whether a bucket that begins at the end of a range is answered too, as it is unless told otherwise. */
  readonly includesEnd?: boolean;
};

export type TextureSimulator = {
  /** `http://127.0.0.1:<port>`, without a path. */
  readonly origin: string;
  readonly requests: RequestLog;
  /** Replaces all faults; none switches them off. Those that break answers, delay or edit them do so here as well. */
  setFaults(faults: readonly Fault[]): void;
  /** Ends the server and every connection to it, answered or not. */
  close(): Promise<void>;
};

const LOOPBACK = 'http://127.0.0.1';

/**
 * Serves a workspace on loopback the way the API's document describes it, as far as reports need it.
 * @throws when the port is taken.
 */
export async function startTextureSimulator(options: TextureSimulatorOptions): Promise<TextureSimulator> {
  const { workspace, apiKey, clock, includesEnd = true } = options;
  const { log, write } = createRequestLog();
  const faultDesk = createFaultDesk(options.faults ?? []);

  const answerTo = async (request: IncomingMessage, url: URL): Promise<Answer> => {
    try {
      if (request.method !== 'GET') return methodNotAllowed('GET');
      if (request.headers['texture-api-key'] !== apiKey) return notAuthorized();
      return await answerTexture({ workspace, url, nowEpochMs: clock(), includesEnd });
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      return { status: 500, body: { message: error instanceof Error ? error.message : 'Internal server error.' } };
    }
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = URL.parse(request.url ?? '/', LOOPBACK) ?? new URL(LOOPBACK);
    const record = write({
      method: request.method ?? '',
      path: url.pathname,
      query: url.search,
      hasAuthorization: request.headers['texture-api-key'] !== undefined,
      status: null,
    });
    response.on('error', () => undefined);
    const faults = faultDesk.take({ path: url.pathname, endpoint: undefined, locationId: siteIdIn(url) });
    for (const fault of faults) if (fault.kind === 'delay') await pause(fault.ms, undefined, { ref: false });

    const { status, body, headers } = await answerTo(request, url);
    const text = spoiledJson(body, status === 200 ? faults : [], { url, registerIdsOf: () => new Set() });
    const sending = (breakerOf(faults) ?? sendAsItIs)(response, {
      status,
      headers: { 'content-type': 'application/json', ...headers },
      text,
    });
    if (response.headersSent) record.status = response.statusCode;
    await sending;
  };
  const { origin, close } = await listenOnLoopback((request, response) => {
    handle(request, response).catch(() => response.destroy());
  }, options.port);
  return { origin, requests: log, setFaults: faultDesk.set, close };
}

/** The site that a request is about, so that faults may be of one site only. */
function siteIdIn({ pathname, searchParams }: URL): string | undefined {
  const [, site] = /^\/v1\/sites\/([^/]+)/.exec(pathname) ?? [];
  return site ?? searchParams.get('filterSiteId') ?? searchParams.get('filterSiteId[]') ?? undefined;
}
