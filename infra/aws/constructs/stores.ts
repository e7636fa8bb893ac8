import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { accessLogBucket, DataBucket } from './data-bucket.ts';
import { createObjects, type Permission, readObjects } from './permissions.ts';

const CONFIGURATION_KEY = 'meterpost.config.json';

/** What is kept: reports and facts, how far each report got, and what the operator wants. */
export interface Stores {
  readonly archive: DataBucket;
  readonly ledger: DataBucket;
  readonly configuration: { readonly bucket: DataBucket; readonly key: string; readonly url: string };
}

export function createStores(scope: Construct, key: Key): Stores {
  const accessLogs = accessLogBucket(scope, 'AccessLogs');
  const configuration = new DataBucket(scope, 'Configuration', { key, accessLogs });
  return {
    archive: new DataBucket(scope, 'Archive', { key, accessLogs }).acceptOnlyNewObjects(),
    ledger: new DataBucket(scope, 'Ledger', { key, accessLogs }).acceptOnlyNewObjects().refuseRemovals(),
    configuration: {
      bucket: configuration,
      key: CONFIGURATION_KEY,
      url: `s3://${configuration.bucketName}/${CONFIGURATION_KEY}`,
    },
  };
}

/** And the logos beside it. */
export const readingConfiguration = ({ configuration }: Stores): Permission => readObjects(configuration.bucket, '*');

export const readingLedger = ({ ledger }: Stores): Permission => readObjects(ledger, 'ledger/v1/*');

/** Entries are created in these parts of the ledger alone. */
export const addingToLedger = ({ ledger }: Stores, ...parts: string[]): Permission =>
  createObjects(ledger, ...parts.map((part) => `ledger/v1/${part}`));

export const readingArchive = ({ archive }: Stores): Permission => readObjects(archive, '*');

export const addingToArchive = ({ archive }: Stores): Permission =>
  createObjects(archive, 'reports/*', 'facts/*', 'branding/*');
