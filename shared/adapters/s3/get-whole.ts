import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { awsFailure } from '../aws/failure.ts';
import { storeFailure } from './store-failure.ts';

export interface GetRequest {
  readonly client: S3Client;
  readonly bucket: string;
  readonly key: string;
  /** Entity tag of what the caller has already. */
  readonly unless?: string;
}

export interface WholeObject {
  readonly bytes: Uint8Array;
  readonly lastModified: Date | undefined;
  readonly etag: string | undefined;
  readonly versionId: string | undefined;
}

const TRIES = 3;

/**
 * Reads an object to its last byte, its checksum checked. The SDK repeats a call only until the answer begins; a body
 * that breaks off is asked for again here.
 * @throws StoreError, StoreAccessError
 */
export async function getWhole(request: GetRequest): Promise<WholeObject | 'missing' | 'not-modified'> {
  const { client, bucket, key, unless } = request;
  const condition = unless === undefined ? {} : { IfNoneMatch: unless };
  for (let tries = 1; ; tries += 1) {
    let began = false;
    try {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...condition }));
      began = true;
      const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
      return { bytes, lastModified: answer.LastModified, etag: answer.ETag, versionId: answer.VersionId };
    } catch (error) {
      const { code, httpStatus } = awsFailure(error);
      if (code === 'NoSuchKey') return 'missing';
      if (httpStatus === 304) return 'not-modified';
      if (!began || tries >= TRIES) throw storeFailure(error, { doing: 'Reading', bucket, key });
    }
  }
}
