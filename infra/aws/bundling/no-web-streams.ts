// Stands in for the AWS clients' ways with streams of the web, which take longer to be there than a client. On Node.js, answers
// are Node.js's own streams, and bodies are given as bytes.

function refuse(): never {
  throw new Error('Streams of the web are not read here: use bytes, or streams of Node.js.');
}

export { refuse as createChecksumStream, refuse as sdkStreamMixin };
