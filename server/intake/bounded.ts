import type { FindingValue } from '../../schema/tables/submission.ts'

/** Findings of a register that may have more of them than anybody reads. */
export interface Bounded {
  /** Takes findings over from where they were written. */
  take(findings: FindingValue[]): void
  /** The first ones of every kind, and of each kind how many more there were. */
  all(): FindingValue[]
}

/** Each kind has one severity, so where some of every kind are kept the verdict stays what it is. */
export function openBounded(most: number): Bounded {
  const kept: FindingValue[] = []
  const counts = new Map<string, number>()
  const last = new Map<string, FindingValue>()
  return {
    take(findings) {
      for (const one of findings.splice(0)) {
        const count = (counts.get(one.code) ?? 0) + 1
        counts.set(one.code, count)
        if (count <= most) kept.push(one)
        else if (count === most + 1) last.set(one.code, one)
      }
    },
    all: () => [
      ...kept,
      ...[...last].map(([code, one]) => restOf(one, (counts.get(code) ?? 0) - most)),
    ],
  }
}

function restOf({ severity, code, sheet }: FindingValue, count: number): FindingValue {
  const message = {
    zh: `同类问题另有${count}处，未逐一列出`,
    en: `${count} more of the same kind are not listed`,
  }
  return { severity, code, message, ...(sheet !== undefined && { sheet }) }
}
