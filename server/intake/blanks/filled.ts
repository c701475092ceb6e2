/** What is filled in already when an office fetches its own blank. */
export interface Prefilled {
  readonly unit: string
  readonly period: { readonly from: string; readonly to: string } | null
}

export const NOTHING: Prefilled = { unit: '', period: null }
