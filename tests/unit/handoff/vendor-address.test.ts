import { expect, it } from 'vitest';
import { parseTenantAddress } from '../../../utils/handoff/vendor-address';

it.each([
  ['acme.kandji.io', 'acme.kandji.io'],
  ['  ACME.Kandji.io ', 'acme.kandji.io'],
  ['https://acme.eu.kandji.io/devices?tab=1#x', 'acme.eu.kandji.io'],
  ['https://acme.kandji.io:443/', 'acme.kandji.io'],
])('takes %j', (text, host) => {
  expect(parseTenantAddress(text)).toMatchObject({ kind: 'tenant', tenant: { host } });
});

it.each([
  ['', 'empty'],
  ['acme', 'notAnAddress'],
  ['http://acme.kandji.io', 'notHttps'],
  ['ftp://acme.kandji.io', 'notHttps'],
  ['javascript:alert(1)', 'notAnAddress'],
  ['acme.kandji.io:8443', 'hasPort'],
  ['https://acme.kandji.io@evil.example', 'notAnAddress'],
  ['acme.kandji.io.evil.example', 'unknownVendor'],
  ['evil-kandji.io', 'unknownVendor'],
  ['acme.kandji.io.', 'unknownVendor'],
  ['kandji.io', 'notAConsole'],
  ['auth.kandji.io', 'notAConsole'],
  ['acme.api.kandji.io', 'notAConsole'],
  ['acme.gateway.eu.kandji.io', 'notAConsole'],
  ['acme.clients.us-1.kandji.io', 'notAConsole'],
  ['www.kandji.io', 'notAConsole'],
  ['аcme.kandji.io', 'notAConsole'],
  ['acmé.kandji.io', 'notAConsole'],
  ['a b.kandji.io', 'notAnAddress'],
  ['acme.kandji.io x', 'notAnAddress'],
])('refuses %j: %s', (text, fault) => {
  expect(parseTenantAddress(text)).toEqual({ kind: 'fault', fault });
});
