/**
 * What this device has not sent, as a file that another device can take in: sealed by a passphrase, since it names a patient's
 * needles. The device that takes it in sends it; the server takes each entry once, whoever sends it.
 */
import type { EventId } from '@unknot/care/kernel'
import { EVENT_VERSION, EVENT_VERSIONS, type EventVersion } from '@unknot/care/session'
import { freshSalt, keyOfSecret, openJson, sealJson } from '../kernel/index.ts'
import type { KeptEvent } from './kept-event.ts'

type FileContent = {
  readonly format: 'unknot-unsent'
  readonly version: EventVersion
  readonly salt: string
  readonly nonce: string
  readonly data: string
}

export type FileProblem = 'not-such-a-file' | 'newer-version' | 'wrong-passphrase'

export async function writeUnsentFile(rows: readonly KeptEvent[], passphrase: string): Promise<string> {
  const salt = freshSalt()
  const { nonce, data } = await sealJson(await keyOfSecret(passphrase, salt), rows)
  const content: FileContent = {
    format: 'unknot-unsent',
    version: EVENT_VERSION,
    salt: toText(salt),
    nonce: toText(nonce),
    data: toText(new Uint8Array(data)),
  }
  return JSON.stringify(content)
}

export async function readUnsentFile(text: string, passphrase: string): Promise<readonly KeptEvent[] | FileProblem> {
  const content = parse(text)
  if (content === null) return 'not-such-a-file'
  if (!EVENT_VERSIONS.includes(content.version)) return 'newer-version'
  try {
    const key = await keyOfSecret(passphrase, toBytes(content.salt))
    const sealed = { nonce: toBytes(content.nonce), data: toBytes(content.data).buffer }
    return (await openJson(key, sealed)) as readonly KeptEvent[]
  } catch {
    return 'wrong-passphrase'
  }
}

/** Those of the file that this device doesn't know yet, waiting to be sent again: a refusal elsewhere is judged anew. */
export function takeIn(fromFile: readonly KeptEvent[], known: ReadonlySet<EventId>): readonly KeptEvent[] {
  return fromFile
    .filter(({ id }) => !known.has(id))
    .map((row) => ({ ...row, status: 'waiting' as const, problem: null }))
}

function parse(text: string): FileContent | null {
  try {
    const content = JSON.parse(text) as Partial<FileContent> | null
    const isOurs = content?.format === 'unknot-unsent' && typeof content.version === 'number'
    const isWhole = [content?.salt, content?.nonce, content?.data].every((part) => typeof part === 'string')
    return isOurs && isWhole ? (content as FileContent) : null
  } catch {
    return null
  }
}

function toText(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
