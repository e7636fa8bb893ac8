import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { json } from 'node:stream/consumers';

/** A function as it is deployed: its folder, and what the stack says about it. */
export interface DeployedFunction {
  readonly name: string;
  /** The asset's folder, as synthesis left it. */
  readonly folder: string;
  /** `index.handler` */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMB: number;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Invoked {
  /** What the handler answered; undefined after an error. */
  readonly answer: unknown;
  readonly error: { readonly errorType: string; readonly errorMessage: string } | undefined;
}

/** One execution environment: a process of its own, started at the first invocation and kept warm. */
export interface LambdaHost {
  /** @throws when the process ends instead of answering */
  invoke(event: unknown, options?: { readonly remainingMs?: number }): Promise<Invoked>;
  /** Everything that the process has printed. */
  output(): string;
  /** How long after its start the process first asked for an invocation. */
  readyAfterMs(): number | undefined;
  /** The most memory that the process ever had; undefined where the system does not tell. */
  peakMemoryMB(): number | undefined;
  /** CPU time that the process has taken so far, in milliseconds; undefined where the system does not tell. */
  cpuMs(): number | undefined;
  close(): Promise<void>;
}

interface Invocation {
  readonly event: unknown;
  readonly remainingMs: number;
  readonly settle: (invoked: Invoked) => void;
  readonly fail: (error: Error) => void;
}

const RUNTIME = path.join(import.meta.dirname, 'lambda-runtime.mjs');

/** Lambda's Runtime API on loopback, and a process with Lambda's environment, and nothing else, that is run by it. */
export async function startLambdaHost(fn: DeployedFunction, aws: { readonly endpoint: string }): Promise<LambdaHost> {
  const waiting: Invocation[] = [];
  const underWay = new Map<string, Invocation>();
  let idle: ((invocation: Invocation) => void) | undefined;
  let process: ChildProcess | undefined;
  let output = '';
  let startedMs = 0;
  let readyMs: number | undefined;
  let count = 0;

  const answer = (response: ServerResponse) => (invocation: Invocation) => {
    count += 1;
    const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
    underWay.set(id, invocation);
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': id,
      'lambda-runtime-deadline-ms': String(Date.now() + invocation.remainingMs),
    });
    response.end(JSON.stringify(invocation.event));
  };
  const server = createServer(async (request: IncomingMessage, response) => {
    const [, id, what] = /\/runtime\/(?:invocation\/)?([^/]+)(?:\/([^/]+))?$/.exec(request.url ?? '') ?? [];
    if (id === 'next') {
      readyMs ??= performance.now() - startedMs;
      const next = waiting.shift();
      if (next === undefined) idle = answer(response);
      else answer(response)(next);
      return;
    }
    const body: unknown = await json(request);
    response.writeHead(202).end();
    const error = what === 'error' ? (body as Invoked['error']) : undefined;
    if (id === 'init') failAll(new Error(`${fn.name} did not load: ${error?.errorMessage}`));
    else underWay.get(id ?? '')?.settle({ answer: error === undefined ? body : undefined, error });
    underWay.delete(id ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const failAll = (error: Error) => {
    for (const invocation of [...underWay.values(), ...waiting.splice(0)]) invocation.fail(error);
    underWay.clear();
  };
  const start = () => {
    startedMs = performance.now();
    const child = spawn(globalThis.process.execPath, [RUNTIME], {
      cwd: fn.folder,
      env: lambdaEnvironment(fn, `127.0.0.1:${port}`, aws.endpoint),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.on('exit', (status) => failAll(new Error(`${fn.name} ended with status ${status}: ${output.slice(-2000)}`)));
    return child;
  };
  return {
    invoke(event, { remainingMs = fn.timeoutSeconds * 1000 } = {}) {
      process ??= start();
      return new Promise<Invoked>((settle, fail) => {
        const invocation = { event, remainingMs, settle, fail };
        if (idle === undefined) waiting.push(invocation);
        else idle(invocation);
        idle = undefined;
      });
    },
    output: () => output,
    readyAfterMs: () => readyMs,
    cpuMs: () => (process?.pid === undefined ? undefined : cpuMsOf(process.pid)),
    peakMemoryMB: () => (process?.pid === undefined ? undefined : peakMemoryOf(process.pid)),
    async close() {
      process?.removeAllListeners('exit');
      if (process !== undefined && process.exitCode === null && process.signalCode === null) {
        process.kill();
        await once(process, 'exit');
      }
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function peakMemoryOf(pid: number): number | undefined {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return undefined;
  const [, kB] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) ?? [];
  return kB === undefined ? undefined : Number(kB) / 1024;
}

/** What Lambda sets for Node.js 24; the machine's own variables stay outside. */
function lambdaEnvironment(fn: DeployedFunction, api: string, endpoint: string): Record<string, string> {
  return {
    PATH: '/var/lang/bin:/usr/local/bin:/usr/bin:/bin',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    AWS_REGION: 'eu-central-1',
    AWS_DEFAULT_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'canary-lambda-secret',
    AWS_SESSION_TOKEN: 'canary-session-token',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMB),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_RUNTIME_API: api,
    LAMBDA_TASK_ROOT: fn.folder,
    _HANDLER: fn.handler,
    ...fn.environment,
    AWS_ENDPOINT_URL: endpoint,
  };
}

/** Of user and system time, in hundredths of a second, as Linux counts it. */
function cpuMsOf(pid: number): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const [, , , , , , , , , , , user, system] = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return user === undefined || system === undefined ? undefined : (Number(user) + Number(system)) * 10;
}
