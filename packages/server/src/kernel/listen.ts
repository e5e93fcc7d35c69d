/** Opens the port, with a plain sentence when that can't be done. */
import type { App } from './room.ts'
import { codeOf, StartRefusal, wordsOf } from './start-refusal.ts'

/** Returns the address to type into a browser. */
export async function listen({ http, config }: App): Promise<string> {
  try {
    await http.listen({ port: config.port, host: config.host })
  } catch (error) {
    throw new StartRefusal(whyNoPort(codeOf(error), config.port, config.host, error))
  }
  const address = http.server.address()
  const port = address && typeof address === 'object' ? address.port : config.port
  return config.publicUrl ?? `http://${nameOf(config.host)}:${port}`
}

function nameOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function whyNoPort(code: string, port: number, host: string, error: unknown): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop that one, or set PORT to another number, such as ${port + 1}.`
  }
  if (code === 'EACCES') return `Port ${port} is not open to you. Set PORT to a number from 1024 on.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `HOST is ${host}, which is no address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.`
  }
  return `Unknot can't listen on ${host}, port ${port}: ${wordsOf(error)}.`
}
