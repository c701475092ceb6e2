import type { KeyHolder } from '../records/key.ts'
import type { JudgedFile } from './check.ts'
import { findingOf, remark } from './findings.ts'
import type { FormInHand } from './hand.ts'

/**
 * What a key may file: forms of its own offices. A form of another office, or a register, is kept and
 * claims nothing until somebody at the desk has looked at it (K11).
 */
export function limitedTo(holder: KeyHolder | null, file: JudgedFile): JudgedFile {
  if (holder === null || holder.scopes.includes('admin')) return file
  return { ...file, forms: file.forms.map((form) => limitForm(form, holder)) }
}

function limitForm(form: FormInHand, { offices }: KeyHolder): FormInHand {
  const { reporter, sheet } = form.judged
  if (reporter?.organization != null && offices.includes(reporter.organization)) return form
  const raw = reporter?.raw ?? ''
  const told = form.judged.findings.some((one) => one.code === 'W_ORG_UNKNOWN')
    ? []
    : [findingOf(remark('W_ORG_UNKNOWN', { raw }), { sheet })]
  const { extent: _extent, flow: _flow, ...own } = form
  return {
    ...own,
    judged: { ...form.judged, findings: [...form.judged.findings, ...told] },
    attributed: false,
    claims: () => [],
  }
}
