// What Lambda's own runtime does: loads the handler once, then asks for one invocation after the other; what a handler
// throws is printed as well as answered.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { AWS_LAMBDA_RUNTIME_API: api, LAMBDA_TASK_ROOT: root, _HANDLER: name } = process.env;
const runtime = `http://${api}/2018-06-01/runtime`;
const [file, exported] = name.split('.');

const asError = (error) => ({
  errorType: error.name,
  errorMessage: error.message,
  trace: String(error.stack).split('\n'),
});
const post = (place, body) => fetch(`${runtime}/${place}`, { method: 'POST', body: JSON.stringify(body ?? null) });

let handler;
try {
  ({ [exported]: handler } = await import(pathToFileURL(path.join(root, `${file}.mjs`))));
} catch (error) {
  await post('init/error', asError(error));
  process.exit(1);
}
for (;;) {
  const next = await fetch(`${runtime}/invocation/next`);
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const deadlineMs = Number(next.headers.get('lambda-runtime-deadline-ms'));
  const context = { awsRequestId: id, getRemainingTimeInMillis: () => deadlineMs - Date.now() };
  try {
    await post(`invocation/${id}/response`, await handler(await next.json(), context));
  } catch (error) {
    process.stderr.write(`ERROR\tInvoke Error\t${JSON.stringify({ ...asError(error), ...error })}\n`);
    await post(`invocation/${id}/error`, asError(error));
  }
}
