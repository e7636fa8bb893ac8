// Creates objects in a folder store, and says of each whether it was the one to create it.
//   node writer-child.ts DIRECTORY WRITER FIRST LAST
import { createHash } from 'node:crypto';
import { createFolderStore } from '../../../shared/adapters/folder/folder-store.ts';
import { instantFromMs } from '../../../shared/domain/time/instant.ts';

const [directory = '', writer = '', first = '0', last = '0'] = process.argv.slice(2);
const store = createFolderStore({ directory, clock: { now: () => instantFromMs(1_790_000_000_000) } });
const body = writer.repeat(4_000_000);
const bytes = Buffer.from(`${createHash('sha256').update(body).digest('hex')}\n${body}`);

for (let index = Number(first); index <= Number(last); index += 1) {
  process.stdout.write(`${index} ${await store.putNew(`objects/${index}`, bytes, 'text/plain')}\n`);
}
