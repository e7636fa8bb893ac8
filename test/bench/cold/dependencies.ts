/** What the functions import from each of their dependencies, as one writes it without a thought for the time that it takes. */
export const DEPENDENCIES: Readonly<Record<string, string>> = {
  '@aws-sdk/client-s3': '{ S3Client, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand }',
  '@aws-sdk/client-ses': '{ SESClient, GetSendQuotaCommand, SendRawEmailCommand }',
  '@aws-sdk/client-sqs': '{ SQSClient, ChangeMessageVisibilityCommand, SendMessageBatchCommand }',
  '@aws-sdk/client-secrets-manager': '{ SecretsManagerClient, GetSecretValueCommand }',
  undici: '{ Agent, request }',
  zod: '{ z }',
  pdfkit: 'PDFDocument',
  'nodemailer/lib/mail-composer': 'MailComposer',
  'temporal-polyfill': '{ Temporal }',
  'date-fns-tz': '{ formatInTimeZone }',
  '@aws-lambda-powertools/logger': '{ Logger }',
  '@aws-lambda-powertools/metrics': '{ Metrics }',
};

/** A module that imports some of them at its top and keeps them. */
export function moduleOf(names: readonly string[]): string {
  const imports = names.map((name) => `import ${DEPENDENCIES[name]} from '${name}';`);
  const kept = names.map((name) => DEPENDENCIES[name]?.replaceAll(/[{}]/g, ''));
  return `${imports.join('\n')}\nglobalThis.kept = [${kept.join(', ')}];\nexport const handler = async () => undefined;\n`;
}
