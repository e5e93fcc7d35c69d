import { expect, test } from 'vitest'
import { isPin, Vault, type VaultRecord, type VaultRecords, waitAfterMs } from './vault.ts'

function disk() {
  const rows = new Map<string, VaultRecord>()
  const records: VaultRecords = {
    read: async (account) => rows.get(account) ?? null,
    write: async (record) => void rows.set(record.account, record),
    remove: async (account) => void rows.delete(account),
  }
  const clock = { ms: 1_000_000 }
  return { rows, clock, start: () => new Vault(records, () => clock.ms) }
}

test('what was sealed is read again after a restart, and the disk holds nothing readable', async () => {
  const { rows, start } = disk()
  const vault = start()
  await vault.openFor('rosa')
  const sealed = await vault.seal({ name: 'Maja Lindqvist' })
  const again = start()
  expect(await again.openFor('rosa')).toEqual({ kind: 'open', account: 'rosa', hasPin: false })
  expect(await again.open(sealed)).toEqual({ name: 'Maja Lindqvist' })
  expect(new TextDecoder('latin1').decode(sealed.data)).not.toContain('Maja')
  expect(rows.get('rosa')?.deviceKey.extractable).toBe(false)
})

test('locked, only the PIN on this very device opens it', async () => {
  const { rows, start } = disk()
  const vault = start()
  await vault.openFor('rosa')
  const sealed = await vault.seal('a needle')
  expect(await vault.lock()).toBe(false)
  await vault.setPin('471108')
  expect(await vault.lock()).toBe(true)
  await expect(async () => vault.open(sealed)).rejects.toThrow('')

  const again = start()
  expect(await again.openFor('rosa')).toEqual({ kind: 'locked', account: 'rosa' })
  expect(await again.unlock('471109')).toEqual({ kind: 'wrong' })
  expect(await again.unlock('471108')).toEqual({ kind: 'open' })
  expect(await again.open(sealed)).toBe('a needle')

  // The same disk without this device's own key: the right PIN is not enough.
  await again.lock()
  const copied = rows.get('rosa')
  const how = { name: 'AES-GCM', length: 256 } as const
  const deviceKey = await crypto.subtle.generateKey(how, false, ['encrypt', 'decrypt'])
  if (copied) rows.set('rosa', { ...copied, deviceKey })
  const elsewhere = start()
  await elsewhere.openFor('rosa')
  expect(await elsewhere.unlock('471108')).toEqual({ kind: 'wrong' })
})

test('after five wrong PINs each next try waits longer, also after a restart; nothing is thrown away', async () => {
  const { clock, start } = disk()
  const vault = start()
  await vault.openFor('rosa')
  const sealed = await vault.seal('a needle')
  await vault.setPin('471108')
  await vault.lock()
  for (let tries = 0; tries < 5; tries += 1) expect((await vault.unlock('000001')).kind).toBe('wrong')
  const again = start()
  await again.openFor('rosa')
  expect(await again.unlock('471108')).toEqual({ kind: 'wait', forMs: 30_000 })
  clock.ms += 30_000
  expect((await again.unlock('000001')).kind).toBe('wrong')
  expect(await again.unlock('471108')).toEqual({ kind: 'wait', forMs: 60_000 })
  clock.ms += 60_000
  expect((await again.unlock('471108')).kind).toBe('open')
  expect(await again.open(sealed)).toBe('a needle')
  expect(waitAfterMs(40)).toBe(900_000)
})

test('signing out destroys the key: the next vault of the same account reads nothing of the last', async () => {
  const { rows, start } = disk()
  const vault = start()
  await vault.openFor('rosa')
  const sealed = await vault.seal('a needle')
  await vault.destroy('rosa')
  expect(rows.size).toBe(0)
  expect(vault.state()).toEqual({ kind: 'closed' })
  await vault.openFor('rosa')
  await expect(vault.open(sealed)).rejects.toThrow()
})

test('one account never reads what another kept', async () => {
  const { start } = disk()
  const vault = start()
  await vault.openFor('rosa')
  const sealed = await vault.seal('hers')
  await vault.openFor('tom')
  await expect(vault.open(sealed)).rejects.toThrow()
  await vault.openFor('rosa')
  expect(await vault.open(sealed)).toBe('hers')
})

test('a PIN is 6 to 12 digits, not all the same', () => {
  expect(['471108', '123456789012'].every(isPin)).toBe(true)
  expect(['', '12345', '1234567890123', '111111', '12a456', ' 471108'].some(isPin)).toBe(false)
})
