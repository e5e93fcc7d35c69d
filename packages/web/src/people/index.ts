export { SignInAgain } from './SignInAgain.tsx'
export { SignInForm } from './SignInForm.tsx'
export { askWhoAgain, fetchWho, nowSignedIn, nowSignedOut, useMay, useMe } from './who.ts'
