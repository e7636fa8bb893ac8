// Stands in for undici's HTTP/2, which no agent here speaks.
module.exports = () => {
  throw new Error('HTTP/2 is not spoken here: create agents for HTTP/1.1.');
};
