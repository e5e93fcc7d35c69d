import { test } from 'vitest'
import { isPassword } from './password-hash.ts'
test('x', async () => { try { console.log(await isPassword('a', null)) } catch (e) { console.log('ERR', e) } })
