import { once } from 'node:events';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSesMailer } from '../../../shared/adapters/ses/mailer.ts';
import { createSesClient } from '../../../shared/adapters/ses/ses-client.ts';
import { startAwsWorld, TEST_CREDENTIALS } from '../../support/aws-world.ts';
import { startLoopbackServer } from '../../support/loopback-server.ts';
import { aMail } from '../../support/mail-builder.ts';

/** A mailer that talks to the given endpoint. */
function mailerAt(endpoint: string, connectTimeoutMs = 5_000) {
  const access = { region: 'us-east-1', credentials: TEST_CREDENTIALS, endpoint };
  const client = createSesClient(access, { connectTimeoutMs });
  const toMime = async () => Buffer.from('Subject: x\r\n\r\ny\r\n');
  return createSesMailer({ client, configurationSet: 'reports', toMime, withoutAttachments: (mail) => mail });
}

/** A server on a free port that does the given thing with each connection; gone when the test is. */
async function portThat(
  does: (socket: Socket) => void,
  create: (listener: (socket: Socket) => void) => Server = createTcpServer,
): Promise<number> {
  const sockets = new Set<Socket>();
  const server = create((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    does(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

async function portOfNobody(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

const REFUSED = { outcome: 'refused', permanent: false };

describe('a mail whose connection never stood', () => {
  it('is certainly refused when nobody listens', async () => {
    const port = await portOfNobody();

    expect(await mailerAt(`http://127.0.0.1:${port}`).send(aMail())).toEqual({ ...REFUSED, code: 'ECONNREFUSED' });
  });

  it('is certainly refused when the other side speaks no TLS', async () => {
    const port = await portThat((socket) => void socket.write('220 mail.example.com ESMTP\r\n'));

    expect(await mailerAt(`https://127.0.0.1:${port}`).send(aMail())).toMatchObject(REFUSED);
  });

  it('is certainly refused when the two agree on no encryption', async () => {
    const port = await portThat(
      () => undefined,
      (listener) => createTlsServer({}, listener).on('tlsClientError', () => undefined),
    );

    expect(await mailerAt(`https://127.0.0.1:${port}`).send(aMail())).toMatchObject(REFUSED);
  });

  it.each([
    ['closes', (socket: Socket) => void socket.end()],
    ['resets', (socket: Socket) => void socket.resetAndDestroy()],
  ])('is certainly refused when the other side %s the connection before TLS stands', async (_, does) => {
    const port = await portThat(does);

    expect(await mailerAt(`https://127.0.0.1:${port}`).send(aMail())).toMatchObject(REFUSED);
  });

  it('is certainly refused when the other side is silent before TLS stands', async () => {
    const received: Buffer[] = [];
    const port = await portThat((socket) => void socket.on('data', (data) => received.push(data)));

    const outcome = await mailerAt(`https://127.0.0.1:${port}`, 300).send(aMail());

    expect(outcome).toEqual({ ...REFUSED, code: 'ETIMEDOUT' });
    const handshakeRecord = 22;
    expect(Buffer.concat(received)[0]).toBe(handshakeRecord);
  });
});

describe('a mail whose connection stood', () => {
  it.each([
    ['closes', (socket: Socket) => void socket.end()],
    ['resets', (socket: Socket) => void socket.resetAndDestroy()],
  ])('is in doubt when the other side %s it', async (_, does) => {
    const port = await portThat((socket) => void socket.once('data', () => does(socket)));

    expect(await mailerAt(`http://127.0.0.1:${port}`).send(aMail())).toEqual({
      outcome: 'doubtful',
      code: 'ECONNRESET',
    });
  });

  it('may wait for its answer for longer than connecting may take', async () => {
    const world = await startAwsWorld();
    world.standIn.ses.createConfigurationSet('reports');
    world.standIn.faults.add({ service: 'ses', kind: 'delay', delayMs: 700 });

    expect(await mailerAt(world.standIn.endpoint, 500).send(aMail())).toMatchObject({ outcome: 'accepted' });
  });

  it('is in doubt when what answers is not SES', async () => {
    const server = await startLoopbackServer((_, response) => response.writeHead(403).end('<html>Blocked</html>'));

    expect(await mailerAt(server.origin).send(aMail())).toMatchObject({ outcome: 'doubtful' });
  });

  it('is in doubt when an acceptance names no message', async () => {
    const server = await startLoopbackServer((_, response) => response.end('<SendRawEmailResponse/>'));

    expect(await mailerAt(server.origin).send(aMail())).toEqual({ outcome: 'doubtful', code: 'NoMessageId' });
  });
});

it('gives each mail a connection of its own, as a kept one may have died unseen', async () => {
  const ports: (number | undefined)[] = [];
  const server = await startLoopbackServer((_, response) => {
    ports.push(response.socket?.remotePort);
    response.end('<SendRawEmailResponse/>');
  });
  const mailer = mailerAt(server.origin);

  await mailer.send(aMail());
  await mailer.send(aMail());

  expect(new Set(ports).size).toBe(2);
  expect(server.seen.map(({ headers }) => headers.connection)).toEqual(['close', 'close']);
});
