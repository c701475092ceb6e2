import type { Form } from '../../../schema/forms/form.ts'
import { writeDocx } from '../../office/docx.ts'
import { writeXlsx } from '../../office/xlsx.ts'
import type { World } from '../world.ts'
import { blankBook } from './blank.ts'
import type { Prefilled } from './filled.ts'
import { blankDocument } from './word.ts'

/** The bytes of a blank; null where the form is not filled in that way. */
export async function writeBlank(
  form: Form,
  format: string,
  world: World,
  filled?: Prefilled,
): Promise<Buffer | null> {
  if (format === 'docx') {
    const document = blankDocument(form, filled)
    return document === null ? null : writeDocx(document)
  }
  const book = format === 'xlsx' ? blankBook(form, world, filled) : null
  return book === null ? null : writeXlsx(book)
}
