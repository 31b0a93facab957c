package history

import "container/heap"

// byDate puts commits, each once, in the order of their dates, the newest first and
// none behind its parents: the order of git log --date-order.
func byDate(commits []*commit) []*commit {
	children := make(map[string]int, len(commits))
	byID := make(map[string]*commit, len(commits))
	for _, c := range commits {
		byID[c.id] = c
		for _, parent := range c.parents {
			children[parent]++
		}
	}
	var next queue
	for i, c := range commits {
		if c.listed = i; children[c.id] == 0 {
			heap.Push(&next, c)
		}
	}
	ordered := make([]*commit, 0, len(commits))
	for len(next) > 0 {
		c := heap.Pop(&next).(*commit)
		ordered = append(ordered, c)
		for _, parent := range c.parents {
			if children[parent]--; children[parent] == 0 && byID[parent] != nil {
				heap.Push(&next, byID[parent])
			}
		}
	}
	return ordered
}

// queue is a heap of commits, the newest on top; of several, the one listed first.
type queue []*commit

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(i, k int) { q[i], q[k] = q[k], q[i] }
func (q *queue) Push(c any)   { *q = append(*q, c.(*commit)) }

func (q queue) Less(i, k int) bool {
	if q[i].committed != q[k].committed {
		return q[i].committed > q[k].committed
	}
	return q[i].listed < q[k].listed
}

func (q *queue) Pop() any {
	last := len(*q) - 1
	c := (*q)[last]
	*q = (*q)[:last]
	return c
}
