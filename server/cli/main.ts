import { Command, CommanderError } from 'commander'
import { readSettings, type Settings } from '../config.ts'
import { EXIT, HubError } from '../errors.ts'
import { closeReaders } from '../intake/readers/child.ts'
import { calendarCommand } from './calendar.ts'
import { checkCommand } from './check.ts'
import { decideCommand, deskCommand } from './desk.ts'
import { compactCommand, eraseCommand } from './erase.ts'
import { generateCommand } from './generate.ts'
import { importCommand, rereadCommand, withdrawCommand } from './import.ts'
import { backupCommand, restoreCommand, verifyCommand } from './keep.ts'
import { auditCommand, keyCommand } from './key.ts'
import { migrateCommand } from './migrate.ts'
import { serveCommand } from './serve.ts'
import { templateCommand } from './template.ts'

/** The command line: reads the settings once, runs one command, ends with the exit code it stands for. */
export async function main(argv: readonly string[]): Promise<void> {
  let read: Settings | undefined
  const settings = () => {
    read ??= readSettings(process.env)
    return read
  }
  const program = new Command('hub')
    .description('邻站 Linzhan: the data hub for volunteer service')
    .exitOverride()
    .showHelpAfterError()
  checkCommand(program, settings)
  importCommand(program, settings)
  withdrawCommand(program, settings)
  rereadCommand(program, settings)
  templateCommand(program, settings)
  calendarCommand(program, settings)
  deskCommand(program, settings)
  decideCommand(program, settings)
  eraseCommand(program, settings)
  compactCommand(program, settings)
  keyCommand(program, settings)
  auditCommand(program, settings)
  generateCommand(program, settings)
  verifyCommand(program, settings)
  backupCommand(program, settings)
  restoreCommand(program, settings)
  migrateCommand(program, settings)
  serveCommand(program, settings)
  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = failed(error)
  }
  if (argv[2] !== 'serve') await closeReaders()
}

function failed(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE
  if (error instanceof HubError) {
    process.stderr.write(`${error.message}\n`)
    return error.exit
  }
  const code = (error as { code?: string }).code ?? ''
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  if (code.startsWith('SQLITE_BUSY')) return EXIT.LOCKED
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return EXIT.UNAVAILABLE
  return code.startsWith('SQLITE_IOERR') || code === 'SQLITE_FULL' || code === 'ENOSPC'
    ? EXIT.IO
    : EXIT.FAILURE
}
