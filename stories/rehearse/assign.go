package rehearse

import (
	"math"
	"slices"
)

// assign gives rows columns, to each its own: to as many rows as can have one, so
// that the least value among them is as large as can be, and then the sum of values
// with the bonus of each row that has a column. A value of 0 or less is no choice.
// It returns the column of each row, or -1. The same values give the same columns.
func assign(value [][]int, bonus []int) []int {
	size := matched(match(value, 1))
	least := 1
	for _, v := range ascending(value) {
		if matched(match(value, v)) < size {
			break
		}
		least = v
	}
	return heaviest(value, bonus, least)
}

// ascending lists the values that are choices, each once.
func ascending(value [][]int) []int {
	var all []int
	for _, row := range value {
		for _, v := range row {
			if v > 0 {
				all = append(all, v)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// matched counts the rows that have a column.
func matched(columns []int) (n int) {
	for _, column := range columns {
		if column >= 0 {
			n++
		}
	}
	return n
}

// match finds a largest matching of rows and columns whose value is at least a
// threshold, by augmenting paths.
func match(value [][]int, least int) []int {
	m := &matching{value: value, least: least, column: make([]int, len(value)), row: map[int]int{}}
	for row := range value {
		m.column[row] = -1
		m.augment(row, map[int]bool{})
	}
	return m.column
}

// matching is a matching that grows.
type matching struct {
	value  [][]int
	least  int
	column []int       // of each row, or -1
	row    map[int]int // of each column that has one
}

// augment finds a column for a row, and for the row that had it another one.
func (m *matching) augment(row int, seen map[int]bool) bool {
	for column, v := range m.value[row] {
		if v < m.least || seen[column] {
			continue
		}
		seen[column] = true
		if other, taken := m.row[column]; !taken || m.augment(other, seen) {
			m.column[row], m.row[column] = column, row
			return true
		}
	}
	return false
}

// shortage returns, for a row that a largest matching leaves without a column, the
// rows that compete for too few columns, and those columns: a proof by Hall's theorem
// that not all of these rows can have one.
func shortage(value [][]int, columns []int, row int) (rows, few []int) {
	owner := map[int]int{}
	for r, column := range columns {
		if column >= 0 {
			owner[column] = r
		}
	}
	rows = []int{row}
	for i := 0; i < len(rows); i++ {
		for column, v := range value[rows[i]] {
			if v <= 0 || slices.Contains(few, column) {
				continue
			}
			few = append(few, column)
			if other, taken := owner[column]; taken && !slices.Contains(rows, other) {
				rows = append(rows, other)
			}
		}
	}
	slices.Sort(rows)
	slices.Sort(few)
	return rows, few
}

// heaviest returns a largest matching among values of at least a threshold whose sum,
// with the bonus of its rows, is greatest: the Hungarian method, with a column of no
// worth for each row that goes without.
func heaviest(value [][]int, bonus []int, least int) []int {
	if len(value) == 0 {
		return nil
	}
	rows, columns := len(value), len(value[0])
	most := 0
	for i, row := range value {
		for _, v := range row {
			most = max(most, v+bonus[i])
		}
	}
	having := (most + 1) * (rows + 1) // worth more than any sum
	cost := func(i, j int) int {
		if j >= columns {
			return 0
		}
		if v := value[i][j]; v >= least {
			return -having - v - bonus[i]
		}
		return having
	}
	found := hungarian(rows, columns+rows, cost)
	for i, j := range found {
		if j >= columns || value[i][j] < least {
			found[i] = -1
		}
	}
	return found
}

// hungarian returns the column of each row such that the sum of costs is least. There
// are at least as many columns as rows. See R. Jonker and A. Volgenant, "A shortest
// augmenting path algorithm for dense and sparse linear assignment problems" (1987).
func hungarian(rows, columns int, cost func(row, column int) int) []int {
	h := &potentials{rows: make([]int, rows+1), columns: make([]int, columns+1), owner: make([]int, columns+1), cost: cost}
	for row := 1; row <= rows; row++ {
		h.insert(row)
	}
	column := make([]int, rows)
	for j, row := range h.owner[1:] {
		if row > 0 {
			column[row-1] = j
		}
	}
	return column
}

// potentials are the dual variables of an assignment, counted from 1; column 0 holds
// the row that is being inserted.
type potentials struct {
	rows, columns []int
	owner         []int // the row of each column, or 0
	cost          func(row, column int) int
}

// insert gives a row a column along the shortest augmenting path.
func (h *potentials) insert(row int) {
	n := len(h.columns)
	h.owner[0] = row
	distance, from, done := make([]int, n), make([]int, n), make([]bool, n)
	for j := range distance {
		distance[j] = math.MaxInt
	}
	at := 0
	for h.owner[at] != 0 {
		at = h.advance(at, distance, from, done)
	}
	for at != 0 {
		h.owner[at] = h.owner[from[at]]
		at = from[at]
	}
}

// advance settles a column and returns the next nearest one.
func (h *potentials) advance(at int, distance, from []int, done []bool) int {
	done[at] = true
	row, least, next := h.owner[at], math.MaxInt, 0
	for j := 1; j < len(h.columns); j++ {
		if done[j] {
			continue
		}
		if d := h.cost(row-1, j-1) - h.rows[row] - h.columns[j]; d < distance[j] {
			distance[j], from[j] = d, at
		}
		if distance[j] < least {
			least, next = distance[j], j
		}
	}
	for j := range h.columns {
		switch {
		case done[j]:
			h.rows[h.owner[j]] += least
			h.columns[j] -= least
		case distance[j] != math.MaxInt:
			distance[j] -= least
		}
	}
	return next
}
