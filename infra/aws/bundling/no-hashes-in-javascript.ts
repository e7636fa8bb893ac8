/** Stands in for hashes and checksums written in JavaScript, for a Node.js that lacks them; Lambda's has them. */
class Refused {
  constructor() {
    throw new Error('This Node.js has no native hashes and checksums: use the version that functions are made for.');
  }
}

export { Refused as Crc32Js, Refused as Md5Js, Refused as Sha1Js, Refused as Sha256Js };
