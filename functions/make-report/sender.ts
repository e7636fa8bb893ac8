import { parseMailbox } from '../../shared/adapters/mime/mailbox.ts';
import { ConfigurationError } from '../../shared/errors.ts';

/**
 * Compares the configured sender with the address that the function's role may send from, before a mail is claimed that
 * SES would refuse.
 * @throws ConfigurationError when they differ
 */
export function checkSender(from: string, allowedAddress: string): void {
  if (parseMailbox(from, 'From').address === parseMailbox(allowedAddress, 'From').address) return;
  const problem =
    "is not the senderAddress of the deployment's settings: change one of them, and deploy if it is that one";
  throw new ConfigurationError('The configuration does not fit the deployment', [{ path: 'sender.from', problem }]);
}
