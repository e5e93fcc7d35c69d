import { type Config, listClinics, openDatabase, verifyAudit } from '../kernel/index.ts'

/** `unknot verify-audit`: seals what is pending and checks each clinic's chain. True when every one is whole. */
export async function verifyAuditCommand(config: Config): Promise<boolean> {
  const opened = await openDatabase(config, () => {})
  try {
    const clinics = await listClinics(opened.db)
    if (clinics.length === 0) process.stdout.write('There is no clinic yet, so there is no audit trail.\n')
    let isWhole = true
    for (const { id } of clinics) {
      const check = await verifyAudit(opened.db, id)
      isWhole &&= check.whole
      const head = check.head ? ` Its end is link ${check.head.seq}, ${check.head.hash}.` : ''
      process.stdout.write(
        `Clinic ${id}: ${check.checkedCount} entries, ${check.whole ? 'whole' : 'NOT whole'}.${head}\n`,
      )
      for (const fault of check.faults) process.stdout.write(`  ${fault}\n`)
    }
    return isWhole
  } finally {
    await opened.close()
  }
}
