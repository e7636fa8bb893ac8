/** Says which settings to look at when the token endpoint refuses; names of variables, never their values. */
export function tokenRefusal(
  source: { readonly sourceName: string; readonly tokenUrl: string },
  answer: { readonly status: number; readonly errorCode: string | undefined },
): string {
  const { origin, pathname } = new URL(source.tokenUrl);
  const reason = answer.errorCode === undefined ? String(answer.status) : `${answer.status} ${answer.errorCode}`;
  const refusal = `${origin}${pathname} refuses source ${source.sourceName} an access token (${reason}): check`;
  const name = variableName(source.sourceName);
  const variables = `METERPOST_${name}_CLIENT_ID and METERPOST_${name}_CLIENT_SECRET`;
  const setting = (name: string) => `sources.${source.sourceName}.${name}`;
  if (answer.status === 404 || answer.status === 405) return `${refusal} ${setting('tokenUrl')}`;
  if (answer.status === 401 || answer.errorCode === 'invalid_client') return `${refusal} ${variables}`;
  return `${refusal} ${variables}, and ${setting('audience')}`;
}

/** A source's name as environment variables spell it. */
function variableName(sourceName: string): string {
  return sourceName.toUpperCase().replaceAll('-', '_');
}
