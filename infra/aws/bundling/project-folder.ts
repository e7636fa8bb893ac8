import path from 'node:path';

/** Where package.json, the lock file and the functions are, wherever the stack is synthesised from. */
export const PROJECT_FOLDER = path.resolve(import.meta.dirname, '../../..');
