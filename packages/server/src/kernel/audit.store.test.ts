import { type AccountId, type ClinicId, instantOf, type PatientId } from '@unknot/care/kernel'
import { freshId, withDatabase } from '@unknot/testkit/kernel'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  audit,
  auditInsert,
  idMaker,
  listClinics,
  recordClinic,
  sealAudit,
  startSealer,
  throwAwayDemo,
  verifyAudit,
} from './index.ts'

const store = withDatabase()
const newId = idMaker()

function source(clinic: ClinicId) {
  const actor = { account: freshId<AccountId>() }
  return { clinic, actor, at: instantOf(Date.now()), requestId: 'r', fromAddress: '::1', newId }
}

/** A clinic with five sealed entries. */
async function sealedClinic(): Promise<ClinicId> {
  const clinic = freshId<ClinicId>()
  for (let i = 0; i < 5; i += 1) {
    const patient = freshId<PatientId>()
    await store.db.inClinic(clinic, (tx) =>
      audit(tx, source(clinic), { action: `read-${i}`, patient, ruleVersion: '1' }),
    )
  }
  expect(await sealAudit(store.db, clinic)).toBe(5)
  return clinic
}

test('a trail that nobody touched is whole', async () => {
  const clinic = await sealedClinic()
  const check = await verifyAudit(store.db, clinic)
  expect(check).toMatchObject({ whole: true, checkedCount: 5, faults: [], head: { seq: 5 } })
})

test('verifying seals what waits first', async () => {
  const clinic = freshId<ClinicId>()
  await store.db.onClinic(clinic, (queries) => audit(queries, source(clinic), { action: 'read' }))
  expect(await verifyAudit(store.db, clinic)).toMatchObject({ whole: true, checkedCount: 1 })
})

test('an entry and a read in one statement', async () => {
  const clinic = freshId<ClinicId>()
  const { rows } = await store.db.onClinic(clinic, (queries) =>
    sql`with audited as (${auditInsert(source(clinic), { action: 'chart-read' })}) select 7 as seven`.execute(queries),
  )
  expect(rows).toEqual([{ seven: 7 }])
  expect(await verifyAudit(store.db, clinic)).toMatchObject({ checkedCount: 1 })
})

const tampering: readonly [string, string, RegExp][] = [
  [
    'changed who',
    `update kernel_audit_entry set actor = gen_random_uuid() where clinic_id = $1 and action = 'read-2'`,
    /link 3 .* is not what was sealed/,
  ],
  [
    'changed when',
    `update kernel_audit_entry set at = at + interval '1 ms' where clinic_id = $1 and action = 'read-0'`,
    /link 1 .* is not what was sealed/,
  ],
  [
    'changed what',
    `update kernel_audit_entry set action = 'other' where clinic_id = $1 and action = 'read-4'`,
    /link 5 .* is not what was sealed/,
  ],
  [
    'took an entry',
    `set session_replication_role = replica; delete from kernel_audit_entry where clinic_id = '$CLINIC' and action = 'read-1'; set session_replication_role = origin`,
    /entry of link 2 .* is missing/,
  ],
  [
    'took a link and its entry',
    `with gone as (delete from kernel_audit_seal where clinic_id = '$CLINIC' and seq = 3 returning entry) select 1; set session_replication_role = replica; delete from kernel_audit_entry where clinic_id = '$CLINIC' and action = 'read-2'; set session_replication_role = origin`,
    /Link 3 is missing/,
  ],
  [
    'swapped two entries',
    `update kernel_audit_seal s set entry = (select entry from kernel_audit_seal o where o.clinic_id = s.clinic_id and o.seq = 7 - s.seq) where clinic_id = $1 and seq in (3, 4)`,
    /link 3 .* is not what was sealed/,
  ],
  [
    'forged a tail',
    `with made as (insert into kernel_audit_entry (clinic_id, id, at, action) values ('$CLINIC', gen_random_uuid(), now(), 'forged') returning id) select 1; insert into kernel_audit_seal (clinic_id, seq, entry, previous_hash, hash) select clinic_id, 6, id, sha256('a'), sha256('b') from kernel_audit_entry where clinic_id = '$CLINIC' and action = 'forged'`,
    /Link 6 does not follow/,
  ],
  [
    'wrote a hash anew',
    `update kernel_audit_seal set hash = sha256('x') where clinic_id = $1 and seq = 2`,
    /link 2 .* is not what was sealed/,
  ],
]

test.each(tampering)('who %s is found out', async (_, statement, fault) => {
  const clinic = await sealedClinic()
  // A unique key is checked row by row, so a swap needs it gone for a moment.
  if (statement.includes('7 - s.seq'))
    await store.asAdmin('alter table kernel_audit_seal drop constraint kernel_audit_seal_clinic_id_entry_key')
  if (statement.includes('$CLINIC')) await store.asAdmin(statement.replaceAll('$CLINIC', clinic))
  else await store.asAdmin(statement, [clinic])
  const check = await verifyAudit(store.db, clinic)
  expect(check.whole).toBe(false)
  expect(check.faults.join('\n')).toMatch(fault)
})

test('the sealer seals by itself soon after a commit, and sealers at once make one chain', async () => {
  const clinic = freshId<ClinicId>()
  const sealers = [startSealer(store.db, () => {}), startSealer(store.db, () => {})]
  const write = () => store.db.inClinic(clinic, (tx) => audit(tx, source(clinic), { action: 'read' }))
  await Promise.all(Array.from({ length: 40 }, write))
  const sealed = async () =>
    (await store.asAdmin('select from kernel_audit_seal where clinic_id = $1', [clinic])).length
  await expect.poll(sealed, { timeout: 5000 }).toBe(40)
  await write()
  await Promise.all(sealers.map((sealer) => sealer.stop()))
  expect(await sealed()).toBe(41)
  expect(await verifyAudit(store.db, clinic)).toMatchObject({ whole: true, checkedCount: 41 })
})

test('the demo clinic goes with everything in it; a real one is refused by PostgreSQL itself', async () => {
  const [demo, real] = [await sealedClinic(), await sealedClinic()]
  await store.db.inClinic(demo, (tx) => recordClinic(tx, demo, 'demo'))
  await store.db.inClinic(real, (tx) => recordClinic(tx, real, 'clinic'))
  await throwAwayDemo(store.db, demo)
  expect(await store.asAdmin('select from kernel_audit_entry where clinic_id = $1', [demo])).toEqual([])
  await expect(throwAwayDemo(store.db, real)).rejects.toThrow('not a demo clinic')
  expect(await listClinics(store.db)).toEqual([{ id: real, kind: 'clinic' }])
  expect(await verifyAudit(store.db, real)).toMatchObject({ whole: true, checkedCount: 5 })
})
