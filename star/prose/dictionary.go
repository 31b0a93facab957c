package prose

// dictionary maps words to numbers above zero. It is looked up by a hash that
// each word of a text carries, so that a word is hashed once, however many
// lists it is looked for in.
type dictionary struct {
	slots []slot // a power of two, at most half of them taken
	taken int
}

type slot struct {
	word  string
	hash  uint32
	value uint32 // 0 in a free slot
}

// hash returns the number that words are looked up by (FNV-1a).
func hash(word string) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}

// get returns the value of a word, or 0.
func (d *dictionary) get(word string, hash uint32) uint32 {
	if len(d.slots) == 0 {
		return 0
	}
	mask := uint32(len(d.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &d.slots[i]
		if s.value == 0 || s.hash == hash && s.word == word {
			return s.value
		}
	}
}

// put sets the value of a word, which must not be 0.
func (d *dictionary) put(word string, value uint32) {
	if 2*d.taken >= len(d.slots) {
		d.grow()
	}
	h, mask := hash(word), uint32(len(d.slots)-1)
	i := h & mask
	for d.slots[i].value != 0 && d.slots[i].word != word {
		i = (i + 1) & mask
	}
	if d.slots[i].value == 0 {
		d.taken++
	}
	d.slots[i] = slot{word, h, value}
}

func (d *dictionary) grow() {
	old := d.slots
	*d = dictionary{slots: make([]slot, max(16, 2*len(old)))}
	for _, s := range old {
		if s.value != 0 {
			d.put(s.word, s.value)
		}
	}
}
