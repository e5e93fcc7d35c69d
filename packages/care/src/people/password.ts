/**
 * What makes a password acceptable: long enough, and not one that everybody tries first.
 *
 * No rules about capitals and digits: they make passwords worse (OWASP ASVS 5.0 6.2.1, 6.2.4, 6.2.5; NIST SP 800-63B 3.1.1.2).
 */
import { err, ok, type Result } from '../kernel/index.ts'

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 200

export type PasswordProblem =
  | { readonly code: 'password-too-short'; readonly min: number }
  | { readonly code: 'password-too-long'; readonly max: number }
  | { readonly code: 'password-too-common' }

/** Judges a new password. `known` is what others know of its owner: e-mail, name, clinic; none of them may be the password. */
export function checkPassword(password: string, known: readonly string[]): Result<string, PasswordProblem> {
  const length = [...password].length
  if (length < PASSWORD_MIN) return err({ code: 'password-too-short', min: PASSWORD_MIN })
  if (length > PASSWORD_MAX) return err({ code: 'password-too-long', max: PASSWORD_MAX })
  const bare = bareOf(password)
  const repeats = new Set(bare).size <= 2
  const isKnown = known.some((word) => bareOf(word) !== '' && bareOf(word) === bare)
  // `Password1234` and `2026!Password` are `password` with what everybody hangs on to it.
  const core = bareOf(password.replace(/^\P{L}+|\P{L}+$/gu, ''))
  if (repeats || isKnown || COMMON.has(bare) || COMMON.has(core)) return err({ code: 'password-too-common' })
  return ok(password)
}

/** Lower case letters and digits alone, with the usual stand-ins undone, so that `P@ssw0rd-P@ssw0rd` is seen for what it is. */
function bareOf(password: string): string {
  return password
    .toLowerCase()
    .replace(/[@4]/g, 'a')
    .replace(/[$5]/g, 's')
    .replace(/0/g, 'o')
    .replace(/[1!]/g, 'i')
    .replace(/3/g, 'e')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The commonest that are long enough to pass, and those that stand near to hand here. Compared as `bareOf` gives them. */
const COMMON: ReadonlySet<string> = new Set(
  [
    'password password passwordpassword passwordone passwordabc mypassword mypasswordis newpassword letmeinletmein letmein',
    'changemechangeme changeme changemenow changemeplease defaultpassword temporarypassword admin administrator',
    'adminadminadmin adminpassword rootrootroot welcome welcomewelcome welcometounknot qwerty qwertyuiop qwertyqwerty',
    'qwertyqwertyqwerty qwertyuiopasdfghjkl qwertyuiopasdf asdfghjkl asdfghjklasdf asdfasdfasdf asdfghjklzxcvbnm zxcvbnmzxcvbnm',
    'onetwothreefour abcabcabcabc abcdefghijkl abcdefghijklm abcdefghijklmnop abcdefghijklmnopqrstuvwxyz iloveyou',
    'iloveyouiloveyou iloveyouforever sunshine sunshinesunshine princessprincess footballfootball baseballbaseball',
    'monkeymonkey dragondragon supermansuperman batmanbatman liverpoolfc manchesterunited trustnooneelse trustnooone',
    'correcthorsebatterystaple correcthorsebattery opensesameopensesame testtesttest testtesttesttest testpassword secretsecret',
    'secretpassword supersecret supersecretpassword nopassword nopasswords thisismypassword unknotunknot unknotpassword',
    'dryneedling dryneedlingclinic dryneedledryneedle physiotherapy physiotherapist physiophysio backpainbackpain',
    'chiropractic chiropractor osteopathosteopath myclinicpassword clinicpassword clinicclinic',
    '1234567890123 123456789012 1234567890 12345678901234 1234512345 123123123123 121212121212 112233445566 987654321098',
    '098765432109 123456123456 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3edc4rfv q1w2e3r4t5y6 zaq12wsxcde3 abc123abc123 a1b2c3d4e5f6',
    '123qweasdzxc qwe123qwe123 qweasdzxc123 qazwsxedcrfv 147258369147 159753159753 password1234 password12345 1234password',
  ]
    .join(' ')
    .split(' ')
    .map(bareOf),
)
