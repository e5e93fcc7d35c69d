/**
 * The vault: the one key under which this device keeps patients, for each account its own.
 *
 * While somebody is signed in the key is wrapped by a device key that the browser holds and never hands out. With a PIN it is
 * also wrapped by both, the PIN and the device key; then locking throws the first wrap away, and only the PIN on this very
 * device opens it again. Signing out destroys every wrap: what is left on the disk can't be read by anybody.
 */
import { freshSalt, importKey, keyOfSecret, openBytes, openJson, type Sealed, sealBytes, sealJson } from './seal.ts'

/** What is on the disk for one account. */
export type VaultRecord = {
  readonly account: string
  /** Not extractable. */
  readonly deviceKey: CryptoKey
  /** The vault's key, wrapped by the device key; null while it is locked. */
  readonly wrapped: Sealed | null
  /** The same, wrapped once more by the PIN; null when there is none. */
  readonly pin: { readonly salt: Uint8Array<ArrayBuffer>; readonly wrapped: Sealed } | null
  /** Wrong PINs in a row, and when the last one was tried. */
  readonly misses: number
  readonly missedAtMs: number
}

/** The port: IndexedDB in the browser, a map in tests. */
export type VaultRecords = {
  readonly read: (account: string) => Promise<VaultRecord | null>
  readonly write: (record: VaultRecord) => Promise<void>
  readonly remove: (account: string) => Promise<void>
}

export type VaultState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'locked'; readonly account: string }
  | { readonly kind: 'open'; readonly account: string; readonly hasPin: boolean }

export type Unlocking = { readonly kind: 'open' | 'wrong' } | { readonly kind: 'wait'; readonly forMs: number }

/** Digits of a PIN. */
export const PIN_LENGTHS = { from: 6, to: 12 } as const
const FREE_MISSES = 5
const LONGEST_WAIT_MS = 15 * 60_000

export function isPin(pin: string): boolean {
  return /^\d+$/.test(pin) && pin.length >= PIN_LENGTHS.from && pin.length <= PIN_LENGTHS.to && !/^(\d)\1*$/.test(pin)
}

/** How long the next try has to wait after so many misses: nothing for the first five, then half a minute, doubling. */
export function waitAfterMs(misses: number): number {
  return misses < FREE_MISSES ? 0 : Math.min(30_000 * 2 ** (misses - FREE_MISSES), LONGEST_WAIT_MS)
}

export class Vault {
  readonly #records: VaultRecords
  readonly #now: () => number
  readonly #listeners = new Set<() => void>()
  #state: VaultState = { kind: 'closed' }
  #key: CryptoKey | null = null

  constructor(records: VaultRecords, now: () => number) {
    this.#records = records
    this.#now = now
  }

  readonly state = (): VaultState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens the account's vault, makes it when there is none, or finds it locked. */
  async openFor(account: string): Promise<VaultState> {
    if (this.#state.kind === 'open' && this.#state.account === account) return this.#state
    const record = (await this.#records.read(account)) ?? (await this.#make(account))
    if (record.wrapped === null) return this.#become({ kind: 'locked', account }, null)
    return this.#opened(record, await openBytes(record.deviceKey, record.wrapped))
  }

  /** Only while it is open. Locks from now on need the PIN. */
  async setPin(pin: string): Promise<void> {
    const record = await this.#mustRecord()
    if (record.wrapped === null || !isPin(pin)) throw new Error('a PIN is set on an open vault, and is one')
    const salt = freshSalt()
    const inner = JSON.stringify([...record.wrapped.nonce, ...new Uint8Array(record.wrapped.data)])
    const wrapped = await sealBytes(await keyOfSecret(pin, salt), new TextEncoder().encode(inner))
    await this.#records.write({ ...record, pin: { salt, wrapped }, misses: 0 })
    this.#become({ kind: 'open', account: record.account, hasPin: true }, this.#key)
  }

  /** False when there is no PIN, so that locking would lock everybody out. */
  async lock(): Promise<boolean> {
    const record = await this.#mustRecord()
    if (record.pin === null) return false
    await this.#records.write({ ...record, wrapped: null })
    this.#become({ kind: 'locked', account: record.account }, null)
    return true
  }

  async unlock(pin: string): Promise<Unlocking> {
    const record = await this.#mustRecord()
    if (record.pin === null) return { kind: 'wrong' }
    const leftMs = record.missedAtMs + waitAfterMs(record.misses) - this.#now()
    // A clock set back must not open the door, nor shut it for a year.
    if (leftMs > 0 && leftMs <= LONGEST_WAIT_MS) return { kind: 'wait', forMs: leftMs }
    try {
      const inner = await openBytes(await keyOfSecret(pin, record.pin.salt), record.pin.wrapped)
      const bytes = new Uint8Array(JSON.parse(new TextDecoder().decode(inner)) as number[])
      const wrapped = { nonce: bytes.slice(0, 12), data: bytes.slice(12).buffer }
      const raw = await openBytes(record.deviceKey, wrapped)
      const opened = { ...record, wrapped, misses: 0 }
      await this.#records.write(opened)
      await this.#opened(opened, raw)
      return { kind: 'open' }
    } catch {
      await this.#records.write({ ...record, misses: record.misses + 1, missedAtMs: this.#now() })
      return { kind: 'wrong' }
    }
  }

  /** Nothing that was sealed under it can be read again, by nobody. */
  async destroy(account: string): Promise<void> {
    await this.#records.remove(account)
    if (this.#state.kind !== 'closed' && this.#state.account === account) this.#become({ kind: 'closed' }, null)
  }

  seal(value: unknown): Promise<Sealed> {
    return sealJson(this.#mustKey(), value)
  }

  open(sealed: Sealed): Promise<unknown> {
    return openJson(this.#mustKey(), sealed)
  }

  async #make(account: string): Promise<VaultRecord> {
    const how = { name: 'AES-GCM', length: 256 } as const
    const deviceKey = await crypto.subtle.generateKey(how, false, ['encrypt', 'decrypt'])
    const wrapped = await sealBytes(deviceKey, crypto.getRandomValues(new Uint8Array(32)))
    const record: VaultRecord = { account, deviceKey, wrapped, pin: null, misses: 0, missedAtMs: 0 }
    await this.#records.write(record)
    return record
  }

  async #opened(record: VaultRecord, raw: ArrayBuffer): Promise<VaultState> {
    const key = await importKey(raw)
    return this.#become({ kind: 'open', account: record.account, hasPin: record.pin !== null }, key)
  }

  #become(state: VaultState, key: CryptoKey | null): VaultState {
    this.#state = state
    this.#key = key
    for (const listener of this.#listeners) listener()
    return state
  }

  async #mustRecord(): Promise<VaultRecord> {
    const record = this.#state.kind === 'closed' ? null : await this.#records.read(this.#state.account)
    if (!record) throw new Error('no vault is in use')
    return record
  }

  #mustKey(): CryptoKey {
    if (!this.#key) throw new VaultLocked()
    return this.#key
  }
}

/** Nothing can be kept or read while the vault is locked. */
class VaultLocked extends Error {
  override readonly name = 'VaultLocked'
}
