package rules

import (
	"strings"

	"starbank/star/prose"
)

// How a sentence says a claim: denied or not, of whom, and whether it says so at all.

// saidSo reports whether the words of a claim are said as the claim has them: by
// the teller where it is about the teller, denied where it is denied, and neither
// wished for nor doubted.
func (c *claim) saidSo(t *prose.Text, s prose.Sentence, first, last int) bool {
	begin := clauseStart(t, s, first)
	for i := begin; i <= last; i++ {
		if unreal()[t.Words[i].Text] && !month(t, i) || purpose().At(t, i) || c.aimedAt(t, s, i) {
			return false
		}
	}
	return c.deniedIn(t, s, begin, last) == c.negative && c.byTeller(t, begin, last) && !disclaimed(t, s, first)
}

// aimedAt reports a word of a claim behind "to", as in "I mentored them to improve
// quality"; what one was able to do is done.
func (c *claim) aimedAt(t *prose.Text, s prose.Sentence, i int) bool {
	return t.Words[i].Text == "to" && i+1 < s.Last && c.has(t, i+1) && !strings.Contains(c.value.Text, " to ") && !(i > s.First && achieved()[t.Words[i-1].Text])
}

// month reports May as a name.
func month(t *prose.Text, word int) bool { return t.Words[word].Text == "may" && capital(t, word) }

// deniedBehind is how many words behind a claim a denial may stand: "customers
// affected: none".
const deniedBehind = 2

// deniedIn reports whether the words of a clause deny what it says. What is denied
// twice is not.
func (c *claim) deniedIn(t *prose.Text, s prose.Sentence, begin, last int) (denied bool) {
	for i := begin; i < min(s.Last, last+1+deniedBehind); i++ {
		if i > last && t.Behind(i, ",.;()–—") {
			break
		}
		if word := t.Words[i].Text; negator(word) || opposites()[word] {
			denied = !denied
		}
	}
	return denied
}

// firstDenial returns the word of its clause that denies what begins with a word, or
// that word.
func firstDenial(t *prose.Text, s prose.Sentence, first int) int {
	for i := clauseStart(t, s, first); i < first; i++ {
		if negator(t.Words[i].Text) {
			return i
		}
	}
	return first
}

// byTeller reports whether the one of whom a claim speaks is there.
func (c *claim) byTeller(t *prose.Text, begin, last int) bool {
	if c.by == anybody || elidedIn(t, begin, last) {
		return true
	}
	for i := begin; i <= last; i++ {
		word := t.Words[i].Text
		if !ofTheTeller()[word] || c.by == ofMe && plurals()[word] {
			continue
		}
		if word != "my" && word != "our" || i == last || !persons()[t.Words[i+1].Text] && t.Words[i+1].Text != "team" {
			return true
		}
	}
	return false
}

// clauseStart goes back from a word to where its clause begins; an -ing form goes
// on with the clause before it.
func clauseStart(t *prose.Text, s prose.Sentence, word int) int {
	for word > s.First {
		before, text := t.Words[word-1].Text, t.Words[word].Text
		starts := t.Behind(word, ",;:()–—") && !strings.HasSuffix(text, "ing") || clauseWords()[before] && !(before == "so" && text == "that")
		if starts {
			break
		}
		word--
	}
	return word
}

// elidedIn reports whether the teller is the subject left out of a clause.
func elidedIn(t *prose.Text, first, last int) bool {
	for _, clause := range t.Clauses() {
		if (clause.Person == prose.Elided || clause.Carried && clause.Person != prose.Nobody) && clause.Verb >= first && clause.Verb <= last {
			return true
		}
	}
	return false
}

// disclaimReach is how many words may lie between a denial and what is denied: "I
// could not, in the end, prove".
const disclaimReach = 4

// disclaimed reports a sentence that says before a word that it can not be said, that
// it was to be done, or that somebody else said it: "I can not claim that", "my task
// was to", "she said that".
func disclaimed(t *prose.Text, s prose.Sentence, before int) bool {
	denied, wanted := -disclaimReach-1, false
	for i := s.First; i < before; i++ {
		word := t.Words[i].Text
		if t.Behind(i, ",;:") {
			wanted = false
		}
		wanted = wanted || wanting()[word]
		switch {
		case negator(word):
			denied = i
		case assertions()[word] && i-denied <= disclaimReach:
			return true
		case word == "whether" || word == "if" || word == "unless" || wished()[word]:
			return true
		case reporting()[word] && i > s.First && !ofTheTeller()[t.Words[i-1].Text]:
			return true
		}
	}
	return wanted
}

var (
	clauseWords  = words("and but because while although though so whereas when which where until before after")
	conjunctions = words("and but because while although though so whereas where")
	times        = words("before after until when")
	unreal       = words("might may would should could must whether if hoped hope hopefully wanted want wish wished aim aimed goal target planned plan expected expect maybe perhaps probably possibly likely nearly almost hardly barely supposedly unless until ensure ensuring risk feared fear assume assumed believe believed thought think guess")
	subjects     = words("i we he she they it you this that nobody somebody everybody")
	achieved     = words("able managed helped used happy proud due")
	wanting      = words("wanted want hoped wished intended meant")
	wished       = words("task tasked goal aim aimed objective target job mission responsibility struggled struggling tried trying failed unable plan planned commitment committed promise promised")
	assertions   = words("say claim prove know tell guarantee promise confirm rule exclude sure certain defend show proof evidence said claimed proved proven shown known certainty measure measured credit")
	purpose      = list("so that", "make sure", "making sure", "in order", "had to", "needed to", "have to", "was to", "trying to", "tried to", "going to", "will")
)
