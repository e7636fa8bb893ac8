/**
 * Stands in for the search for credentials in files, single sign-on and metadata services: the runtime gives them, and each
 * client is made with them.
 */
export function defaultProvider(): never {
  throw new Error('A client was made without credentials: make it from what parseAwsAccess reads.');
}
