/** Stands in for retries that measure their own rate; every client here is made with the standard ones. */
export class AdaptiveRetryStrategy {
  constructor() {
    throw new Error('Retries are not adaptive here: make clients with retryMode standard.');
  }
}
