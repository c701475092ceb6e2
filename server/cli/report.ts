import { EXIT } from '../errors.ts'
import type { JudgedFile } from '../intake/check.ts'
import type { Received } from '../intake/receive.ts'

/** The report for people: one line for each finding, the cell first. */
export function plainReport(files: readonly JudgedFile[]): string {
  return files.flatMap(linesOf).join('\n')
}

function linesOf(file: JudgedFile): string[] {
  const findings = [...file.findings, ...file.forms.flatMap((form) => form.judged.findings)]
  const shown = findings.filter((finding) => finding.severity !== 'NOTE')
  return [
    `${file.file ?? file.sha256.slice(0, 12)}: ${file.verdict}`,
    ...shown.map(({ severity, sheet, cell, code, message }) => {
      const place = [sheet, cell].filter(Boolean).join('!')
      return `  ${severity} ${place} ${code}\n    ${message.zh}\n    ${message.en}`
    }),
  ]
}

/** 3 where any file has something to correct, 4 where all were filed before, else 0. */
export function exitOf(files: readonly (JudgedFile | Received)[]): number {
  if (files.some((file) => file.verdict !== 'ACCEPTED')) return EXIT.DATA
  const filed = files.every((file) => 'alreadyFiled' in file && file.alreadyFiled)
  return files.length > 0 && filed ? EXIT.CONFLICT : EXIT.OK
}
