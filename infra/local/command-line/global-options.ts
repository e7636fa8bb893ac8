import { flag, type Options, optional } from './option.ts';

const asTyped = (text: string) => text;

/** Every command takes these, before or behind its name; `aws` stands in place of the folders and the file before it. */
export const GLOBAL_OPTIONS = {
  config: optional('FILE', 'configuration file (meterpost.config.json)', asTyped),
  archive: optional('FOLDER', 'where reports and their ledger are kept (archive)', asTyped),
  outbox: optional('FOLDER', 'where mails are put, one .eml file each (outbox)', asTyped),
  aws: optional('FILE', 'work on a deployment: FILE is what `cdk deploy --outputs-file FILE` wrote', asTyped),
  json: flag('the result as one JSON document on stdout'),
  help: flag('this help'),
} satisfies Options;
