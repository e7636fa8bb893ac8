/** CPU time of this process so far, in milliseconds: of the program, of the collector of garbage and of the compiler. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
