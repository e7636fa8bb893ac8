import { builtOnce } from '../../shared/application/built-once.ts';
import { loadConfig } from './config.ts';
import { createContainer } from './container.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler(builtOnce(() => createContainer(loadConfig(process.env))));
