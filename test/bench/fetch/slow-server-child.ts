import { createServer } from 'node:http';
import { dayOfRegisters } from './day-of-registers.ts';

/** Answers every request after so many milliseconds with a day of so many registers; its port on the first line. */
const [delayMs = 30, registers = 1] = process.argv.slice(2).map(Number);
const body = dayOfRegisters(registers, 288);
const server = createServer((_, response) => {
  setTimeout(() => {
    response.setHeader('content-type', 'application/json');
    response.end(body);
  }, delayMs);
});
server.keepAliveTimeout = 3_600_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''} ${body.length}\n`);
});
