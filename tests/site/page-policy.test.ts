import { describe, expect, it } from 'vitest';
import { pagePolicy } from '~/build/output/page-policy';

describe('the security policy of all pages', () => {
  it('lets nothing of other hosts run, be asked or be sent to', () => {
    const { directives, scripts } = pagePolicy({});
    expect(directives).toContain("default-src 'self'");
    expect(directives.join(';')).not.toContain('connect-src');
    expect(scripts).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  });

  it('opens for the origin of a script that counts visits, and for no path, part or sibling of it', () => {
    const { directives, scripts } = pagePolicy({ script: 'https://stats.example.com:8443/js/script.js?x=1' });
    expect(scripts).toEqual(["'self'", "'wasm-unsafe-eval'", 'https://stats.example.com:8443']);
    expect(directives).toContain("connect-src 'self' https://stats.example.com:8443");
    expect(directives).toContain("img-src 'self' data: https:");
    expect(directives.filter((one) => one.includes('stats'))).toHaveLength(1);
  });

  it('lets pages connect to the broker, and run nothing of it', () => {
    const { directives, scripts } = pagePolicy({ broker: 'wss://broker.example.com/mqtt', script: undefined });
    expect(directives).toContain("connect-src 'self' wss://broker.example.com");
    expect(scripts.join(' ')).not.toContain('broker');
  });
});
