import type { Form } from './form.ts'
import {
  divisionRegister,
  organizationRegister,
  projectRegister,
  reporterRoster,
  stationRegister,
} from './registers.ts'
import { zq19Form } from './zq19.ts'

/** Every form that the hub can read. A new form is a new description in this list. */
export const FORMS: readonly Form[] = [
  zq19Form,
  stationRegister,
  organizationRegister,
  projectRegister,
  divisionRegister,
  reporterRoster,
]

export function findForm(code: string): Form | undefined {
  return FORMS.find((form) => form.code === code)
}
