/**
 * Stands in for the streams of events that some operations answer with, none of ours: the client loads them late, for which
 * the bundle would have to keep whole parts of it together that are cut otherwise.
 */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;

export const eventStreamSerdeProvider = (): undefined => undefined;

export class EventStreamSerde {
  constructor() {
    throw new Error('Streams of events are not read here.');
  }
}
