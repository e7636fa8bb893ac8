import { mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBucketTree, filesInBuckets } from '../../../shared/adapters/files/bucket-tree.ts';
import type { FileEntry, FileTree } from '../../../shared/adapters/files/file-tree.ts';
import { createFolderTree } from '../../../shared/adapters/files/folder-tree.ts';
import { createS3Client } from '../../../shared/adapters/s3/s3-client.ts';
import { startAwsWorld } from '../../support/aws-world.ts';
import { writeFiles } from '../../support/interval-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const FILES = {
  'homes/b/location.json': '{}',
  'homes/a/data.csv': 'start\n',
  'homes/a/large.csv': 'x'.repeat(700_000),
  'homes/a/deeper/more.csv': '',
  'homes-of-others/c/location.json': '{}',
};

interface World {
  readonly tree: FileTree;
  put(name: string, content: string): Promise<void>;
}

async function aFolder(): Promise<World> {
  const root = await temporaryFolder();
  await writeFiles(root, FILES);
  return {
    tree: createFolderTree(root),
    async put(name, content) {
      await writeFiles(root, { [name]: content });
      // Written within the same millisecond, it would look the same.
      await utimes(path.join(root, name), 1_700_000_000, 1_700_000_000);
    },
  };
}

async function aBucket(): Promise<World> {
  const { standIn, access } = await startAwsWorld();
  const bucket = standIn.s3.create('meters');
  const put = async (name: string, content: string) => {
    bucket.put(`exports/${name}`, { bytes: Buffer.from(content), contentType: 'text/csv', checksums: {} });
  };
  for (const [name, content] of Object.entries(FILES)) await put(name, content);
  bucket.put('exports/homes/', { bytes: Buffer.alloc(0), contentType: 'application/x-directory', checksums: {} });
  bucket.put('exports-of-others/homes/z/location.json', { bytes: Buffer.alloc(0), contentType: '', checksums: {} });
  return { tree: createBucketTree({ client: createS3Client(access), bucket: 'meters', prefix: 'exports/' }), put };
}

async function textOf(tree: FileTree, file: FileEntry | undefined): Promise<string> {
  if (file === undefined) throw new Error('There is no such file.');
  const pieces: Uint8Array[] = [];
  for await (const piece of tree.read(file)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe.each([
  ['a folder', aFolder],
  ['a bucket', aBucket],
])('%s of files', (_, open) => {
  it('lists what lies directly in a folder, in order', async () => {
    const { tree } = await open();

    expect((await tree.list(''))?.folders).toEqual(['homes', 'homes-of-others']);
    expect(await tree.list('homes')).toEqual({ folders: ['a', 'b'], files: [] });
    const listing = await tree.list('homes/a');
    expect(listing?.folders).toEqual(['deeper']);
    expect(listing?.files.map(({ path: where, name, sizeBytes }) => [where, name, sizeBytes])).toEqual([
      ['homes/a/data.csv', 'data.csv', 6],
      ['homes/a/large.csv', 'large.csv', 700_000],
    ]);
  });

  it.each(['nowhere', 'homes/nowhere', 'hom', 'homes/a/data.csv'])('has no folder %s', async (folder) => {
    const { tree } = await open();

    expect(await tree.list(folder)).toBeUndefined();
  });

  it('reads a file to its end', async () => {
    const { tree } = await open();
    const files = (await tree.list('homes/a'))?.files;

    expect(await textOf(tree, files?.[0])).toBe('start\n');
    expect(await textOf(tree, files?.[1])).toBe(FILES['homes/a/large.csv']);
  });

  it('does not read another content than was listed', async () => {
    const { tree, put } = await open();
    const before = (await tree.list('homes/a'))?.files[0];

    await put('homes/a/data.csv', 'other');

    await expect(textOf(tree, before)).rejects.toMatchObject({ name: 'SourceUnavailableError', retryable: true });
    const after = (await tree.list('homes/a'))?.files[0];
    expect(after?.version).not.toBe(before?.version);
    expect(await textOf(tree, after)).toBe('other');
  });

  it('says so when a file has gone since', async () => {
    const { tree } = await open();
    const entry: FileEntry = { path: 'homes/a/gone.csv', name: 'gone.csv', sizeBytes: 1, version: '"x"' };

    await expect(textOf(tree, entry)).rejects.toThrow('homes/a/gone.csv changed while it was read');
  });
});

describe('a folder of files', () => {
  async function withSecret() {
    const around = await temporaryFolder();
    const root = path.join(around, 'meters');
    await writeFiles(around, {
      'secret.csv': 'secret',
      'secrets/location.json': '{}',
      'meters/homes/a/data.csv': 'ok',
    });
    return { root, around, tree: createFolderTree(root) };
  }

  it('shows nothing that a link leads out to', async () => {
    const { root, around, tree } = await withSecret();
    await symlink(path.join(around, 'secret.csv'), path.join(root, 'homes/a/secret.csv'));
    await symlink('../../../secrets', path.join(root, 'homes/secrets'));
    await symlink('nowhere', path.join(root, 'homes/dangling'));
    await symlink('loop', path.join(root, 'homes/loop'));

    expect((await tree.list('homes'))?.folders).toEqual(['a']);
    expect((await tree.list('homes/a'))?.files.map(({ name }) => name)).toEqual(['data.csv']);
    expect(await tree.list('homes/secrets')).toBeUndefined();
  });

  it('follows a link that stays inside, and may itself be one', async () => {
    const { root, around, tree } = await withSecret();
    await symlink('a', path.join(root, 'homes/b'));
    await symlink(root, path.join(around, 'link'));

    const entry = (await tree.list('homes/b'))?.files[0];
    expect(await textOf(tree, entry)).toBe('ok');
    expect((await createFolderTree(path.join(around, 'link')).list('homes'))?.folders).toEqual(['a', 'b']);
  });

  it.each(['..', '../secrets', 'homes/../../secrets', 'homes/a/../../..'])('has no folder %s', async (folder) => {
    const { tree } = await withSecret();

    expect(await tree.list(folder)).toBeUndefined();
  });

  it('does not read what lies outside, even if it was listed before a link was laid', async () => {
    const { root, around, tree } = await withSecret();
    const entry = (await tree.list('homes/a'))?.files[0];
    await rm(path.join(root, 'homes/a'), { recursive: true });
    await mkdir(path.join(around, 'elsewhere'));
    await writeFile(path.join(around, 'elsewhere/data.csv'), 'secret');
    await symlink(path.join(around, 'elsewhere'), path.join(root, 'homes/a'));

    await expect(textOf(tree, entry)).rejects.toThrow('changed while it was read');
  });
});

describe('a bucket of files', () => {
  it('that is not there, or closed to us, needs a person', async () => {
    const { access } = await startAwsWorld();
    const tree = createBucketTree({ client: createS3Client(access), bucket: 'nobodys', prefix: '' });

    await expect(tree.list('homes')).rejects.toMatchObject({ name: 'SourceAccessError', retryable: false });
    await expect(tree.list('homes')).rejects.toThrow('"dataLocations" in the deployment');
  });

  it('is what a deployment reads, and a folder is not', async () => {
    const { access } = await startAwsWorld();
    const open = filesInBuckets(createS3Client(access));

    await expect(open({ kind: 'folder', folder: 'meters' }).list('homes')).rejects.toThrow('put them into a bucket');
  });
});
