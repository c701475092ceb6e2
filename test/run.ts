import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// `npm test`: cheap checks first, then every test; `npm test -- quick` leaves out what takes long.
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const quick = process.argv.includes('quick')
const folder = mkdtempSync(join(tmpdir(), 'linzhan-run-'))
const report = join(folder, 'vitest.json')
process.chdir(ROOT)

const CHECKS: readonly (readonly [name: string, bin: string, ...args: string[]])[] = [
  ['types', 'tsc', '--noEmit', '-p', '.'],
  ['style', 'biome', 'check', '--error-on-warnings', '.'],
  ['rooms', 'depcruise', 'schema', 'server', 'portal'],
  ['dead code', 'knip'],
]
let passed = 0
let failed = 0
for (const [name, bin, ...args] of CHECKS) {
  const ok = run(bin, args)
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`)
  if (ok) passed += 1
  else failed += 1
}

const slow = quick ? ['--exclude', '**/*.slow.test.ts', '--exclude', '**/*.browser.test.ts'] : []
run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...slow])
const counts = readCounts()
passed += counts.passed
failed += counts.failed
if (!counts.success && counts.failed === 0) failed += 1 // a file that could not even be begun
rmSync(folder, { recursive: true, force: true })

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function run(bin: string, args: readonly string[]): boolean {
  const path = join(ROOT, 'node_modules', '.bin', bin)
  return (
    spawnSync(path, args, { stdio: 'inherit', env: { ...process.env, CI: 'true' } }).status === 0
  )
}

/** What the report says, not the exit code: the database server of the tests ends the process its own way. */
function readCounts(): { passed: number; failed: number; success: boolean } {
  try {
    const said = JSON.parse(readFileSync(report, 'utf8'))
    const { numPassedTests: passed, numFailedTests: failed, success } = said
    return { passed, failed, success }
  } catch {
    return { passed: 0, failed: 0, success: false }
  }
}
