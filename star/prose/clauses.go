package prose

import (
	"slices"
	"strings"
)

// Clause is a clause whose subject is the teller, alone or with others.
type Clause struct {
	Range           // from the subject, or the verb where it is left out, to the end of the clause
	Person   Person // I, We or Elided
	Subject  int    // word index; -1 when left out or carried over
	Verb     int    // word index of the main verb, behind adverbs and auxiliaries
	Past     bool   // told as past
	Negated  bool   // "did not ask"
	Carried  bool   // the subject is that of an earlier clause: "I traced it and rebuilt it"
	Sentence int
}

// Clauses lists the clauses of the teller in order. Quoted speech gives none.
func (t *Text) Clauses() []Clause { return t.clauses }

func (t *Text) readClauses() {
	t.clauses = slices.Grow(t.clauses, len(t.Sentences)+len(t.Sentences)/2)
	for s := range t.Sentences {
		t.sentenceClauses(s)
	}
}

// sentenceClauses reads one sentence: each subject of the teller with its verb,
// each further verb in a row with them, and at the start, or behind a mark that
// ends a step, a verb whose subject is left out.
func (t *Text) sentenceClauses(s int) {
	sentence := t.Sentences[s]
	subject := Nobody
	for i := sentence.First; i < sentence.Last; i++ {
		if t.Words[i].Quoted {
			continue
		}
		switch p := t.subject(i); {
		case p != Nobody:
			subject = p
			i = t.addClause(Clause{Person: p, Subject: i, Sentence: s}, i, sentence.Last)
		case t.startsStep(i, sentence):
			if verb := t.leadingVerb(i, sentence.Last); verb >= 0 {
				subject = Elided
				t.add(Clause{Person: Elided, Subject: -1, Verb: verb, Past: true, Sentence: s}, verb)
				i = verb
			} else if i == sentence.First || t.behindMark(i) {
				subject = Nobody
			}
		case subject != Nobody && t.coordinated(i, sentence):
			t.add(Clause{Person: subject, Subject: -1, Verb: i, Past: true, Carried: true, Sentence: s}, i)
		case t.newSubject(i, sentence):
			subject = Nobody
		}
	}
}

// subject returns who a word makes the subject.
func (t *Text) subject(i int) Person {
	switch is := t.Words[i].class; {
	case is&isSubject == 0 || is&isSingular != 0 && t.numeral(i):
		return Nobody
	case is&isSingular != 0:
		return I
	}
	return We
}

// addClause finds the verb behind a subject and returns the last word it used.
func (t *Text) addClause(c Clause, i, end int) int {
	for i++; i < end; i++ {
		word, is := t.Words[i].Text, t.Words[i].class
		switch {
		case word == "not" || strings.HasSuffix(word, "n't") || word == "never":
			c.Negated = true
			c.Past = c.Past || word == "didn't" || word == "hadn't" || word == "couldn't" || word == "wasn't"
		case word == "did" || word == "had" || word == "was" || word == "were" || word == "have" || word == "been":
			if next := t.mainVerb(i+1, end); next < 0 {
				c.Verb, c.Past = i, word != "have"
				t.add(c, i)
				return i
			}
			c.Past = true
		case is&isAdverb != 0:
		case word == "" || is&isFunction != 0:
			return i - 1
		default:
			c.Verb = i
			c.Past = c.Past || is&isPast != 0
			t.add(c, i)
			return i
		}
	}
	return i - 1
}

// mainVerb returns the verb that an auxiliary belongs to, or -1.
func (t *Text) mainVerb(i, end int) int {
	for ; i < end; i++ {
		word, is := t.Words[i].Text, t.Words[i].class
		switch {
		case is&isAdverb != 0 || word == "not" || word == "been":
		case is&isPast != 0 || strings.HasSuffix(word, "ing") && len(word) > 4 || is&isParticiple != 0:
			return i
		case i > 0 && (t.Words[i-1].Text == "not" || t.Words[i-1].Text == "did" && is&(isFunction|isPronoun|isNumber) == 0):
			return i // "did see", but not "did a test"
		default:
			return -1
		}
	}
	return -1
}

func (t *Text) add(c Clause, verb int) {
	start := t.Words[verb].Start
	if c.Subject >= 0 {
		start = t.Words[c.Subject].Start
	}
	if n := len(t.clauses); n > 0 && t.clauses[n-1].Sentence == c.Sentence {
		t.clauses[n-1].End = max(t.clauses[n-1].Start, t.Words[c.first(verb)-1].End)
	}
	c.Range = Range{start, t.Sentences[c.Sentence].End}
	t.clauses = append(t.clauses, c)
}

func (c Clause) first(verb int) int {
	if c.Subject >= 0 {
		return c.Subject
	}
	return verb
}

// startsStep reports whether a step of notes may begin at a word: at the start
// of a sentence, or behind a semicolon, an arrow or a colon.
func (t *Text) startsStep(i int, sentence Sentence) bool {
	return i == sentence.First || t.behindMark(i)
}

// Behind reports whether any of the marks, of which none is a blank, stands
// between a word and the one before it.
func (t *Text) Behind(word int, marks string) bool {
	return t.Words[word].class&isApart != 0 && strings.ContainsAny(t.before(word), marks)
}

// before returns what stands between a word, which is not the first, and the one
// before it.
func (t *Text) before(word int) string {
	return t.Source[t.Words[word-1].End:t.Words[word].Start]
}

func (t *Text) behindMark(i int) bool {
	if t.Words[i].class&isApart == 0 {
		return false
	}
	between := t.before(i)
	if len(between) < 2 {
		return false // a blank
	}
	return strings.ContainsAny(between, ";:") || strings.Contains(between, "➔") || strings.Contains(between, "→") || strings.Contains(between, "->") || strings.Contains(between, "–") || strings.Contains(between, "—")
}

// leadingVerb returns the past-tense verb that a step begins with, behind an
// adverb at most, or -1. A participle with "by" is a passive.
func (t *Text) leadingVerb(i, end int) int {
	for n := 0; i < end && n < 3; n++ {
		word, is := t.Words[i].Text, t.Words[i].class
		if is&isPast != 0 {
			if i+1 < end && (t.Words[i+1].Text == "by" || t.Words[i+1].Text == "in" && word == "based") || word == "based" {
				return -1
			}
			return i
		}
		if is&(isAdverb|isLink) == 0 {
			return -1
		}
		i++
	}
	return -1
}

var links = NewWordSet("then and next also finally first second third afterwards later subsequently but")

// coordinated reports whether a word is a verb in a row with an earlier one:
// behind "and", "then", "but" or a comma, in the past tense.
func (t *Text) coordinated(i int, sentence Sentence) bool {
	if i == sentence.First || t.Words[i].class&isPast == 0 {
		return false
	}
	at := i - 1
	for at > sentence.First && t.Words[at].class&(isAdverb|isLink) == isAdverb && !t.Behind(at+1, ",") {
		at-- // "and then quickly asked", but not "spoke openly, asked"
	}
	word := t.Words[at].Text
	if word == "and" || word == "then" || word == "but" || word == "or" {
		return !strings.HasPrefix(t.next(i, sentence), "by")
	}
	return t.Behind(at+1, ",") && !strings.HasPrefix(t.next(i, sentence), "by")
}

func (t *Text) next(i int, sentence Sentence) string {
	if i+1 < sentence.Last {
		return t.Words[i+1].Text
	}
	return ""
}

// newSubject reports whether somebody else takes over behind a conjunction.
func (t *Text) newSubject(i int, sentence Sentence) bool {
	if i == sentence.First || t.Words[i].class&isPronoun == 0 {
		return false
	}
	before := t.Words[i-1].Text
	return before == "and" || before == "but" || before == "so" || before == "because" || before == "while" ||
		strings.ContainsRune(t.Source[t.Words[i-1].End:t.Words[i].Start], ',')
}

var others = NewWordSet("he she they it the my our his her their this that these those who which")

var adverbs = NewWordSet("then also first next soon later just even still never always often now once again instead therefore thus both all personally further already finally simply actually only almost quickly have has had to")

// prefixes begin verbs that are written with a hyphen; other compounds, such as
// "browser-based", are adjectives.
var prefixes = NewWordSet("re open co pre fine over hot back cross load stress double threat dry peer pair root")

var notVerbs = NewWordSet("need speed indeed hundred sacred red bed shed seed feed exceed succeed proceed breed greed weed embed unused biased detailed skilled experienced dedicated advanced limited related based interested complicated automated distributed united so-called unified")

var irregulars = NewWordSet("freed agreed guaranteed arose awoke was became began bent bet bid bit blew bought bound broke brought built burnt came caught chose clung cost cut dealt did drew drove dug ate fed fell felt fought found fled flew forbade forgot forgave froze " +
	"gave got grew ground had held hid hit hung heard hurt kept knew laid lay led learnt left lent let lit lost made meant met overcame overrode oversaw overtook paid put quit ran rang read rebuilt redid reran reset rethought rewrote rode rose said sang sank sat saw sawed " +
	"sent set shook shone shot showed shrank shut slept slid sold sought spent spoke split spread sprang stood stole stuck struck strove swam swept swore swung taught tore thought threw told took undertook understood undid upheld went withdrew withheld woke won wore wound wrote")

var participles = NewWordSet("been begun broken brought built caught chosen come done drawn driven fallen felt found given gone grown had heard held kept known led left lost made met paid read run seen sent set shown spent spoken taken taught told thought understood won worn written")
