import { describe, expect, it } from 'vitest';
import { announcement } from '../../server/announce.ts';
import { EXPECTED, parseSettings, SETTING_NAMES, type Settings } from '../../server/env.ts';

function settings(environment: Record<string, string>): Settings {
  const result = parseSettings(environment);
  if (result.settings === undefined) throw new Error(result.problems.join('\n'));
  return result.settings;
}

describe('parseSettings', () => {
  it('needs nothing', () => {
    expect(settings({})).toEqual({
      host: '127.0.0.1',
      port: 8787,
      dataDir: './data',
      databaseUrl: null,
      auditIpDays: 30,
      backupKeep: 14,
      backupTime: '02:30',
      baseUrl: 'http://127.0.0.1:8787',
      trustedProxies: [],
      secret: null,
      sessionLimits: { idleMinutes: 60, maxHours: 12 },
      oidc: null,
      tls: null,
      contact: null,
      logLevel: 'info',
    });
  });

  it('takes an empty value as not set', () => {
    expect(settings(Object.fromEntries(SETTING_NAMES.map((name) => [name, ''])))).toEqual(settings({}));
  });

  it.each([
    ['HOST', ['a b', 'http://x', '-x', '..']],
    ['PORT', ['0', '65536', '-1', '80a', '8787.0', ' ']],
    ['DATA_DIR', [' ', 'a\0b']],
    ['BASE_URL', ['peta.go.id', 'ftp://x', 'https://x/peta', 'https://x?y', 'https://u:p@x', 'https://']],
    ['TRUSTED_PROXY', ['proxy', '10.0.0.0/33', '::1/129', '10.0.0.1,x', '10.0.0.0/', '1.2.3.4/8/8', ',']],
    [
      'CONTACT',
      [
        'nobody',
        'javascript:alert(1)',
        'http://x.id',
        'a@b',
        'https://u:p@x.id',
        '<a@b.id>',
        'tel:+62',
        '110',
        '+62 542 0',
      ],
    ],
    ['LOG_LEVEL', ['loud', 'INFO']],
  ] as const)('%s: each bad value is one line with the setting, the value and what it takes', (name, values) => {
    for (const value of values) {
      const { problems } = parseSettings({ [name]: value });
      expect(problems, value).toHaveLength(1);
      expect(problems?.[0]).toContain(`${name}=${JSON.stringify(value)}`);
      expect(problems?.[0]).toContain(EXPECTED[name]);
      expect(problems?.[0]).not.toContain('\n');
    }
  });

  it('prints all problems together', () => {
    const { problems } = parseSettings({ PORT: 'x', BASE_URL: 'y', CONTACT: 'z', TLS_CERT: '/cert.pem' });
    expect(problems?.map((problem) => problem.split(/[= ]/)[0])).toEqual(['PORT', 'BASE_URL', 'CONTACT', 'TLS_CERT']);
  });

  it('TLS_CERT and TLS_KEY come together', () => {
    expect(parseSettings({ TLS_KEY: 'k' }).problems).toEqual([
      expect.stringContaining('TLS_KEY is set but TLS_CERT is not'),
    ]);
    expect(settings({ TLS_CERT: 'c', TLS_KEY: 'k' })).toMatchObject({
      tls: { certPath: 'c', keyPath: 'k' },
      baseUrl: 'https://127.0.0.1:8787',
    });
  });

  it.each([
    [{ HOST: '0.0.0.0', PORT: '80' }, 'http://127.0.0.1:80'],
    [{ HOST: '::1' }, 'http://[::1]:8787'],
    [{ HOST: '192.168.1.5' }, 'http://192.168.1.5:8787'],
    [{ BASE_URL: 'https://Peta.example.go.id/' }, 'https://peta.example.go.id'],
  ])('links of %o begin with %s', (environment, expected) => {
    expect(settings(environment).baseUrl).toBe(expected);
  });

  it.each([
    ['peta@balikpapan.go.id', 'mailto:peta@balikpapan.go.id', 'peta@balikpapan.go.id'],
    ['mailto:peta@balikpapan.go.id', 'mailto:peta@balikpapan.go.id', 'peta@balikpapan.go.id'],
    ['tel:+62 542 000-000', 'tel:+62542000000', '+62 542 000-000'],
    ['0542 000', 'tel:0542000', '0542 000'],
    ['https://example.go.id/lapor', 'https://example.go.id/lapor', 'https://example.go.id/lapor'],
  ])('CONTACT=%s links to %s', (value, href, label) => {
    expect(settings({ CONTACT: value }).contact).toEqual({ href, label });
  });

  it('TRUSTED_PROXY is a list', () => {
    expect(settings({ TRUSTED_PROXY: '10.0.0.1, 192.168.0.0/16  ::1' }).trustedProxies).toEqual([
      '10.0.0.1',
      '192.168.0.0/16',
      '::1',
    ]);
  });
});

describe('announcement', () => {
  const lines = (environment: Record<string, string>) => announcement(settings(environment), 'abcd1234').join('\n');

  it('gives the address and the edition first', () => {
    expect(announcement(settings({}), 'abcd1234')[0]).toBe('Petarawan: http://127.0.0.1:8787  (edition abcd1234)');
  });

  it('says what plain HTTP on the network lacks, and only there', () => {
    expect(lines({ HOST: '0.0.0.0' })).toMatch(/location, the offline page and secure cookies need HTTPS/);
    expect(lines({ HOST: '0.0.0.0' })).toContain('set BASE_URL to the address that people open');
    expect(lines({})).not.toContain('plain HTTP');
    expect(lines({ HOST: '0.0.0.0', TLS_CERT: 'c', TLS_KEY: 'k', BASE_URL: 'https://peta.lan' })).not.toMatch(
      /plain HTTP|BASE_URL/,
    );
  });

  it('asks for a contact', () => {
    expect(lines({})).toContain('CONTACT is not set');
    expect(lines({ CONTACT: '0542 000' })).not.toContain('CONTACT');
  });
});
