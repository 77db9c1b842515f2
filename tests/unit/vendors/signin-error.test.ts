import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSigninError } from '../../../utils/vendors/signin-error';

it.each([
  ['https://acme.kandji.io/?error=access_denied', { error: 'access_denied' }],
  ['https://acme.kandji.io/?error=a&error_description=b%20c', { error: 'a', description: 'b c' }],
  ['https://acme.kandji.io/#error=a&error_description=b', { error: 'a', description: 'b' }],
  ['https://acme.kandji.io/#/?error=a', { error: 'a' }],
  ['https://acme.kandji.io/?error=', undefined],
  ['https://acme.kandji.io/?code=1&state=2', undefined],
  ['https://acme.kandji.io/errors/error=1', undefined],
  ['no address', undefined],
])('%s', (address, error) => {
  expect(readSigninError(address)).toEqual(error);
});

it('never keeps anything but the error, cut to what the message carries', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ maxLength: 2000 }),
      fc.string({ minLength: 12 }),
      (error, description, code) => {
        const query = new URLSearchParams({
          code: `c_${code}`,
          state: `s_${code}`,
          error,
          error_description: description,
        });
        const read = readSigninError(`https://acme.kandji.io/?${query}`);
        if (!read) return error === '';
        return (
          error.startsWith(read.error) &&
          description.startsWith(read.description ?? '') &&
          read.error.length <= 256 &&
          (read.description?.length ?? 0) <= 512
        );
      },
    ),
  );
});
