/**
 * As whom PostgreSQL runs. It refuses to be root, so under root it gets a user without rights, and the folders that user
 * must enter are checked before it fails somewhere deep.
 */
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartRefusal } from './start-refusal.ts'

export type RunAs = {
  readonly uid: number
  readonly gid: number
  readonly name: string
}

/** Null: as ourselves. */
export function runAs(): RunAs | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const user = userNamed(name)
    if (user) return user
  }
  return { uid: 65534, gid: 65534, name: 'nobody' }
}

function userNamed(name: string): RunAs | null {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((one) => one.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid && Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid), name } : null
  } catch {
    return null
  }
}

export type Command = { readonly file: string; readonly args: readonly string[]; readonly user: RunAs | null }

/**
 * How to start a program of PostgreSQL as that user.
 *
 * A checkout or a data folder below a closed folder, such as /root, can't be entered by another user. Then the program keeps
 * one right of root, to pass closed folders, by `setpriv`; it is no root all the same.
 *
 * @throws StartRefusal where the folder is closed and there is no `setpriv`
 */
export function commandAs(user: RunAs | null, file: string, args: readonly string[], dataFolder: string): Command {
  if (!user) return { file, args, user: null }
  const closed = closedFolder(file, user) ?? closedFolder(dataFolder, user)
  if (!closed) return { file, args, user }
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path))
  if (!setpriv) {
    throw new StartRefusal(
      `PostgreSQL can't run as root, and its user ${user.name} may not enter ${closed}. Set UNKNOT_DATA to another folder, or start Unknot as another user.`,
    )
  }
  const keep = [
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
    '--bounding-set=-all,+dac_override',
  ]
  return {
    file: setpriv,
    args: [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...keep, file, ...args],
    user: null,
  }
}

/** The nearest parent that the user may not enter. */
function closedFolder(path: string, user: RunAs): string | null {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const may = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if (!(mode & may)) return folder
  }
  return null
}

export function giveTo(user: RunAs | null, path: string): void {
  if (user) chownSync(path, user.uid, user.gid)
}
