package prose

import (
	"strings"
	"sync"
)

// Family returns a word without its endings, so that the words of a family are
// one: "disagree" and "disagrees" are "disagre", "carried" and "carries" are
// "carri", "taught" is "teach". The word is in lower case, as in [Word.Text].
//
// What it returns is a name for the family, not always a word: it is to be
// compared with what Family returns for another word. It is not a word to ask
// Family for once more, which may shorten it further. It brings the forms of a
// verb and of a noun together, and promises no more: a few words share a name, and
// of derived words ("disagreement") some have another.
func Family(word string) string {
	word = strings.TrimSuffix(word, "'s")
	if base := bases()[word]; base != "" {
		word = base
	}
	if len(word) < 4 {
		return word
	}
	return bare(noun(verb(singularOf(word))))
}

// singularOf takes the s of a plural or of the third person off.
func singularOf(word string) string {
	switch {
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "sses"):
		return word[:len(word)-2]
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is"):
		return word[:len(word)-1]
	}
	return word
}

// verb takes -ied, -ed, -ing and -ly off.
func verb(word string) string {
	n := len(word)
	switch {
	case strings.HasSuffix(word, "ied") && n > 4:
		return word[:n-3] + "y"
	case strings.HasSuffix(word, "ed") && n > 4 && !strings.HasSuffix(word, "eed") && hasVowel(word[:n-2]):
		return undouble(word[:n-2])
	case strings.HasSuffix(word, "ing") && n > 5 && hasVowel(word[:n-3]):
		return undouble(word[:n-3])
	case strings.HasSuffix(word, "ly") && n > 5:
		return word[:n-2]
	}
	return word
}

func hasVowel(word string) bool { return strings.ContainsAny(word, "aeiou") }

// undouble takes back the letter that an ending doubled: "stopp".
func undouble(word string) string {
	n := len(word)
	if n > 3 && word[n-1] == word[n-2] && !strings.ContainsRune("lszaeiou", rune(word[n-1])) {
		return word[:n-1]
	}
	return word
}

// noun takes -ation, -ment or -ness off.
func noun(word string) string {
	for _, ending := range [...]string{"ation", "ment", "ness"} {
		if before, ok := strings.CutSuffix(word, ending); ok && len(before) > 3 {
			return before
		}
	}
	return word
}

// bare takes a final e off and spells a final y as i.
func bare(word string) string {
	if n := len(word); n > 3 && word[n-1] == 'e' {
		word = word[:n-1]
	}
	if n := len(word); n > 3 && word[n-1] == 'y' {
		return word[:n-1] + "i"
	}
	return word
}

// bases maps the forms of irregular verbs to the verb.
var bases = sync.OnceValue(func() map[string]string {
	bases := map[string]string{}
	for verb := range strings.FieldsSeq(irregularForms) {
		base, forms, _ := strings.Cut(verb, ":")
		for form := range strings.SplitSeq(forms, ",") {
			bases[form] = base
		}
	}
	return bases
})

const irregularForms = "tell:told think:thought give:gave,given take:took,taken go:went,gone find:found get:got,gotten make:made build:built " +
	"teach:taught bring:brought buy:bought catch:caught choose:chose,chosen come:came deal:dealt do:did,done,does draw:drew " +
	"drive:drove,driven feel:felt fight:fought fall:fell,fallen grow:grew,grown hear:heard hide:hid,hidden hold:held " +
	"keep:kept know:knew,known lead:led leave:left lose:lost mean:meant meet:met pay:paid run:ran say:said see:saw,seen " +
	"sell:sold send:sent show:showed,shown speak:spoke,spoken spend:spent stand:stood steal:stole,stolen stick:stuck " +
	"understand:understood wake:woke win:won write:wrote,written rebuild:rebuilt rewrite:rewrote,rewritten " +
	"break:broke,broken begin:began,begun become:became have:had,has be:was,were,is,are,been,am,being learn:learnt " +
	"withdraw:withdrew forget:forgot foresee:foresaw oversee:oversaw sit:sat sleep:slept swear:swore throw:threw " +
	"overcome:overcame"
