import { escapeWords } from './markup.ts'

/** What stands in a list until something is chosen; readers know it for no answer. */
const PROMPT = '请选择'

/** A list to choose one of; where nothing is chosen it says so, in grey. */
export function listXml(id: number, choices: readonly string[], chosen: string): string {
  const items = choices
    .map(escapeWords)
    .map((choice) => `<w:listItem w:displayText="${choice}" w:value="${choice}"/>`)
  const shown = chosen
    ? `<w:r><w:t xml:space="preserve">${escapeWords(chosen)}</w:t></w:r>`
    : `<w:r><w:rPr><w:color w:val="808080"/></w:rPr><w:t>${PROMPT}</w:t></w:r>`
  return `<w:sdt><w:sdtPr><w:id w:val="${id}"/>${chosen ? '' : '<w:showingPlcHdr/>'}\
<w:dropDownList>${items.join('')}</w:dropDownList></w:sdtPr><w:sdtContent>${shown}</w:sdtContent></w:sdt>`
}

/** A box to tick with one click. */
export function boxXml(id: number, ticked: boolean): string {
  const face = 'Segoe UI Symbol'
  return `<w:sdt><w:sdtPr><w:id w:val="${id}"/><w14:checkbox><w14:checked w14:val="${ticked ? 1 : 0}"/>\
<w14:checkedState w14:val="2611" w14:font="${face}"/><w14:uncheckedState w14:val="2610" w14:font="${face}"/>\
</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="${face}" w:hAnsi="${face}" \
w:eastAsia="${face}" w:cs="${face}"/></w:rPr><w:t>${ticked ? '☑' : '☐'}</w:t></w:r></w:sdtContent></w:sdt>`
}
