package rehearse

import (
	"math"
	"slices"
	"sort"
)

// choices are what columns are worth to rows.
type choices struct {
	value [][]int // of each column to each row; 0 or less is no choice
	bonus []int   // of each row that has a column
	last  []bool  // columns that are taken only where no other is left, or nil
}

// assign gives rows columns, to each its own: to as many rows as can have one; of
// these as few as can be a column of last resort; then so that the least value of the
// others is as large as can be; and then the sum of values is, with the bonus of each
// row that has a column. It returns the column of each row, or -1. The same choices
// give the same columns.
func (c *choices) assign() []int {
	filled, fresh := matched(c.match(1, true)), matched(c.match(1, false))
	// Columns that a matching has stay in it when it is extended: where the others alone
	// carry as many rows as ever, no more last resorts are wanted.
	carries := func(least int) bool {
		return matched(c.match(least, false)) == fresh && matched(c.match(least, true)) == filled
	}
	values := append([]int{1}, c.ascending()...)
	return c.heaviest(values[sort.Search(len(values)-1, func(i int) bool { return !carries(values[i+1]) })])
}

// worth returns what a column is worth to a row, 0 where it is less than a threshold,
// which last resorts need not reach.
func (c *choices) worth(row, column, least int) int {
	v := c.value[row][column]
	if v < least && !c.isLast(column) || v <= 0 {
		return 0
	}
	return v
}

func (c *choices) isLast(column int) bool { return c.last != nil && c.last[column] }

// ascending lists the values that are choices and no last resorts, each once.
func (c *choices) ascending() (all []int) {
	for _, row := range c.value {
		for column, v := range row {
			if v > 0 && !c.isLast(column) {
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

// match finds a largest matching of rows and columns that are worth a threshold, with
// the last resorts or without, by augmenting paths.
func (c *choices) match(least int, withLast bool) []int {
	m := &matching{choices: c, least: least, withLast: withLast, column: make([]int, len(c.value)), row: map[int]int{}}
	for row := range c.value {
		m.column[row] = -1
		m.augment(row, map[int]bool{})
	}
	return m.column
}

// matching is a matching that grows.
type matching struct {
	*choices
	least    int
	withLast bool
	column   []int       // of each row, or -1
	row      map[int]int // of each column that has one
}

// augment finds a column for a row, and for the row that had it another one.
func (m *matching) augment(row int, seen map[int]bool) bool {
	for column := range m.value[row] {
		if m.worth(row, column, m.least) == 0 || seen[column] || m.isLast(column) && !m.withLast {
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

// heaviest returns, of the largest matchings with the fewest last resorts, the one
// whose sum with the bonus of its rows is greatest: the Hungarian method, with a column
// of no worth for each row that goes without.
func (c *choices) heaviest(least int) []int {
	if len(c.value) == 0 {
		return nil
	}
	rows, columns := len(c.value), len(c.value[0])
	most := 0
	for i, row := range c.value {
		for _, v := range row {
			most = max(most, v+c.bonus[i])
		}
	}
	resort := (most + 1) * (rows + 1)   // costs more than any sum is worth
	having := (resort + 1) * (rows + 1) // and this is worth more than all resorts cost
	cost := func(i, j int) int {
		if j >= columns {
			return 0
		}
		v := c.worth(i, j, least)
		switch {
		case v == 0:
			return having
		case c.isLast(j):
			v -= resort
		}
		return -having - v - c.bonus[i]
	}
	found := hungarian(rows, columns+rows, cost)
	for i, j := range found {
		if j >= columns || c.worth(i, j, least) == 0 {
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
