import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { FORMS, findForm } from '../../schema/forms/shelf.ts'
import type { Settings } from '../config.ts'
import { EXIT, HubError } from '../errors.ts'
import { writeBlank } from '../intake/blanks/write.ts'
import { inCheckingWorld } from './world.ts'

export function templateCommand(program: Command, settings: () => Settings): void {
  program
    .command('template <form>')
    .description(`write a blank form (${FORMS.map((form) => form.code).join(', ')})`)
    .option('--format <format>', 'xlsx or docx', 'xlsx')
    .option('--out <file>', 'where to write it; by default FORM.FORMAT here')
    .action(async (code: string, options: { format: string; out?: string }) => {
      const form = findForm(code)
      if (form === undefined) {
        const known = FORMS.map((one) => one.code).join(', ')
        throw new HubError(
          'USAGE',
          `There is no form '${code}'. The forms are: ${known}.`,
          EXIT.USAGE,
        )
      }
      const bytes = await inCheckingWorld(settings(), (world) =>
        writeBlank(form, options.format, world),
      )
      if (bytes === null) {
        const other = form.layout === 'letter' ? 'docx' : 'xlsx'
        const text = `'${code}' is not filled in as '${options.format}'; say --format ${other}.`
        throw new HubError('USAGE', text, EXIT.USAGE)
      }
      const file = options.out ?? `${code}.${options.format}`
      await writeFile(file, bytes)
      console.log(file)
    })
}
