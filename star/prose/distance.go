package prose

import "math/bits"

// Within reports whether the Distance of two words is at most some slips. Words
// that are not alike cost it next to nothing.
func Within(a, b string, slips int) bool {
	if gap := len(a) - len(b); gap > slips || -gap > slips {
		return false
	}
	ours, theirs := letters(a), letters(b)
	if bits.OnesCount32(ours&^theirs) > slips || bits.OnesCount32(theirs&^ours) > slips {
		return false // a slip brings in and takes away one letter at most
	}
	return Distance(a, b) <= slips
}

// letters returns which letters a word holds, told apart as far as 32 bits go.
func letters(word string) (set uint32) {
	for i := range len(word) {
		set |= 1 << (word[i] & 31)
	}
	return set
}

// Distance counts the insertions, deletions, changes and swaps of neighbouring
// bytes that turn one word into the other.
func Distance(a, b string) int {
	before, last, row := make([]int, 0, 32), make([]int, 0, 32), make([]int, 0, 32) // on the stack for most words
	if n := len(b) + 1; n > 32 {
		before, last, row = make([]int, n), make([]int, n), make([]int, n)
	} else {
		before, last, row = before[:n], last[:n], row[:n]
	}
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
