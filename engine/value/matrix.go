package value

import "slices"

// Matrix says who pays whom: row i, column j is what payer i pays payee j. Each
// payer pays each payee its share of that payee's sum, and both ways add up to
// the penny: a column to the payee's sum, Split(total, payees, r), and a row to
// the payer's, Split(total, payers, r). The conditions on the parts are those of
// Split.
//
// The method is controlled rounding. Every cell is first rounded down. The
// pence that each row and column then still lacks are a transport problem:
// cells are filled a penny at a time, the largest fraction first (or, when the
// remainder goes to the first or last share, in that order), at most one penny
// to a cell and none to a cell that was exact. Where that stops short, pence
// already placed are moved along a chain of cells, row to column to row, until
// no row can gain another. By LargestFraction that has always filled every row
// and column, so each cell is its exact sum rounded up or down. By the other
// two rules one payer's or payee's sum may hold several pence more than its
// part; those go, in the order written, to the cells where both row and column
// are short, whatever those cells lost.
func Matrix(total Money, payers, payees []Num, r Remainder) [][]Money {
	m := filling{rows: Split(total, payers, r), columns: Split(total, payees, r)}
	sums := slices.Clone(m.columns)
	for i, payer := range payers {
		m.paid = append(m.paid, make([]Money, len(sums)))
		for j, sum := range sums {
			pence, lost := floorPart(sum, payer)
			m.paid[i][j] = pence
			m.rows[i] -= pence
			m.columns[j] -= pence
			m.lost = append(m.lost, lost)
		}
	}
	m.given = make([]bool, len(m.lost))
	for _, cell := range m.order(r) {
		m.give(cell)
	}
	for i := range m.rows {
		for m.rows[i] > 0 && m.shift(i, make([]bool, len(sums))) {
			m.rows[i]--
		}
	}
	m.rest()
	return m.paid
}

// filling is the work on one matrix. Cells are numbered row by row.
type filling struct {
	paid          [][]Money
	rows, columns []Money // what each still lacks
	lost          []Num   // the fraction that each cell lost
	given         []bool  // the cells that were rounded up
}

// order is the order in which the remainder rule offers pence to the cells.
func (m *filling) order(r Remainder) []int {
	if r == LargestFraction {
		return byFraction(m.lost)
	}
	cells := make([]int, len(m.lost))
	for i := range cells {
		cells[i] = i
	}
	if r == LastShare {
		slices.Reverse(cells)
	}
	return cells
}

// give rounds a cell up if it lost something and its row and column lack a penny.
func (m *filling) give(cell int) {
	i, j := cell/len(m.columns), cell%len(m.columns)
	if m.lost[cell].IsZero() || m.rows[i] == 0 || m.columns[j] == 0 {
		return
	}
	m.rows[i]--
	m.columns[j]--
	m.put(i, j, true)
}

// shift finds room for one more penny of row i: in a column that lacks one, or
// in a column from which another row can move its penny on. It leaves the row's
// own count to the caller. Each column is looked at once.
func (m *filling) shift(i int, seen []bool) bool {
	for j := range m.columns {
		cell := i*len(m.columns) + j
		if seen[j] || m.given[cell] || m.lost[cell].IsZero() {
			continue
		}
		seen[j] = true
		if m.columns[j] > 0 {
			m.columns[j]--
			m.put(i, j, true)
			return true
		}
		for k := range m.rows {
			if m.given[k*len(m.columns)+j] && m.shift(k, seen) {
				m.put(k, j, false)
				m.put(i, j, true)
				return true
			}
		}
	}
	return false
}

func (m *filling) put(i, j int, up bool) {
	m.given[i*len(m.columns)+j] = up
	if up {
		m.paid[i][j]++
	} else {
		m.paid[i][j]--
	}
}

// rest places the pence for which no cell that lost something is free. What the
// rows lack and what the columns lack is the same sum, so nothing is left over.
func (m *filling) rest() {
	for i := range m.rows {
		for j := range m.columns {
			pence := min(m.rows[i], m.columns[j])
			m.paid[i][j] += pence
			m.rows[i] -= pence
			m.columns[j] -= pence
		}
	}
}
