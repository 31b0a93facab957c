package secret

import "bytes"

// announcement is what a word in front of a value makes of it.
type announcement struct {
	class Class
	kind  string
	is    func(value []byte, said saying) bool
}

// saying is how a value is announced.
type saying struct {
	assigned bool // a colon or an equals sign stands before it
	is       bool // ... or "is", "was"
	named    bool // "id", "number" or # stands before it
}

// announcers are the words that announce a value.
var announcers = map[string]announcement{
	"password": {Credential, "password or key", isPassword}, "passwd": {Credential, "password or key", isPassword}, "passphrase": {Credential, "password or key", isPassword},
	"pwd": {Credential, "password or key", isPassword}, "passcode": {Credential, "password or key", isPassword}, "passwort": {Credential, "password or key", isPassword},
	"secret": {Credential, "password or key", isKey}, "token": {Credential, "password or key", isKey}, "api_key": {Credential, "password or key", isKey}, "apikey": {Credential, "password or key", isKey},
	"api-key": {Credential, "password or key", isKey}, "x-api-key": {Credential, "password or key", isKey}, "key": {Credential, "password or key", isKey}, "pin": {Credential, "PIN", isPIN},
	"bearer": {Credential, "bearer token", isHeader}, "basic": {Credential, "basic credentials", isHeader},

	"passport": {Personal, "passport number", isDocument}, "license": {Personal, "licence number", isDocument}, "licence": {Personal, "licence number", isDocument},
	"ssn": {Personal, "social security number", nine}, "security": {Personal, "social security number", nine}, "tax": {Personal, "tax number", isLongID}, "vat": {Personal, "tax number", isLongID},
	"patient": {Personal, "patient number", isLongID}, "policy": {Personal, "policy number", isLongID}, "member": {Personal, "member number", isLongID}, "customer": {Personal, "customer number", isLongID},
	"dob": {Personal, "date of birth", isDate}, "birth": {Personal, "date of birth", isDate}, "birthday": {Personal, "date of birth", isDate}, "born": {Personal, "date of birth", isDate},
	"code":  {Personal, "bank account", isSortCode},
	"phone": {Personal, "telephone number", isDialled}, "telephone": {Personal, "telephone number", isDialled}, "tel": {Personal, "telephone number", isDialled}, "mobile": {Personal, "telephone number", isDialled},
	"cell": {Personal, "telephone number", isDialled}, "fax": {Personal, "telephone number", isDialled}, "whatsapp": {Personal, "telephone number", isDialled}, "call": {Personal, "telephone number", isDialled},

	"account": {Internal, "account number", isAccount}, "acct": {Internal, "account number", isAccount}, "tenant": {Internal, "cloud account", isUUID}, "subscription": {Internal, "cloud account", isUUID},
	"employee": {Internal, "employee number", isShortID}, "staff": {Internal, "employee number", isShortID}, "personnel": {Internal, "employee number", isShortID}, "case": {Internal, "ticket number", isShortID},
	"badge": {Internal, "employee number", isBareID}, "ticket": {Internal, "ticket number", isBareID}, "incident": {Internal, "ticket number", isBareID},
}

// fillers are the words that may stand between an announcement and its value.
var fillers = map[string]saying{
	"id": {named: true}, "number": {named: true}, "no": {named: true}, "nr": {named: true}, "num": {named: true}, "of": {}, "me": {}, "at": {}, "on": {}, "": {},
	"is": {is: true}, "was": {is: true}, "=": {assigned: true},
}

// mostFillers is how many of them may, and longestName how long a word before a
// value is looked at.
const (
	mostFillers = 3
	longestName = 40
)

// announced looks for a value with digits that the words before it announce.
func (f *finder) announced(start, end int) bool {
	if !valuable(f.text[start:end]) {
		return false
	}
	var said saying
	at := start
	for at > 0 && shapes[f.text[at-1]] != blank { // what trim took off
		at--
	}
	said.named = bytes.IndexByte(f.text[at:start], '#') >= 0
	for range mostFillers + 1 {
		word, from := f.previous(at)
		if len(word) == 0 || len(word) > longestName {
			return false
		}
		last := word[len(word)-1]
		if last == '.' && len(word) > 3 || last == ',' || last == ';' {
			return false
		}
		said.assigned = said.assigned || last == ':' || last == '=' || bytes.HasSuffix(word, []byte(":**"))
		said.named = said.named || last == '#'
		var into [16]byte
		small := lower(word, &into)
		if a, known := announcers[string(small)]; known {
			return a.is(f.text[start:end], said) && f.meant(string(small), from) && f.add(start, end, a.class, a.kind)
		}
		if secretName(bytes.TrimRight(word, ":=\"'`*")) && bytes.IndexByte(word, '_') > 0 {
			return isKey(f.text[start:end], said) && f.add(start, end, Credential, "password or key")
		}
		filler, known := fillers[string(bytes.TrimRight(small, "="))]
		if !known {
			return false
		}
		said = saying{said.assigned || filler.assigned, said.is || filler.is, said.named || filler.named}
		at = from
	}
	return false
}

// valuable reports whether a word could be what is announced: four digits at
// least, or letters and digits. A year is neither.
func valuable(value []byte) bool {
	if len(value) < 4 || year(value) {
		return false
	}
	digits := count(value, isDigit)
	return digits >= 4 || len(value) >= shortestSecret && mixed(value)
}

func year(value []byte) bool {
	return len(value) == 4 && (value[0] == '1' && value[1] == '9' || value[0] == '2' && value[1] == '0')
}

// meant reports whether a word that announces something has that meaning, by the
// words before it: "API key", "sort code", "she was born".
func (f *finder) meant(word string, at int) bool {
	switch word {
	case "key":
		return f.ofAccess(at)
	case "code":
		before, _ := f.previous(at)
		return bytes.EqualFold(before, []byte("sort"))
	case "born":
		return f.text[at] == '(' || f.ofPerson(at)
	}
	return true
}

// ofPerson reports whether a person is said to be born, or nobody at all, as in a
// form: an idea is born as well.
func (f *finder) ofPerson(at int) bool {
	var into [16]byte
	for range 2 {
		word, from := f.previous(at)
		if len(word) == 0 || bytes.IndexByte(f.text[from:at], '\n') >= 0 || bytes.HasSuffix(word, []byte(",")) || bytes.HasSuffix(word, []byte(".")) {
			return true
		}
		if small := lower(word, &into); !beingBorn()[string(small)] {
			return people()[string(small)]
		}
		at = from
	}
	return false
}

var (
	beingBorn = lazy("was were is are been being")
	people    = lazy("i he she who they patient patients customer client member user employee applicant person man woman child children son daughter wife husband mother father brother sister baby student candidate holder")
)

// birthday looks for a date of birth in words: 12 March 1984, March 12, 1984. The
// word at hand is the year.
func (f *finder) birthday(start, end int) bool {
	if !year(f.text[start:end]) {
		return false
	}
	second, at := f.previous(start)
	first, from := f.previous(at)
	var into [16]byte
	if !months()[string(lower(second, &into))] || !dayOfMonth(first) {
		if !months()[string(lower(first, &into))] || !dayOfMonth(second) {
			return false
		}
	}
	at = from
	for range mostFillers {
		word, before := f.previous(at)
		small := lower(word, &into)
		if a, known := announcers[string(small)]; known && a.kind == "date of birth" {
			return f.meant(string(small), before) && f.add(from, end, Personal, a.kind)
		}
		if _, known := fillers[string(small)]; !known || len(word) == 0 {
			return false
		}
		at = before
	}
	return false
}

var months = lazy("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec")

// dayOfMonth reports 12, 12th and 12 with a comma.
func dayOfMonth(word []byte) bool {
	n := run(word, isDigit)
	switch string(bytes.TrimRight(word[n:], ",.")) {
	case "", "st", "nd", "rd", "th":
		return n == 1 || n == 2
	}
	return false
}

// ofAccess reports whether the word before "key" makes it one that opens
// something.
func (f *finder) ofAccess(at int) bool {
	word, _ := f.previous(at)
	var into [16]byte
	switch string(lower(word, &into)) {
	case "api", "access", "secret", "private", "account", "signing", "encryption", "licence", "license":
		return true
	}
	return false
}

// isPassword reports what a person may have chosen: letters and digits, and not
// what tells its length, method or age.
func isPassword(value []byte, said saying) bool {
	if !said.assigned && !said.is || len(value) < shortestSecret || placeholder(value) || !mixed(value) {
		return false
	}
	dash := bytes.IndexByte(value, '-')
	return dash < 0 || mixed(value[:dash]) || mixed(value[dash+1:])
}

// The least lengths of keys: with a colon before them, and without.
const (
	shortestKey  = 8
	shortestBare = 20
)

func isKey(value []byte, said saying) bool {
	switch {
	case placeholder(value) || !mixed(value):
		return false
	case said.assigned:
		return len(value) >= shortestKey && isPassword(value, said)
	}
	return len(value) >= shortestBare && count(value, isDigit) > 2 && count(value, isWordly) == len(value)
}

func isHeader(value []byte, _ saying) bool {
	return len(value) >= 16 && mixed(value) && count(value, isUpper) > 0 && count(value, isLower) > 0 && !placeholder(value)
}

func isPIN(value []byte, said saying) bool {
	return len(value) >= 4 && len(value) <= 6 && count(value, isDigit) == len(value)
}

func isDocument(value []byte, _ saying) bool {
	return len(value) >= 6 && len(value) <= 16 && count(value, isKeyID) == len(value) && count(value, isDigit) >= 5
}

func nine(value []byte, _ saying) bool {
	return count(value, isDigit) == 9 && len(value) <= 11 && !sampleSecurityNumber(onlyDigits(value))
}

// isSortCode reports the number of a British bank: 40-47-84.
func isSortCode(value []byte, _ saying) bool {
	return len(value) == 8 && value[2] == '-' && value[5] == '-' && count(value, isDigit) == 6 && string(value) != "12-34-56" && string(value) != "00-00-00"
}

// isShortID reports the number of a person or a case, which is no amount: "id" or
// "number" stands before it.
func isShortID(value []byte, said saying) bool {
	digits := count(value, isDigit)
	if digits < 4 || digits > 10 || len(value) > 12 || count(value, isKeyID) != len(value) || bytes.HasSuffix(value, []byte("000")) {
		return false
	}
	return said.named
}

// isBareID reports the number behind a word that is not followed by an amount.
func isBareID(value []byte, said saying) bool {
	return isShortID(value, saying{named: true}) && (said.named || !said.is)
}

func isLongID(value []byte, said saying) bool {
	return said.named && count(value, isDigit) >= 5 && len(value) <= 16 && count(value, isWordly) == len(value) && !bytes.HasSuffix(value, []byte("000"))
}

func isAccount(value []byte, said saying) bool {
	digits := count(value, isDigit)
	if bytes.IndexByte(value, '-') > 0 {
		return digits == 12 && len(value) == 14 && value[4] == '-' && value[9] == '-'
	}
	return digits == len(value) && (digits == 12 || said.named && digits >= 6 && digits <= 17)
}

func isUUID(value []byte, _ saying) bool {
	return len(value) == 36 && count(value, isHex) == 32 && value[8] == '-' && value[23] == '-'
}

// isDate reports a whole date in figures.
func isDate(value []byte, _ saying) bool {
	return len(value) >= 8 && len(value) <= 10 && count(value, isDigit) >= 6 && bytes.ContainsAny(value, "-/.")
}

// isDialled reports a number behind "phone" in any form.
func isDialled(value []byte, _ saying) bool {
	digits := count(value, isDigit)
	if fictionalNumber(onlyDigits(value)) {
		return false
	}
	return digits >= 7 && digits <= 15 && digits+bytes.Count(value, []byte("-"))+bytes.Count(value, []byte("."))+bytes.Count(value, []byte("+")) == len(value) && !bytes.HasSuffix(value, []byte("000"))
}
