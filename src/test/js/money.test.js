import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fineMoney, money } from '../../main/webapp/admin/money.js';

test('an amount is told in cents', () => {
  assert.equal(money(1234.567, 'USD'), '$1,234.57');
  assert.equal(money(0, 'EUR'), '€0.00');
});

test('less than a cent is not told as nothing', () => {
  assert.equal(money(0.00042, 'USD'), '$0.00042');
  assert.equal(money(0.0000000123, 'USD'), '$0.000000012');
});

test('what a turn costs is told in hundredths of a cent', () => {
  assert.equal(fineMoney(0.01236, 'USD'), '$0.0124');
  assert.equal(fineMoney(2, 'USD'), '$2.00');
  assert.equal(fineMoney(0.00001234, 'USD'), '$0.000012');
});

test('a currency that browsers do not know stands behind the number', () => {
  assert.equal(money(3, 'C1'), '3.00 C1');
});
