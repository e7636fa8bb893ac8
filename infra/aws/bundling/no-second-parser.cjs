// Stands in for undici's second parser, which it asks for where WebAssembly has no SIMD; Lambda's processors have it.
throw new Error("undici's parser did not start: WebAssembly with SIMD is needed.");
