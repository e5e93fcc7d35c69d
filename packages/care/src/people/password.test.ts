import { expect, test } from 'vitest'
import { checkPassword } from './password.ts'

const codeOf = (password: string, known: readonly string[] = []): string => {
  const checked = checkPassword(password, known)
  return checked.ok ? 'ok' : checked.problem.code
}

test('12 to 200 characters, without rules about which', () => {
  expect(codeOf('short')).toBe('password-too-short')
  expect(codeOf('elevenchars')).toBe('password-too-short')
  expect(codeOf('three herons on a pier')).toBe('ok')
  expect(codeOf('drei Reiher 🐦')).toBe('ok')
  expect(codeOf('ab c'.repeat(50))).toBe('ok')
  expect(codeOf('ab c'.repeat(51))).toBe('password-too-long')
})

test.each([
  'password1234',
  'P@ssw0rd-P@ssw0rd',
  'qwertyuiop12',
  '123456789012',
  'aaaaaaaaaaaa',
  'abababababab',
  'letmeinletmein',
  'Dry Needling 2026',
])('%s is what everybody tries first', (password) => {
  expect(codeOf(password)).toBe('password-too-common')
})

test('nobody’s own e-mail, name or old password is a password', () => {
  expect(codeOf('Olwen@Quay.example', ['olwen@quay.example'])).toBe('password-too-common')
  expect(codeOf('olwen o. kafor', ['Olwen O’Kafor'])).toBe('password-too-common')
})
