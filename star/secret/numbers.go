package secret

import (
	"bytes"
	"strings"
)

// fewestDigits is how many digits a telephone number has at least.
const fewestDigits = 9

// digitRun returns the end of a run of digits with single blanks and marks of
// telephone and card numbers between them, and how many digits it has.
func digitRun(text []byte, start int) (end, digits int) {
	end = start
	for i := start; i < len(text) && i-start < 40; i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits, end = digits+1, i+1
		case c == '+' && i == start:
		case strings.IndexByte(" -./()", c) < 0 || i > 0 && text[i-1] == c:
			return end, digits
		}
	}
	return end, digits
}

// numberKind tells what a run of digits is.
func numberKind(run []byte, digits int) (kind, bool) {
	plain := digitsOf(run)
	switch {
	case digits >= 13 && digits <= 19 && plain[0] >= '3' && plain[0] <= '6' && groups(run) && luhn(plain):
		return kind{"card number", Personal}, true
	case run[0] == '+' && digits >= 10 && digits <= 15,
		run[0] == '0' && digits >= 10 && digits <= 14 && bytes.ContainsAny(run, " -/"),
		american(run, digits):
		return kind{"telephone number", Personal}, true
	}
	return kind{}, false
}

func digitsOf(run []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, run)
}

// groups reports a number written in one piece or in groups of four, as cards
// are.
func groups(run []byte) bool {
	for _, group := range bytes.FieldsFunc(run, func(r rune) bool { return r == ' ' || r == '-' }) {
		if len(group) > 4 && len(group) != len(run) && len(group) != 6 && len(group) != 5 {
			return false
		}
	}
	return !bytes.ContainsAny(run, "./()")
}

// luhn checks the last digit of a card number.
func luhn(digits []byte) bool {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// american reports a number in groups of three, three and four.
func american(run []byte, digits int) bool {
	if digits != 10 {
		return false
	}
	var lengths []int
	for _, group := range bytes.FieldsFunc(run, func(r rune) bool { return strings.ContainsRune(" -.()", r) }) {
		lengths = append(lengths, len(group))
	}
	return len(lengths) == 3 && lengths[0] == 3 && lengths[1] == 3 && lengths[2] == 4 && run[0] >= '2'
}

// The lengths of the words that announce a secret, marks around them included.
const (
	shortestAnnounced = 3
	longestAnnounced  = 16
)

// announcers are the words behind which a value is a secret: at once, or when a
// colon or an equals sign stands between.
var announcers = map[string]struct {
	kind
	assigned bool
}{
	"bearer": {kind{"bearer token", Credential}, false}, "basic": {kind{"basic credentials", Credential}, false},
	"password": {kind{"password", Credential}, true}, "passwd": {kind{"password", Credential}, true}, "pwd": {kind{"password", Credential}, true},
	"passphrase": {kind{"password", Credential}, true}, "secret": {kind{"password", Credential}, true}, "token": {kind{"password", Credential}, true},
	"api_key": {kind{"password", Credential}, true}, "apikey": {kind{"password", Credential}, true}, "api-key": {kind{"password", Credential}, true},
	"account": {kind{"cloud account", Internal}, false}, "passport": {kind{"passport number", Personal}, false},
	"badge": {kind{"employee number", Personal}, false}, "employee": {kind{"employee number", Personal}, false},
}

// announce notes a word that announces a secret, and whether what follows is
// assigned to it. Between the two may stand "id", "number" or an equals sign.
func (f *finder) announce(start, end int, before string) {
	raw := string(bytes.ToLower(f.text[start:end]))
	word := strings.Trim(raw, "\"'`*_:=()#")
	if _, known := announcers[word]; known {
		f.before, f.assigned = word, strings.HasSuffix(raw, ":") || strings.HasSuffix(raw, "=")
		return
	}
	if before != "" && (word == "id" || word == "number" || word == "no" || word == "") {
		f.before, f.assigned = before, strings.HasSuffix(raw, ":") || strings.HasSuffix(raw, "=")
	}
}

// announced tells what a word is behind one that announces a secret.
func announced(before string, assigned bool, word []byte) (kind, bool) {
	announcer, known := announcers[before]
	if !known || announcer.assigned && !assigned || !hasDigit(word) {
		return kind{}, false
	}
	digits := len(digitsOf(word))
	switch before {
	case "bearer", "basic":
		return announcer.kind, len(word) >= 16
	case "account":
		return announcer.kind, digits == 12 && len(word) == 12
	case "passport":
		return announcer.kind, len(word) >= 8 && len(word) <= 9 && digits >= 5
	case "badge", "employee":
		return announcer.kind, digits >= 5 && len(word) <= 10
	}
	return announcer.kind, len(word) >= 6 && !bytes.ContainsAny(word, "<*")
}
