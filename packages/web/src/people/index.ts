export { ROLE_WORDS, passwordWords } from './people.words.ts'
export { SignInAgain } from './SignInAgain.tsx'
export { askWhoAgain, fetchWho, nowSignedIn, nowSignedOut, useMay, useMe } from './who.ts'
