export { clinicRoom } from './clinic.routes.ts'
export { type Clinic, findClinic, listLocationsOf } from './clinic.store.ts'
export {
  type Demo,
  type DemoSignIn,
  ensureDemo,
  type FillDemo,
  type InstallState,
  installState,
  resetDemoPasswords,
} from './install.commands.ts'
