import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Command } from 'commander'
import type { Settings } from '../config.ts'
import { checkAnswer } from '../intake/answer.ts'
import { checkFile, type JudgedFile } from '../intake/check.ts'
import { markedCopy } from '../intake/marking.ts'
import { readNamed } from './files.ts'
import { exitOf, plainReport } from './report.ts'
import { inCheckingWorld } from './world.ts'

interface Options {
  readonly json?: true
  readonly mark?: string
  readonly as?: string
  readonly receivedAt?: string
}

export function checkCommand(program: Command, settings: () => Settings): void {
  program
    .command('check <file...>')
    .description('read and judge forms, change nothing')
    .option('--mark <dir>', 'write each workbook back with its findings in the cells')
    .option('--as <organization>', 'who files, where the form does not say')
    .option('--received-at <time>', 'when it was received, for forms that do not say their period')
    .option('--json', 'the whole judgement as JSON')
    .action(async (names: string[], options: Options) => {
      const files: JudgedFile[] = []
      await inCheckingWorld(settings(), async (world) => {
        for (const name of names) {
          const bytes = await readNamed(name)
          const judged = await checkFile(bytes, name, world, options)
          files.push(judged)
          if (options.mark !== undefined) await writeMarked(options.mark, name, bytes, judged)
        }
      })
      console.log(options.json ? JSON.stringify(checkAnswer(files), null, 2) : plainReport(files))
      process.exitCode = exitOf(files)
    })
}

async function writeMarked(
  folder: string,
  name: string,
  bytes: Uint8Array,
  judged: JudgedFile,
): Promise<void> {
  const marked = await markedCopy(bytes, judged)
  if (marked === null) {
    process.stderr.write(
      `${name}: only xlsx and docx files can be marked; the findings are in the report.\n`,
    )
    return
  }
  await mkdir(folder, { recursive: true })
  const path = join(folder, basename(name))
  await writeFile(path, marked)
  process.stderr.write(`marked: ${path}\n`)
}
