import { gunzipSync, gzipSync } from 'node:zlib'
import { factSupport, muscleFacts, MUSCLES } from '@unknot/care/atlas'
import { must } from '@unknot/care/kernel'
import { withDatabase } from '@unknot/testkit/kernel'
import { expect, test } from 'vitest'
import { findPage } from './find.page.ts'
import { html, publicPage as pageOf } from '../kernel/index.ts'
import { atlasRoom } from './index.ts'
import { musclePage } from './muscle.page.ts'
import { pictureFile } from './muscle-picture.ts'

const store = withDatabase()

test('every muscle has a page that reads without script and tells all that it should', () => {
  for (const muscle of MUSCLES) {
    const page = pageOf(musclePage(muscle))
    expect(page, muscle.id).not.toContain('<script')
    expect(page).toContain(`<h1>${muscle.name}</h1>`)
    for (const part of [
      'What it does',
      'Where its pain goes',
      'What it may be taken for',
      'What lies near',
      'How it is reached',
      'What goes with it',
      'What is unreviewed',
    ])
      expect(page, muscle.id).toContain(`<h2>${part}</h2>`)
    expect(page).toContain(`src="/atlas/${muscle.id}/place-light.svg"`)
    expect(page).toContain(`src="/atlas/${muscle.id}/pain-light.svg"`)
    expect(page.includes('class="un">unreviewed')).toBe(true)
    // Titles of sources may speak of safety; the atlas itself calls nothing safe.
    expect(page.replace(/<(details|a) [\s\S]*?<\/\1>/g, '').replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(
      /\bsafe(r|ly|ty)?\b/i,
    )
  }
})

test('a fact without a source is marked beside the fact', () => {
  const muscle = must(
    MUSCLES.find(({ id }) => id === 'rhomboid-minor'),
    'rhomboid minor',
  )
  expect(factSupport(muscle, 'stretch').review).toBe('unreviewed')
  expect(pageOf(musclePage(muscle))).toMatch(/Cross-body arm stretch <span class="un">unreviewed<\/span>/)
})

test('DNG-51 [HPIR KPIR] the page of piriformis shows the conflict as one', () => {
  const muscle = must(
    MUSCLES.find(({ id }) => id === 'piriformis'),
    'piriformis',
  )
  const page = pageOf(musclePage(muscle))
  expect(page).toMatch(/The sources contradict each other[\s\S]*11 of 14[\s\S]*0 of 19/)
})

test('a search finds by name first and by symptom with the reason, and says so when it finds nothing', () => {
  const byName = pageOf(findPage('QL'))
  expect(byName).toMatch(/By name[\s\S]*\/atlas\/quadratus-lumborum/)
  const bySymptom = pageOf(findPage('pain like sciatica without numbness'))
  expect(bySymptom).toMatch(/By symptom or place[\s\S]*\/atlas\/piriformis[\s\S]*May be taken for:<\/span> sciatica/)
  expect(bySymptom).not.toContain('You wrote')
  expect(pageOf(findPage('sciatica with numbness'))).toContain('You wrote: numbness')
  expect(pageOf(findPage('qwertz'))).toContain('Nothing found')
})

test('what was typed comes back as text and never as HTML', () => {
  const page = pageOf(findPage('"><script>alert(1)</script>'))
  expect(page).not.toContain('<script')
  expect(page).toContain('value="&quot;&gt;&lt;script&gt;')
  expect(html`<p title="${'"'}">${["<b>'", html`<i>&</i>`]}${null}</p>`.text).toBe(
    '<p title="&quot;">&lt;b&gt;&#39;<i>&</i></p>',
  )
})

test('a picture stands alone, says what it shows, and lights the muscle', () => {
  for (const muscle of MUSCLES) {
    const pain = pictureFile(muscle, 'pain-light')
    expect(pain, muscle.id).toContain('referral-dots')
    expect(pain).toContain(muscleFacts(muscle.id).referralPattern.slice(1, 12))
    const svg = pictureFile(muscle, 'place-dark')
    expect(svg, muscle.id).toContain(`<title id="plate-t">${muscle.name}</title>`)
    expect(svg).toContain('class="plate-treated"')
    // As it is sent.
    expect(gzipSync(svg).length, muscle.id).toBeLessThan(60_000)
  }
})

test('pages are open to everyone, have an address for each muscle, and are sent again only when they changed', async () => {
  const { http } = await store.app({ rooms: [atlasRoom], webFolder: null })
  const found = await http.inject('/atlas?q=tailbone&q=pain')
  expect([found.statusCode, found.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(found.body).toContain('/atlas/gluteus-maximus')
  const page = await http.inject('/atlas/piriformis')
  expect([page.statusCode, page.headers['content-security-policy']]).toEqual([
    200,
    expect.stringContaining('script-src'),
  ])
  const again = await http.inject({
    url: '/atlas/piriformis',
    headers: { 'if-none-match': String(page.headers['etag']) },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  const packed = await http.inject({ url: '/atlas/piriformis', headers: { 'accept-encoding': 'gzip, br' } })
  expect(gunzipSync(packed.rawPayload).toString()).toBe(page.body)
  const picture = await http.inject('/atlas/piriformis/place-light.svg')
  expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8'])
  expect((await http.inject('/public/serif.woff2')).statusCode).toBe(200)
  for (const url of [
    '/atlas/no-such-muscle',
    '/atlas/piriformis/red.svg',
    '/atlas/nobody/place-light.svg',
    '/public/x',
  ])
    expect((await http.inject(url)).statusCode, url).toBe(404)
})
