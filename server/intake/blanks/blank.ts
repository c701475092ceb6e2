import type { Form } from '../../../schema/forms/form.ts'
import type { WrittenBook } from '../../office/book.ts'
import type { World } from '../world.ts'
import { blankAssessment } from './assessment.ts'
import { NOTHING, type Prefilled } from './filled.ts'
import { blankCard, blankWeekly } from './hz17.ts'
import { blankRegister } from './register.ts'
import { printedZq19 } from './zq19.ts'

/** A blank copy of a form as a workbook; null where the form is a piece of writing. */
export function blankBook(
  form: Form,
  world: World,
  filled: Prefilled = NOTHING,
): WrittenBook | null {
  if (form.layout === 'letter') return null
  if (form.layout === 'card') return blankCard(form, filled)
  if (form.filedAs === 'statistics') return printedZq19(form, filled)
  if (form.filedAs === 'activities') return blankWeekly(form, filled)
  if (form.record === 'assessment') return blankAssessment(form, world)
  return blankRegister(form)
}
