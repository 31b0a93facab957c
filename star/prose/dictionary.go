package prose

// Dictionary maps words to numbers above zero. It is looked up by a hash that
// each word of a text carries, so that a word is hashed once, however many
// dictionaries it is looked for in. The zero value is empty. Once filled, it may
// be read by several goroutines.
type Dictionary struct {
	slots []slot // a power of two, at most half of them taken
	taken int
}

type slot struct {
	word  string
	hash  uint32
	value uint32 // 0 in a free slot
}

// hash returns the number that words are looked up by: FNV-1a, above the ten bits
// of the initials.
func hash(word string) uint32 {
	h := hashBasis
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * hashPrime
	}
	return withInitials(h, word)
}

const (
	hashBasis uint32 = 2166136261
	hashPrime uint32 = 16777619
)

func withInitials(h uint32, word string) uint32 { return h<<initialBits | initials(word) }

// initialBits is how many bits tell the first two letters of words apart.
const initialBits = 10

// initials numbers the first two letters of a word; what is no letter may share
// its number with one.
func initials(word string) uint32 {
	switch len(word) {
	case 0:
		return 0
	case 1:
		return uint32(word[0]&31) << 5
	}
	return uint32(word[0]&31)<<5 | uint32(word[1]&31)
}

// NewDictionary returns an empty dictionary with room for n words.
func NewDictionary(n int) *Dictionary {
	size := 16
	for size < 2*n+2 {
		size *= 2
	}
	return &Dictionary{slots: make([]slot, size)}
}

// Of returns the value of a word of a text, or 0.
func (d *Dictionary) Of(word *Word) uint32 { return d.get(word.Text, word.hash) }

// Get returns the value of a word in lower case, or 0.
func (d *Dictionary) Get(word string) uint32 { return d.get(word, hash(word)) }

// Len returns how many words there are.
func (d *Dictionary) Len() int { return d.taken }

func (d *Dictionary) get(word string, hash uint32) uint32 {
	if len(d.slots) == 0 {
		return 0
	}
	mask := uint32(len(d.slots) - 1)
	for i := hash >> initialBits & mask; ; i = (i + 1) & mask {
		s := &d.slots[i]
		if s.value == 0 || s.hash == hash && s.word == word {
			return s.value
		}
	}
}

// Put sets the value of a word, which must not be 0.
func (d *Dictionary) Put(word string, value uint32) {
	if 2*d.taken >= len(d.slots) {
		d.grow()
	}
	h, mask := hash(word), uint32(len(d.slots)-1)
	i := h >> initialBits & mask
	for d.slots[i].value != 0 && d.slots[i].word != word {
		i = (i + 1) & mask
	}
	if d.slots[i].value == 0 {
		d.taken++
	}
	d.slots[i] = slot{word, h, value}
}

func (d *Dictionary) grow() {
	old := d.slots
	*d = Dictionary{slots: make([]slot, max(16, 2*len(old)))}
	for _, s := range old {
		if s.value != 0 {
			d.Put(s.word, s.value)
		}
	}
}

// Slots looks words of a list up like a [Dictionary], and is plain data: it can be
// compiled ahead. Each slot is free, or one more than the place of a word; there is
// a power of two of them.
type Slots []uint32

// NewSlots returns the slots of a list of words, each there once.
func NewSlots(list []string) Slots {
	size := 16
	for size < 2*len(list)+2 {
		size *= 2
	}
	slots := make(Slots, size)
	for n, word := range list {
		i := hash(word) >> initialBits & uint32(size-1)
		for slots[i] != 0 {
			i = (i + 1) & uint32(size-1)
		}
		slots[i] = uint32(n + 1)
	}
	return slots
}

// Of returns one more than the place of a word of a text in the list that the slots
// were made of, or 0.
func (s Slots) Of(word *Word, list []string) uint32 {
	mask := uint32(len(s) - 1)
	for i := word.hash >> initialBits & mask; ; i = (i + 1) & mask {
		if n := s[i]; n == 0 || list[n-1] == word.Text {
			return n
		}
	}
}

// Distinct reports whether at least n of some words of a text differ from each
// other. It looks at the first 255.
func Distinct(words []Word, n int) bool {
	var seen [256]uint8 // by hash: one more than the place of a word
	for i := range words[:min(255, len(words))] {
		at := uint8(words[i].hash >> initialBits)
		for seen[at] != 0 && words[seen[at]-1].Text != words[i].Text {
			at++
		}
		if seen[at] == 0 {
			seen[at] = uint8(i + 1)
			n--
		}
		if n <= 0 {
			return true
		}
	}
	return n <= 0
}
