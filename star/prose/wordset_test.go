package prose

import (
	"slices"
	"strings"
	"testing"
)

func TestWordSet(t *testing.T) {
	set := NewWordSet("was were i'm")
	text := Analyze("I’m sure it Was; we were `was` was-is")
	var got []string
	for i := range text.Words {
		if set.Has(&text.Words[i]) != set.Holds(text.Words[i].Text) {
			t.Errorf("Has and Holds of %q differ", text.Words[i].Text)
		}
		if set.Has(&text.Words[i]) {
			got = append(got, text.Words[i].Text)
		}
	}
	if want := "i'm was were"; strings.Join(got, " ") != want {
		t.Errorf("in the set are %q, want %q", got, want)
	}
	if NewWordSet("").Holds("") {
		t.Error("the empty set holds a word")
	}
}

func TestDistinct(t *testing.T) {
	words := Analyze("We we cut the wait, and the wait was cut.").Words
	for n, want := range map[int]bool{0: true, 5: true, 6: true, 7: false} {
		if got := Distinct(words, n); got != want {
			t.Errorf("Distinct(%d) = %v", n, got)
		}
	}
	many := Analyze(strings.Repeat("x ", 300) + "y").Words
	if Distinct(many, 2) {
		t.Error("Distinct looks at more than 255 words")
	}
}

// TestHash holds that the words of a text carry the hash that dictionaries look
// them up by, however they are written.
func TestHash(t *testing.T) {
	for _, word := range Analyze("I can't, I’M a ÜBER-Nutzer of S3, e.g. `code` and 1,200 x_y A B-C").Words {
		if word.hash != hash(word.Text) {
			t.Errorf("hash of %q is %x, want %x", word.Text, word.hash, hash(word.Text))
		}
	}
}

func TestSlots(t *testing.T) {
	list := strings.Fields("a be cut delay every few")
	slots := NewSlots(list)
	for _, word := range Analyze("A few x cut every `a` be-cut delays; be").Words {
		want := uint32(slices.Index(list, word.Text) + 1)
		if got := slots.Of(&word, list); got != want {
			t.Errorf("slot of %q is %d, want %d", word.Text, got, want)
		}
	}
	if word := Analyze("a").Words[0]; NewSlots(nil).Of(&word, nil) != 0 {
		t.Error("a word is found in nothing")
	}
}
