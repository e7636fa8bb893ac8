import type { MessageTag } from '@aws-sdk/client-ses';
import type { MailTags } from '../../application/ports.ts';

/** What SES takes as a tag's value. */
const VALUE = /^[A-Za-z0-9_-]{1,256}$/;

/** The tags that SES repeats in every event about a mail; undefined when one of them is not of the form that SES takes. */
export function messageTags(tags: MailTags): readonly MessageTag[] | undefined {
  const entries = Object.entries(tags);
  if (!entries.every(([, value]) => VALUE.test(value))) return undefined;
  return entries.map(([Name, Value]) => ({ Name, Value }));
}
