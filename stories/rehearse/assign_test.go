package rehearse

import (
	"math/rand/v2"
	"testing"
)

// outcome is what an assignment is judged by, the weightiest first.
type outcome struct{ filled, least, sum int }

func outcomeOf(value [][]int, bonus, columns []int) outcome {
	o := outcome{least: 1 << 30}
	for i, j := range columns {
		if j >= 0 {
			o.filled++
			o.least = min(o.least, value[i][j])
			o.sum += value[i][j] + bonus[i]
		}
	}
	return o
}

func (o outcome) better(p outcome) bool {
	if o.filled != p.filled {
		return o.filled > p.filled
	}
	if o.least != p.least {
		return o.least > p.least
	}
	return o.sum > p.sum
}

// best tries every assignment.
func best(value [][]int, bonus []int) outcome {
	columns := make([]int, len(value))
	top := outcome{filled: -1}
	var try func(row int, used map[int]bool)
	try = func(row int, used map[int]bool) {
		if row == len(value) {
			if o := outcomeOf(value, bonus, columns); o.better(top) {
				top = o
			}
			return
		}
		columns[row] = -1
		try(row+1, used)
		for j, v := range value[row] {
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

// random returns values of which a share are no choice.
func random(r *rand.Rand, rows, columns int, share float64) (value [][]int, bonus []int) {
	value, bonus = make([][]int, rows), make([]int, rows)
	for i := range value {
		value[i] = make([]int, columns)
		bonus[i] = r.IntN(3)
		for j := range value[i] {
			if r.Float64() >= share {
				value[i][j] = 1 + r.IntN(9)
			}
		}
	}
	return value, bonus
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
				value, bonus := random(r, rows, columns, float64(draw%4)*0.25)
				columns := assign(value, bonus)
				if got, want := outcomeOf(value, bonus, columns), best(value, bonus); got != want || repeats(columns) {
					t.Fatalf("%v bonus %v: %v is %+v, want %+v", value, bonus, columns, got, want)
				}
				holdsShortage(t, value)
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
func holdsShortage(t *testing.T, value [][]int) {
	t.Helper()
	columns := match(value, 1)
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
	if got := assign(nil, nil); len(got) != 0 {
		t.Errorf("%v", got)
	}
	if got := assign([][]int{{}, {}}, []int{1, 1}); len(got) != 2 || got[0] != -1 || got[1] != -1 {
		t.Errorf("%v", got)
	}
}

// BenchmarkAssign is to take less than 50 ms: 24 slots and 200 stories.
func BenchmarkAssign(b *testing.B) {
	value, bonus := random(rand.New(rand.NewPCG(3, 4)), 24, 200, 0.5)
	for i := range value {
		for j := range value[i] {
			value[i][j] *= 1 + (i*7+j*13)%97
		}
	}
	for b.Loop() {
		assign(value, bonus)
	}
}
