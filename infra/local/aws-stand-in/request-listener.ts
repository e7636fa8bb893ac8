import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Answer, AwsError, type AwsService, type Call, type Request, type Service } from './call.ts';
import type { FaultKind, StrikingFaults } from './faults.ts';
import type { NewId } from './ids.ts';
import { readBody } from './request-body.ts';
import { serviceOf } from './service-of.ts';
import type { Sleep } from './sleep.ts';

export interface ListenerParts {
  readonly services: Readonly<Record<AwsService, Service>>;
  readonly striking: StrikingFaults;
  readonly calls: string[];
  readonly newId: NewId;
  readonly sleep: Sleep;
}

/** Reads a request, finds its service, lets the faults that it meets strike, and writes the answer. */
export function createRequestListener(parts: ListenerParts): RequestListener {
  return async (message, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const request = await readRequest(message);
      const service = parts.services[serviceOf(request)];
      const operation = service.operationOf(request);
      const requestId = parts.newId();
      const call: Call = { ...request, service: serviceOf(request), operation, requestId, gone: gone.signal };
      parts.calls.push(`${call.service} ${operation}`);
      await answerCall(parts, service, call, response);
    } catch (error) {
      if (gone.signal.aborted) return;
      const known =
        error instanceof AwsError ? error : new AwsError(500, 'InternalFailure', 'The stand-in has a defect.');
      write(response, { status: known.status, body: `<Error><Code>${known.code}</Code></Error>` });
      if (known !== error) throw error;
    }
  };
}

async function readRequest(message: IncomingMessage): Promise<Request> {
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  const path = mark === -1 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark === -1 ? '' : target.slice(mark + 1));
  return { method: message.method ?? 'GET', path, query, headers: message.headers, body: await readBody(message) };
}

async function answerCall(parts: ListenerParts, service: Service, call: Call, response: ServerResponse): Promise<void> {
  const faults = parts.striking(call);
  for (const fault of faults) {
    if (fault.kind === 'delay') await parts.sleep(fault.delayMs, call.gone);
  }
  const before = faults.find((fault) => 'at' in fault && fault.at === 'before');
  if (before !== undefined) return strike(before, service, call, response);
  const answer = await refusalAsAnswer(service, call);
  const after = faults.find((fault) => ('at' in fault && fault.at === 'after') || fault.kind === 'cut');
  if (after !== undefined) return strike(after, service, call, response, answer);
  write(response, { ...answer, headers: { 'x-amzn-requestid': call.requestId, ...answer.headers } });
}

async function refusalAsAnswer(service: Service, call: Call): Promise<Answer> {
  try {
    return await service.answer(call);
  } catch (error) {
    if (error instanceof AwsError) return service.refuse(call, error);
    throw error;
  }
}

function strike(fault: FaultKind, service: Service, call: Call, response: ServerResponse, answer?: Answer): void {
  if (fault.kind === 'error') {
    write(response, service.refuse(call, new AwsError(fault.status, fault.code, fault.message ?? fault.code)));
  } else if (fault.kind === 'cut' && answer !== undefined) {
    const bytes = Buffer.from(answer.body ?? '');
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(bytes.length) });
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
  } else {
    response.socket?.resetAndDestroy();
  }
}

function write(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}
