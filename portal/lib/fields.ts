import {
  activityFields,
  commonFields,
  organizationFields,
  projectFields,
  regionFields,
  stationFields,
} from '../../schema/terms/fields.ts'
import { measures } from '../../schema/terms/statistic.ts'
import type { Lang, TermRecord } from '../../schema/terms/term.ts'

const FIELDS: TermRecord = {
  ...activityFields,
  ...regionFields,
  ...projectFields,
  ...organizationFields,
  ...stationFields,
  ...commonFields,
  ...measures,
}

/** What a field is called; one without a word of its own is shown as the graph writes it. */
export function fieldName(field: string, lang: Lang): string {
  return FIELDS[field]?.[lang] ?? field
}
