package rehearse

import (
	"math/rand/v2"
	"testing"
)

// outcome is what an assignment is judged by, the weightiest first.
type outcome struct{ filled, resorts, least, sum int }

func outcomeOf(c *choices, columns []int) outcome {
	o := outcome{least: 1 << 30}
	for i, j := range columns {
		switch {
		case j < 0:
			continue
		case c.isLast(j):
			o.resorts++
		default:
			o.least = min(o.least, c.value[i][j])
		}
		o.filled++
		o.sum += c.value[i][j] + c.bonus[i]
	}
	return o
}

func (o outcome) better(p outcome) bool {
	if o.filled != p.filled {
		return o.filled > p.filled
	}
	if o.resorts != p.resorts {
		return o.resorts < p.resorts
	}
	if o.least != p.least {
		return o.least > p.least
	}
	return o.sum > p.sum
}

// best tries every assignment.
func best(c *choices) outcome {
	columns := make([]int, len(c.value))
	top := outcome{filled: -1}
	var try func(row int, used map[int]bool)
	try = func(row int, used map[int]bool) {
		if row == len(c.value) {
			if o := outcomeOf(c, columns); o.better(top) {
				top = o
			}
			return
		}
		columns[row] = -1
		try(row+1, used)
		for j, v := range c.value[row] {
			if v > 0 && !used[j] {
				used[j], columns[row] = true, j
				try(row+1, used)
				used[j] = false
			}
		}
		columns[row] = -1
	}
	try(0, map[int]bool{})
	return top
}

// random returns choices of which a share of the pairs are none; with resorts, a third
// of the columns are last resorts.
func random(r *rand.Rand, rows, columns int, share float64, resorts bool) *choices {
	c := &choices{value: make([][]int, rows), bonus: make([]int, rows), last: make([]bool, columns)}
	for j := range c.last {
		c.last[j] = resorts && r.IntN(3) == 0
	}
	for i := range c.value {
		c.value[i] = make([]int, columns)
		c.bonus[i] = r.IntN(3)
		for j := range c.value[i] {
			if r.Float64() >= share {
				c.value[i][j] = 1 + r.IntN(9)
			}
		}
	}
	return c
}

// TestAssign holds that no assignment is better, on every size up to 6 by 6 in many
// draws and on some of 8 by 8.
func TestAssign(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for rows := 1; rows <= 8; rows++ {
		for columns := 1; columns <= 8; columns++ {
			draws := 60
			if rows > 6 || columns > 6 {
				draws = 3
			}
			for draw := range draws {
				c := random(r, rows, columns, float64(draw%4)*0.25, draw%2 == 1)
				columns := c.assign()
				if got, want := outcomeOf(c, columns), best(c); got != want || repeats(columns) {
					t.Fatalf("%+v: %v is %+v, want %+v", c, columns, got, want)
				}
				holdsShortage(t, c)
			}
		}
	}
}

func repeats(columns []int) bool {
	seen := map[int]bool{}
	for _, j := range columns {
		if j >= 0 && seen[j] {
			return true
		}
		seen[j] = true
	}
	return false
}

// holdsShortage holds that the rows of a shortage can use no column but the few, which
// are fewer.
func holdsShortage(t *testing.T, c *choices) {
	t.Helper()
	value, columns := c.value, c.match(1, true)
	for row, column := range columns {
		if column >= 0 {
			continue
		}
		rows, few := shortage(value, columns, row)
		if len(few) >= len(rows) {
			t.Fatalf("%v: rows %v and columns %v", value, rows, few)
		}
		allowed := map[int]bool{}
		for _, j := range few {
			allowed[j] = true
		}
		for _, i := range rows {
			for j, v := range value[i] {
				if v > 0 && !allowed[j] {
					t.Fatalf("row %d may have column %d", i, j)
				}
			}
		}
	}
}

func TestAssignNothing(t *testing.T) {
	if got := (&choices{}).assign(); len(got) != 0 {
		t.Errorf("%v", got)
	}
	if got := (&choices{value: [][]int{{}, {}}, bonus: []int{1, 1}}).assign(); len(got) != 2 || got[0] != -1 || got[1] != -1 {
		t.Errorf("%v", got)
	}
}

// BenchmarkAssign is to take less than 50 ms: 24 slots and 200 stories.
func BenchmarkAssign(b *testing.B) {
	c := random(rand.New(rand.NewPCG(3, 4)), 24, 200, 0.5, true)
	for i := range c.value {
		for j := range c.value[i] {
			c.value[i][j] *= 1 + (i*7+j*13)%97
		}
	}
	for b.Loop() {
		c.assign()
	}
}
