import type { JudgedFile } from './check.ts'
import type { Received } from './receive.ts'

/** The JSON of the contract for judged files: `hub check --json`. */
export function checkAnswer(files: readonly JudgedFile[]): object {
  return { files: files.map(fileAnswer) }
}

/** The same with a receipt for each form: `hub import --json`, and the body of PUT /submissions. */
export function importAnswer(files: readonly Received[]): object {
  return {
    files: files.map((file) => ({
      ...fileAnswer(file),
      number: file.number,
      receivedAt: file.receivedAt,
      forms: file.forms.map((form, i) => ({ ...form.judged, receipt: file.receipts[i] ?? null })),
    })),
  }
}

function fileAnswer({ file, sha256, format, verdict, findings, forms }: JudgedFile) {
  return { file, sha256, format, verdict, findings, forms: forms.map((form) => form.judged) }
}
