import { address } from '../../office/address.ts'
import type { Cell, Merge, Sheet } from '../sheet.ts'
import { type Budget, LIMITS, refusePlace, tooLarge } from './limits.ts'
import { refuse } from './refuse.ts'

/** A sheet while it is being read; `done` gives what was put in. */
export interface GridBuilder {
  put(row: number, column: number, cell: Cell): void
  merge(area: Merge): void
  hideRow(row: number): void
  hideColumns(first: number, last: number): void
  done(): Pick<
    Sheet,
    'rowCount' | 'columnCount' | 'cells' | 'merges' | 'hiddenRows' | 'hiddenColumns'
  >
}

export function openGrid(budget: Budget): GridBuilder {
  const cells: Record<string, Cell> = {}
  const merges: Merge[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  let rowCount = 0
  let columnCount = 0
  return {
    put(row, column, cell) {
      budget.cell(row, column, cell.text.length)
      const place = address(row, column)
      if (place in cells) throw refuse('R_FORMAT', 'damaged', { twice: place })
      cells[place] = cell
      rowCount = Math.max(rowCount, row)
      columnCount = Math.max(columnCount, column)
    },
    merge(area) {
      refusePlace(area.bottom, area.right)
      merges.push(area)
      if (merges.length > LIMITS.merges) throw tooLarge('merges', merges.length)
    },
    hideRow(row) {
      budget.spend(1)
      hiddenRows.add(row)
    },
    hideColumns(first, last) {
      budget.spend(LIMITS.column / 64) // so that a million of such lines cannot cost minutes
      for (let column = first; column <= Math.min(last, LIMITS.column); column++) {
        hiddenColumns.add(column)
      }
    },
    done() {
      const rowsOf = ({ top, bottom }: Merge) => Math.max(0, Math.min(bottom, rowCount) - top + 1)
      budget.spend(merges.reduce((sum, merge) => sum + rowsOf(merge), 0))
      return {
        rowCount,
        columnCount,
        cells,
        merges,
        hiddenRows: upTo(rowCount, hiddenRows), // hidden emptiness hides nothing
        hiddenColumns: upTo(columnCount, hiddenColumns),
      }
    },
  }
}

function upTo(last: number, places: Set<number>): number[] {
  return [...places].filter((place) => place <= last).sort((a, b) => a - b)
}
