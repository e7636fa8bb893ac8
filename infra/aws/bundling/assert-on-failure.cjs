// Stands in for `node:assert`, which undici calls and nothing more: the module is loaded when something does not hold.
module.exports = (value, message) => {
  if (!value) process.getBuiltinModule('node:assert')(value, message);
};
