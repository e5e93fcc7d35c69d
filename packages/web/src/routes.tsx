/**
 * Every page of the clinic app and its address. Each page's script is fetched when it is first opened.
 *
 * Addresses hold ids only, never a name: they end up in histories and logs.
 */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { type CalendarDay, isUuid, parseDay } from '@unknot/care/kernel'
import { clinicRoutes } from '@unknot/wire/clinic'
import { call, problemOf } from './kernel/index.ts'
import { AppFrame, BareFrame, LostPage, PageBroke } from './pathway/index.ts'
import { fetchWho } from './people/index.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: LostPage, errorComponent: PageBroke })

type Guarded = {
  readonly location: { readonly href: string }
  readonly params: Readonly<Record<string, string>>
}

/** Somebody is signed in below this; everybody else is led to the right first page. */
async function signedIn({ location, params }: Guarded) {
  // Every parameter of an address is an id.
  if (!Object.values(params).every(isUuid)) throw notFound()
  let isLocked = false
  try {
    isLocked = (await fetchWho()).isLocked
  } catch (error) {
    if (problemOf(error).code !== 'sign-in-needed') throw error
    const { state } = await call(clinicRoutes.install)
    throw state === 'ready' ? redirect({ to: '/sign-in', search: { to: location.href } }) : redirect({ to: '/welcome' })
  }
  if (isLocked) throw redirect({ to: '/unlock', search: { to: location.href } })
}

const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: AppFrame,
  beforeLoad: signedIn,
  errorComponent: PageBroke,
})
const bare = createRoute({
  getParentRoute: () => root,
  id: 'bare',
  component: BareFrame,
  beforeLoad: signedIn,
  errorComponent: PageBroke,
})

/** Only an address of this app: a link from elsewhere must not lead away after signing in. */
function ownAddress(search: Record<string, unknown>): { to?: string } {
  return typeof search['to'] === 'string' && /^\/(?!\/|\\)/.test(search['to']) ? { to: search['to'] } : {}
}

const pages = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/today' })
    },
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
    component: lazyRouteComponent(() => import('./clinic/welcome.page.tsx'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/set-up',
    component: lazyRouteComponent(() => import('./clinic/set-up.page.tsx'), 'SetUpPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    validateSearch: ownAddress,
    component: lazyRouteComponent(() => import('./people/sign-in.page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forgotten',
    component: lazyRouteComponent(() => import('./people/forgotten.page.tsx'), 'ForgottenPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/choose-password',
    component: lazyRouteComponent(() => import('./people/choose-password.page.tsx'), 'ChoosePasswordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/unlock',
    validateSearch: ownAddress,
    component: lazyRouteComponent(() => import('./people/unlock.page.tsx'), 'UnlockPage'),
  }),
] as const

const framedPages = [
  createRoute({
    getParentRoute: () => framed,
    path: '/today',
    component: lazyRouteComponent(() => import('./pathway/today.page.tsx'), 'TodayPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/diary',
    validateSearch: (search: Record<string, unknown>): { on?: CalendarDay; view?: 'day' | 'week' } => {
      const on = typeof search['on'] === 'string' ? parseDay(search['on']) : null
      return { ...(on?.ok ? { on: on.value } : {}), ...(search['view'] === 'week' ? { view: 'week' } : {}) }
    },
    component: lazyRouteComponent(() => import('./booking/diary.page.tsx'), 'DiaryPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/patients',
    // A birth year or a number typed into the address is read as a number.
    validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
      (typeof q === 'string' && q !== '') || typeof q === 'number' ? { q: String(q) } : {},
    component: lazyRouteComponent(() => import('./people/patients.page.tsx'), 'PatientsPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/patients/new',
    component: lazyRouteComponent(() => import('./people/new-patient.page.tsx'), 'NewPatientPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/patients/$patient',
    component: lazyRouteComponent(() => import('./pathway/chart.page.tsx'), 'ChartPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/patients/$patient/details',
    component: lazyRouteComponent(() => import('./people/patient-details.page.tsx'), 'PatientDetailsPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/patients/$patient/screening',
    // The answers of this earlier screening are filled in.
    validateSearch: (search: Record<string, unknown>): { from?: string } =>
      typeof search['from'] === 'string' ? { from: search['from'] } : {},
    component: lazyRouteComponent(() => import('./screening/screening.page.tsx'), 'ScreeningPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/patients/$patient/recheck',
    component: lazyRouteComponent(() => import('./screening/recheck.page.tsx'), 'RecheckPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/patients/$patient/screenings/$screening',
    component: lazyRouteComponent(() => import('./screening/screening-result.page.tsx'), 'ScreeningResultPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/patients/$patient/screenings/$screening/letter',
    component: lazyRouteComponent(() => import('./screening/new-letter.page.tsx'), 'NewLetterPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/patients/$patient/letters/$letter',
    component: lazyRouteComponent(() => import('./screening/letter.page.tsx'), 'LetterPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/patients/$patient/consents/$consent',
    component: lazyRouteComponent(() => import('./consent/given-consent.page.tsx'), 'GivenConsentPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/patients/$patient/sessions/$session/record',
    component: lazyRouteComponent(() => import('./session/record.page.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/clinic/outcomes',
    component: lazyRouteComponent(() => import('./outcomes/practice.page.tsx'), 'PracticePage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/clinic',
    component: lazyRouteComponent(() => import('./clinic/clinic.page.tsx'), 'ClinicPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/clinic/consent-text',
    component: lazyRouteComponent(() => import('./consent/texts.page.tsx'), 'ConsentTextsPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/clinic/consent-text/$text',
    component: lazyRouteComponent(() => import('./consent/own-text.page.tsx'), 'OwnTextPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/clinic/booking',
    component: lazyRouteComponent(() => import('./booking/offer.page.tsx'), 'OfferPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/clinic/staff',
    component: lazyRouteComponent(() => import('./clinic/staff.page.tsx'), 'StaffPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/clinic/audit',
    validateSearch: (search: Record<string, unknown>): { patient?: string; actor?: string } => ({
      ...(typeof search['patient'] === 'string' ? { patient: search['patient'] } : {}),
      ...(typeof search['actor'] === 'string' ? { actor: search['actor'] } : {}),
    }),
    component: lazyRouteComponent(() => import('./clinic/audit.page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/clinic/outbox',
    component: lazyRouteComponent(() => import('./clinic/outbox.page.tsx'), 'OutboxPage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/device',
    component: lazyRouteComponent(() => import('./pathway/device.page.tsx'), 'DevicePage'),
  }),
  createRoute({
    getParentRoute: () => framed,
    path: '/account',
    component: lazyRouteComponent(() => import('./people/account.page.tsx'), 'AccountPage'),
  }),
] as const

const barePages = [
  createRoute({
    getParentRoute: () => bare,
    path: '/patients/$patient/consent',
    // What the plan's sites need is ticked already.
    validateSearch: (search: Record<string, unknown>): { regions?: string; electrical?: string } => ({
      ...(typeof search['regions'] === 'string' ? { regions: search['regions'] } : {}),
      ...(typeof search['electrical'] === 'string' ? { electrical: search['electrical'] } : {}),
    }),
    component: lazyRouteComponent(() => import('./consent/consent.page.tsx'), 'ConsentPage'),
  }),
  createRoute({
    getParentRoute: () => bare,
    path: '/patients/$patient/measures',
    component: lazyRouteComponent(() => import('./outcomes/measures.page.tsx'), 'MeasuresPage'),
  }),
  createRoute({
    getParentRoute: () => bare,
    path: '/patients/$patient/course',
    component: lazyRouteComponent(() => import('./outcomes/course.page.tsx'), 'CoursePage'),
  }),
  // The session's id is made by whoever opens the room, so that it opens without a network, too.
  createRoute({
    getParentRoute: () => bare,
    path: '/patients/$patient/sessions/$session',
    component: lazyRouteComponent(() => import('./session/treatment.page.tsx'), 'TreatmentPage'),
  }),
] as const

export const router = createRouter({
  routeTree: root.addChildren([...pages, framed.addChildren([...framedPages]), bare.addChildren([...barePages])]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
