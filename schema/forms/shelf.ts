import {
  assessmentForm,
  demonstrationForm,
  holidayForm,
  indicatorForm,
  inspectionForm,
  platformForm,
} from './desk.ts'
import type { Form } from './form.ts'
import { hz17A1, hz17A2 } from './hz17.ts'
import { placeForm } from './places.ts'
import {
  divisionRegister,
  organizationRegister,
  projectRegister,
  reporterRoster,
  stationRegister,
} from './registers.ts'
import { zq19Form, zq19Summary } from './zq19.ts'

/** Every form that the hub can read. A new form is a new description in this list. */
export const FORMS: readonly Form[] = [
  zq19Form,
  zq19Summary,
  hz17A1,
  hz17A2,
  stationRegister,
  organizationRegister,
  projectRegister,
  divisionRegister,
  reporterRoster,
  assessmentForm,
  inspectionForm,
  demonstrationForm,
  indicatorForm,
  platformForm,
  holidayForm,
  placeForm,
]

export function findForm(code: string): Form | undefined {
  return FORMS.find((form) => form.code === code)
}

/** The measures that a form asks for, in its order. */
export function measuresOf(code: string): string[] {
  const columns = findForm(code)?.tables.flatMap((table) => table.columns) ?? []
  return columns.flatMap((column) => column.measure ?? [])
}
