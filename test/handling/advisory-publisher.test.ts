import { publisherOf } from '../../src/handling/advisory-publisher.js';
import { china, policy } from './situations.js';

test('the publisher is as the policy has it, with the days of the team', () => {
  const { contact: _, ...silent } = policy;
  const { advisories: __, ...publisher } = policy.publisher;
  const { day, ...bare } = publisherOf({ ...silent, publisher });
  const { project, products } = policy;
  const { vendor, namespace } = publisher;
  expect(bare).toStrictEqual({ project, products, vendor, namespace });
  expect(day(china('09-22T00:30'))).toBe('2026-09-22');
  const contact = 'security@desk.example';
  const advisories = 'https://desk.example/{id}';
  const full = publisherOf({ ...silent, contact, publisher: { ...publisher, advisories } });
  expect(full).toMatchObject({ contact, advisories });
});
