/** What the simulator's one client shows; it opens nothing but a simulator on this machine. */
export const DEMO_CLIENT = { clientId: 'demo', clientSecret: 'demo-secret' };

export const DEMO_ENVIRONMENT = {
  METERPOST_DEMO_CLIENT_ID: DEMO_CLIENT.clientId,
  METERPOST_DEMO_CLIENT_SECRET: DEMO_CLIENT.clientSecret,
};

const AUDIENCE = 'fleet.prod.energycurb.com';

/** A configuration file for a simulated fleet: every location, by day and by month, to one reader. */
export function demoConfiguration({ origin, tokenUrl }: { readonly origin: string; readonly tokenUrl: string }) {
  return {
    version: 1,
    sources: {
      demo: { kind: 'curb-fleet', apiOrigin: origin, tokenUrl, audience: AUDIENCE, fleets: ['curb'] },
    },
    sender: {
      from: 'Energy reports <reports@example.com>',
      replyTo: 'help@example.com',
      organization: 'Example Energy',
    },
    // A demonstration waits for no late data: what has a gap says so.
    defaults: { maxWaitHours: { daily: 0, monthly: 0 } },
    reports: [
      {
        match: { source: 'demo', fleet: 'curb', locations: '*' },
        kinds: ['daily', 'monthly'],
        recipients: ['owner@example.com'],
      },
    ],
  };
}
