// Stands in for `node:http`. To be imported, that module has every one of its members read, `WebSocket` among them, for which
// Node.js loads an undici of its own with HTTP/2 and the streams of the web; to be asked for like this, it has not.
module.exports = process.getBuiltinModule('node:http');
