import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { EXIT, HubError } from '../errors.ts'
import { blankOf } from '../intake/blank.ts'
import { FORMS, findForm } from '../intake/forms/shelf.ts'
import { writeXlsx } from '../office/xlsx.ts'

export function templateCommand(program: Command): void {
  program
    .command('template <form>')
    .description(`write a blank form (${FORMS.map((form) => form.code).join(', ')})`)
    .option('--format <format>', 'xlsx', 'xlsx')
    .option('--out <file>', 'where to write it; by default FORM.xlsx here')
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
      if (options.format !== 'xlsx') {
        throw new HubError(
          'USAGE',
          `'${options.format}' cannot be written; say --format xlsx.`,
          EXIT.USAGE,
        )
      }
      const file = options.out ?? `${code}.xlsx`
      await writeFile(file, await writeXlsx(blankOf(form)))
      console.log(file)
    })
}
