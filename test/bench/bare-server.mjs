// The yardstick of serve.bench.ts: Hono and one Buffer, nothing else.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

process.once('message', ({ port, body, headers }) => {
  const bytes = Buffer.from(body, 'base64');
  const app = new Hono();
  app.get('/body', (context) => context.body(bytes, 200, headers));
  app.get('/not-modified', (context) => context.body(null, 304, { ETag: '"bare"' }));
  serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => process.send?.('ready'));
});
