import { flag, type Options, optional } from './option.ts';

const asTyped = (text: string) => text;

/** Every command takes these, before or behind its name. */
export const GLOBAL_OPTIONS = {
  config: optional('FILE', 'configuration file (meterpost.config.json)', asTyped),
  archive: optional('FOLDER', 'where reports and their ledger are kept (archive)', asTyped),
  outbox: optional('FOLDER', 'where mails are put, one .eml file each (outbox)', asTyped),
  json: flag('the result as one JSON document on stdout'),
  help: flag('this help'),
} satisfies Options;
