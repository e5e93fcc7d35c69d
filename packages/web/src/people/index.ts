export { ROLE_WORDS, passwordWords } from './people.words.ts'
export { PinCard } from './PinCard.tsx'
export { SignInAgain } from './SignInAgain.tsx'
export { askWhoAgain, fetchWho, noteUse, nowSignedIn, nowSignedOut, useMay, useMe } from './who.ts'
