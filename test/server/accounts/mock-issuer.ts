import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';

export interface Claims {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

export interface MockIssuer {
  readonly url: string;
  /** What the next ID token says of the person; `forge` changes what the server relies on. */
  person: Claims;
  forge: {
    readonly nonce?: string;
    readonly audience?: string;
    readonly issuer?: string;
    readonly key?: 'foreign';
    readonly without?: string;
  };
  /** Where the provider sends the person back to, after the address that our server asked to open. */
  readonly approve: (authorizationUrl: string) => string;
  readonly close: () => Promise<void>;
}

const CLIENT = 'petarawan-uji';
export const CLIENT_SECRET = 'rahasia-uji';

function keyPair() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

/** A small OpenID provider on loopback: discovery, JWKS, token endpoint; codes bound to a PKCE challenge. */
export async function openMockIssuer(): Promise<MockIssuer> {
  const own = keyPair();
  const foreign = keyPair();
  const codes = new Map<string, { nonce: string | null; challenge: string | null }>();
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    const json = (body: object, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (path === '/.well-known/openid-configuration') {
      return json({
        issuer: issuer.url,
        authorization_endpoint: `${issuer.url}/authorize`,
        token_endpoint: `${issuer.url}/token`,
        jwks_uri: `${issuer.url}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
      });
    }
    if (path === '/jwks') {
      return json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] });
    }
    if (path !== '/token') return json({ error: 'not_found' }, 404);
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const given = new URLSearchParams(body);
      const kept = codes.get(given.get('code') ?? '');
      codes.delete(given.get('code') ?? '');
      const verifier = given.get('code_verifier') ?? '';
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      if (kept === undefined || kept.challenge !== challenge) return json({ error: 'invalid_grant' }, 400);
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: issuer.forge.issuer ?? issuer.url,
        aud: issuer.forge.audience ?? CLIENT,
        iat: now,
        exp: now + 300,
        nonce: issuer.forge.nonce ?? kept.nonce,
        ...issuer.person,
      };
      if (issuer.forge.without !== undefined) Reflect.deleteProperty(claims, issuer.forge.without);
      const head = `${base64({ alg: 'RS256', typ: 'JWT', kid: 'k1' })}.${base64(claims)}`;
      const key = issuer.forge.key === 'foreign' ? foreign.privateKey : own.privateKey;
      const signature = sign('sha256', Buffer.from(head), key).toString('base64url');
      json({ access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: `${head}.${signature}` });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer: MockIssuer = {
    url: `http://127.0.0.1:${address.port}`,
    person: { sub: 's1' },
    forge: {},
    approve: (authorizationUrl) => {
      const { searchParams } = new URL(authorizationUrl);
      const code = `code-${codes.size}-${Math.floor(performance.now() * 1000)}`;
      codes.set(code, { nonce: searchParams.get('nonce'), challenge: searchParams.get('code_challenge') });
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: searchParams.get('state') ?? '' }).toString();
      return back.pathname + back.search;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return issuer;
}

export function oidcSettings(issuer: MockIssuer) {
  return { issuer: issuer.url, clientId: CLIENT, clientSecret: CLIENT_SECRET };
}
