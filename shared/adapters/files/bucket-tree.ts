import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { SourceAccessError, SourceUnavailableError } from '../../errors.ts';
import { awsFailure } from '../aws/failure.ts';
import type { FileEntry, FileTree, FolderListing } from './file-tree.ts';
import type { FilesPlace } from './settings.ts';
import { createUnreachableTree } from './unreachable-tree.ts';

export interface BucketTreeOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** Empty, or ends in `/`. */
  readonly prefix: string;
}

/** Opens files in buckets, for a process that has no folders. */
export function filesInBuckets(client: S3Client): (place: FilesPlace) => FileTree {
  return (place) =>
    place.kind === 'bucket'
      ? createBucketTree({ client, bucket: place.bucket, prefix: place.prefix })
      : createUnreachableTree(
          'The files are in a folder, which a deployment does not have: put them into a bucket, and write its s3://BUCKET/PREFIX as the location of the source.',
        );
}

/** The objects of a bucket below a prefix; a `/` in a key makes a folder. A folder without objects is none. */
export function createBucketTree(options: BucketTreeOptions): FileTree {
  const { client, bucket, prefix } = options;
  return {
    async list(folder) {
      const below = prefix + (folder === '' ? '' : `${folder}/`);
      const found: { folders: string[]; files: FileEntry[] } = { folders: [], files: [] };
      try {
        const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: below, Delimiter: '/' });
        for await (const page of pages) {
          for (const { Prefix: key = '' } of page.CommonPrefixes ?? []) {
            found.folders.push(key.slice(below.length, -1));
          }
          for (const { Key: key = '', Size: sizeBytes = 0, ETag: version = '' } of page.Contents ?? []) {
            const name = key.slice(below.length);
            // Some consoles make an object of the folder itself.
            if (name !== '') found.files.push({ path: key.slice(prefix.length), name, sizeBytes, version });
          }
        }
      } catch (error) {
        throw trouble('Listing', below, bucket, error);
      }
      // S3 has the keys in order, in which `a-b/` comes before `a/`.
      found.folders.sort();
      return isEmpty(found) ? undefined : found;
    },
    async *read(file) {
      const key = prefix + file.path;
      try {
        const request = new GetObjectCommand({ Bucket: bucket, Key: key, IfMatch: file.version });
        const { Body: body } = await client.send(request);
        if (body !== undefined) yield* body as AsyncIterable<Uint8Array>;
      } catch (error) {
        throw trouble('Reading', key, bucket, error);
      }
    },
  };
}

const isEmpty = ({ folders, files }: FolderListing) => folders.length === 0 && files.length === 0;

function trouble(doing: string, key: string, bucket: string, error: unknown): Error {
  const { code, httpStatus } = awsFailure(error);
  if (code === 'NoSuchKey' || httpStatus === 412) {
    return new SourceUnavailableError(`${key} changed while it was read: the next run reads it anew.`);
  }
  const what = `${doing} ${key} in bucket ${bucket} failed: ${code}${httpStatus === undefined ? '' : ` (${httpStatus})`}.`;
  if (httpStatus === 403 || code === 'NoSuchBucket' || code === 'PermanentRedirect') {
    return new SourceAccessError(
      `${what} Check the bucket's name and policy, and that "dataLocations" in the deployment's settings names it.`,
      { cause: error },
    );
  }
  return new SourceUnavailableError(`${what} The next run tries again.`, { cause: error });
}
