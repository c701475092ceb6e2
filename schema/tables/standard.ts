import type { Bilingual } from '../terms/term.ts'
import type { Json, RecordTable } from './row.ts'

export interface CriterionValue {
  readonly code: string
  readonly title: Bilingual
  readonly clause: string
  readonly checks: readonly {
    readonly code: string
    readonly text: Bilingual
    readonly automatic: boolean
    readonly hubParameter: Bilingual | null
    /** What the document only recommends: it is shown and never counts. */
    readonly optional?: boolean
  }[]
}

export interface StandardTable extends RecordTable {
  nameZh: string
  nameEn: string
  region: string
  document: string
  validFrom: string | null
  criteria: Json<CriterionValue[]>
}

export interface TargetValue {
  readonly region: string
  readonly comparison: string
  readonly low: number | null
  readonly high: number | null
  readonly due: string | null
}

export interface IndicatorTable extends RecordTable {
  code: string
  nameZh: string
  nameEn: string
  unit: string
  definitionZh: string
  definitionEn: string
  region: string
  target: Json<TargetValue> | null
  document: string
  clause: string
}

/** What an office reports for an indicator: a number is nothing without what it was divided by. */
export interface IndicatorValueTable extends RecordTable {
  indicator: string
  region: string
  periodFrom: string
  periodTo: string
  /** As the office gave it; null where only what it is made of was given. */
  value: number | null
  numerator: number | null
  denominator: number | null
  /** Where both numbers come from. */
  basis: string | null
  sampleSize: number | null
  surveyedOn: string | null
}
