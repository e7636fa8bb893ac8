import { AwsError } from '../call.ts';
import { checkIdentity, type SendingAccount } from './sending-account.ts';

const LARGEST_MESSAGE_BYTES = 10_485_760;
const MOST_RECIPIENTS = 50;
const TAG = /^[A-Za-z0-9_-]{1,256}$/;

/** Takes a raw mail or refuses it for one of SES's reasons. Answers its message id. */
export function sendRawEmail(account: SendingAccount, form: URLSearchParams): string {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  const source = form.get('Source') ?? '';
  const destinations = members(form, 'Destinations.member');
  const tags = tagsOf(form);
  const configurationSet = form.get('ConfigurationSetName') ?? undefined;

  if (account.sendingPaused) throw refusal('AccountSendingPausedException', 'Sending is disabled for this account.');
  if (raw.length === 0) throw refusal('InvalidParameterValue', 'Missing required raw message.');
  if (raw.length > LARGEST_MESSAGE_BYTES) {
    const what = `Message length is more than ${LARGEST_MESSAGE_BYTES} bytes long: '${raw.length}'.`;
    throw refusal('InvalidParameterValue', what);
  }
  // The real SES would fall back on the mail's own headers; whoever does so here forgot to name the envelope.
  if (source === '') throw refusal('InvalidParameterValue', 'Missing Source.');
  if (destinations.length === 0) throw refusal('InvalidParameterValue', 'Missing Destinations.');
  if (destinations.length > MOST_RECIPIENTS) throw refusal('InvalidParameterValue', 'Recipient count exceeds 50.');
  for (const address of [source, ...destinations]) checkAddress(address);
  if (configurationSet !== undefined && !account.hasConfigurationSet(configurationSet)) {
    throw refusal('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`);
  }
  checkIdentity(account, source);
  account.quota.check(destinations.length);
  return account.take({ raw, source, destinations, tags, configurationSet }).messageId;
}

function members(form: URLSearchParams, prefix: string, suffix = ''): readonly string[] {
  const values: string[] = [];
  for (let index = 1; ; index += 1) {
    const value = form.get(`${prefix}.${index}${suffix}`);
    if (value === null) return values;
    values.push(value);
  }
}

function tagsOf(form: URLSearchParams): Record<string, string> {
  const names = members(form, 'Tags.member', '.Name');
  const values = members(form, 'Tags.member', '.Value');
  for (const text of [...names, ...values]) {
    if (!TAG.test(text)) throw refusal('InvalidParameterValue', `Invalid tag: ${text}`);
  }
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

function checkAddress(address: string): void {
  const [, local, domain] = /^([^@\s<>]+)@([^@\s<>]+)$/.exec(address) ?? [];
  if (local === undefined || domain === undefined) throw refusal('InvalidParameterValue', 'Missing final @domain');
  if (/[^!-~]/.test(local + domain)) {
    throw refusal('InvalidParameterValue', 'Address contains characters outside US-ASCII.');
  }
}

function refusal(code: string, message: string): AwsError {
  return new AwsError(400, code, message);
}
