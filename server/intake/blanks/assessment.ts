import type { Form } from '../../../schema/forms/form.ts'
import type { WrittenBook } from '../../office/book.ts'
import type { World } from '../world.ts'
import { blankRegister } from './register.ts'

/** The self-assessment with every check of the standard printed: a station fills in result and evidence. */
export function blankAssessment(form: Form, world: World): WrittenBook {
  const empty = blankRegister(form)
  const [sheet] = empty.sheets
  const [standard] = world.standards
  if (sheet === undefined || standard === undefined) return empty
  const columns = form.tables[0]?.columns ?? []
  const number = standard.id.slice(standard.id.indexOf(':') + 1)
  const checks = standard.criteria.flatMap(({ title, checks }) =>
    checks.map(({ code, text }) => ({ code, requirement: `${title.zh}：${text.zh}` })),
  )
  const rows = checks.map(({ code, requirement }) => {
    const printed: Readonly<Record<string, string>> = { standard: number, check: code, requirement }
    return columns.map(({ field }) => {
      const value = printed[field] ?? null
      return { value, style: value === null ? ('input' as const) : ('note' as const) }
    })
  })
  return { sheets: [{ ...sheet, rows: [...sheet.rows, ...rows] }] }
}
