/** The tables of an AWS client: of every operation, every structure and every error that the service has. */
const SCHEMAS = /[\\/]@aws-sdk[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;

/**
 * Writes the names of members where the tables compute them from constants of the same file: as long as a key is computed,
 * esbuild keeps the table though no operation that is called comes to it.
 */
export function prunableSchemas(file: string, text: string): string {
  if (!SCHEMAS.test(file)) return text;
  const constants = new Map(
    [...text.matchAll(/^const (\w+) = ("[^"\\\n]*");$/gm)].map(([, name, value]) => [name, value]),
  );
  return text.replaceAll(/\[(_\w+)\]:/g, (computed, name: string) => {
    const value = constants.get(name);
    return value === undefined ? computed : `${value}:`;
  });
}
