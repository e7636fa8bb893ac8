/** A mail that SES took, as it came in; the real one replaces its `Date` and `Message-ID`. */
export interface SentMail {
  readonly messageId: string;
  readonly raw: Buffer;
  readonly source: string;
  readonly destinations: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet: string | undefined;
  readonly sentAtMs: number;
}

/** What SES can tell about a mail later on. */
export type MailEventType =
  | 'Send'
  | 'Delivery'
  | 'Bounce'
  | 'Complaint'
  | 'Reject'
  | 'DeliveryDelay'
  | 'Rendering Failure';
