import type { Answer } from '../answer.ts';

export const invalidParameter = (error: string): Answer => ({
  status: 400,
  body: { message: 'Invalid parameters provided.', details: { error } },
});

export const notAuthorized = (): Answer => ({ status: 403, body: { message: 'Unauthorized' } });
export const nothingThere = (): Answer => ({ status: 404, body: { message: 'Not found' } });
