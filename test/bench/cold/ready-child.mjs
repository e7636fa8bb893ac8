// A process that does no more than a function's does before its first event: it imports the bundle.
await import(process.argv[2]);
process.stdout.write(JSON.stringify(process.cpuUsage()));
