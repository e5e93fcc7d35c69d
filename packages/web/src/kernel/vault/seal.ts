/**
 * Sealing with AES-GCM: what is sealed can be neither read nor altered without its key. Each sealing has a nonce of its own
 * (96 random bits, NIST SP 800-38D).
 */
export type Sealed = { readonly nonce: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer }

export async function sealBytes(key: CryptoKey, plain: BufferSource): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  return { nonce, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain) }
}

/** Rejects when the key is another one, or when a bit was changed. */
export function openBytes(key: CryptoKey, { nonce, data }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, data)
}

export function sealJson(key: CryptoKey, value: unknown): Promise<Sealed> {
  return sealBytes(key, new TextEncoder().encode(JSON.stringify(value)))
}

export async function openJson(key: CryptoKey, sealed: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, sealed))) as unknown
}

/** A key that this page can use and nobody can take out of it. */
export function importKey(raw: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Rounds of PBKDF2 with SHA-256, as OWASP's Password Storage Cheat Sheet (2023) has it. */
const ROUNDS = 600_000

/** The key of something that a person types. Slow on purpose. */
export async function keyOfSecret(secret: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** 16 random bytes. */
export function freshSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(16))
}
