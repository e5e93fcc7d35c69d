import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSealed, vaultOf } from './index.ts'

const vault = vaultOf(randomBytes(32))

test('what was sealed opens again, looks different each time, and shows nothing of itself', () => {
  const sealed = vault.seal('JBSWY3DPEHPK3PXP', 'people_totp a b')
  expect(vault.open(sealed, 'people_totp a b')).toBe('JBSWY3DPEHPK3PXP')
  expect(isSealed(sealed)).toBe(true)
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
  expect(vault.seal('JBSWY3DPEHPK3PXP', 'people_totp a b')).not.toBe(sealed)
})

test('it does not open in another row, with another key, changed, cut, or never sealed', () => {
  const sealed = vault.seal('secret', 'row 1')
  const last = sealed.at(-1) === 'A' ? 'B' : 'A'
  expect(() => vault.open(sealed, 'row 2')).toThrow()
  expect(() => vaultOf(randomBytes(32)).open(sealed, 'row 1')).toThrow()
  expect(() => vault.open(sealed.slice(0, 20), 'row 1')).toThrow()
  expect(() => vault.open(sealed.slice(0, -3) + last.repeat(3), 'row 1')).toThrow()
  expect(() => vault.open('secret', 'row 1')).toThrow()
})
