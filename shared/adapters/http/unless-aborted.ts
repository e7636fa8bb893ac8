/** Settles as the work does, or rejects with the signal's reason as soon as it aborts; the work itself may go on unheard. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abandon = () => reject(signal.reason);
    if (signal.aborted) abandon();
    signal.addEventListener('abort', abandon, { once: true });
    const stopListening = () => signal.removeEventListener('abort', abandon);
    work.then(resolve, reject).finally(stopListening);
  });
}
