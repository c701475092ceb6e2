/**
 * What may leave the store at all. Until small audience counts can be suppressed as a system, no count
 * of people served (覆盖人群、服务人次) passes any door: W-32, W-33.
 */
const WITHHELD = new Set(['BENEFICIARY_PERSON_TIMES'])

export function isPublished(measure: string): boolean {
  return !WITHHELD.has(measure)
}

/** Fields of a form whose cells may not be quoted in public. */
export function isFieldPublished(field: string): boolean {
  return field !== 'beneficiaryPersonTimes' && field !== 'audience' && field !== 'coverage'
}
