package secret

import (
	"bytes"
	"strings"
)

// mail looks for an e-mail address.
func (f *finder) mail(start, end int) bool {
	sign := start + bytes.IndexByte(f.text[start:end], '@')
	from := sign
	for from > start && isBox(f.text[from-1]) {
		from--
	}
	for from < sign && !isAlnum(f.text[from]) && f.text[from] < 0x80 {
		from++
	}
	to := sign + 1 + run(f.text[sign+1:end], isDomain)
	for to > sign+1 && !isAlnum(f.text[to-1]) {
		to--
	}
	box, domain := strings.ToLower(string(f.text[from:sign])), strings.ToLower(string(f.text[sign+1:to]))
	if from > start && f.text[from-1] == '/' || !realMail(box, domain) {
		return false
	}
	return f.add(from, to, Personal, "e-mail address")
}

func isBox(c byte) bool    { return isAlnum(c) || c >= 0x80 || strings.IndexByte("._%+-'", c) >= 0 }
func isDomain(c byte) bool { return isAlnum(c) || c == '.' || c == '-' }

// realMail leaves out what is reserved for examples or stands for an address, and
// names of packages and files with the sign in them.
func realMail(box, domain string) bool {
	dot := strings.LastIndexByte(domain, '.')
	if dot < 1 || box == "" || box == "git" || documented([]byte(domain)) || strings.Contains(domain, "noreply") {
		return false
	}
	owner, ending := domain[:dot], domain[dot+1:]
	stands := owner == "company" || owner == "domain" || owner == "email" && box == "name"
	return len(ending) >= 2 && count([]byte(ending), isLetter) == len(ending) && !fileEndings()[ending] && !stands
}

var fileEndings = lazy("png jpg jpeg gif svg webp css js json ts md txt html")

// figure is a run of groups of digits with marks between them, as in telephone
// and card numbers.
type figure struct {
	start, end int
	plus       bool
	digits     string
	groups     []int  // how many digits each has
	marks      string // what stands between, the first mark of each place
}

// The limits of a figure: a card has 19 digits at most, a telephone number rarely
// more than six groups.
const (
	mostDigits = 19
	mostGroups = 8
)

// figureAt reads the groups of digits from a place on.
func figureAt(text []byte, start int) figure {
	fig := figure{start: start, end: start}
	i := start
	if text[i] == '+' {
		fig.plus = true
		i++
	}
	var digits [mostDigits]byte
	n := 0
	for len(fig.groups) < mostGroups {
		size := run(text[i:], isDigit)
		if size == 0 || n+size > mostDigits {
			break
		}
		n += copy(digits[n:], text[i:i+size])
		fig.groups, i = append(fig.groups, size), i+size
		fig.end = i
		gap := run(text[i:], func(c byte) bool { return strings.IndexByte(" -./()", c) >= 0 })
		if gap == 0 || gap > 2 || i+gap >= len(text) || !isDigit(text[i+gap]) || gap == 2 && strings.IndexByte("()", text[i]) < 0 && strings.IndexByte("()", text[i+1]) < 0 {
			break
		}
		fig.marks += string(text[i])
		i += gap
	}
	fig.digits = string(digits[:n])
	return fig
}

// shaped reports whether a figure has exactly the groups given.
func (fig *figure) shaped(groups ...int) bool {
	if len(fig.groups) != len(groups) {
		return false
	}
	for i, n := range groups {
		if fig.groups[i] != n {
			return false
		}
	}
	return true
}

// first cuts a figure to its first n groups.
func (fig *figure) first(n int, text []byte) figure {
	cut := figureAt(text[:fig.end], fig.start)
	size := 0
	for _, g := range fig.groups[:n] {
		size += g
	}
	digits := 0
	for i := fig.start; i < fig.end; i++ {
		if isDigit(text[i]) {
			if digits++; digits == size {
				cut.end = i + 1
				break
			}
		}
	}
	cut.groups, cut.digits, cut.marks = fig.groups[:n], fig.digits[:size], fig.marks[:n-1]
	return cut
}

// number looks for what is known by its digits: cards, accounts, telephones.
func (f *finder) number(start, end int) bool {
	word := f.text[start:end]
	if isUpper(word[0]) {
		return f.account(start) || f.insurance(start, end)
	}
	if !isDigit(word[0]) && word[0] != '+' || word[0] == '+' && (len(word) < 2 || !isDigit(word[1])) {
		return false
	}
	if f.amount(start, end) {
		return f.street(start, end)
	}
	fig := figureAt(f.text, start)
	if len(fig.digits) < 4 && !fig.plus && len(fig.groups) < 3 {
		return f.street(start, end)
	}
	if fig.end < len(f.text) && (isAlnum(f.text[fig.end]) || f.text[fig.end] == ',' && fig.end+1 < len(f.text) && isDigit(f.text[fig.end+1])) {
		return false
	}
	if len(fig.groups) > 3 && !fig.plus && fig.groups[0] == 3 && fig.marks[2] == ' ' {
		fig = fig.first(3, f.text) // 415-555-2671 3 times
	}
	kind := fig.kind()
	if kind == "" {
		return f.street(start, end)
	}
	return f.add(start, fig.end, Personal, kind)
}

// amount reports a number of few digits that does not go on behind a blank: most
// of those in a story.
func (f *finder) amount(start, end int) bool {
	n := run(f.text[start:end], isDigit)
	if n == 0 || n > 6 || n < end-start && strings.IndexByte("-./()", f.text[start+n]) >= 0 {
		return false
	}
	next := start + n
	if next+1 >= len(f.text) || f.text[next] == ')' {
		return next+1 >= len(f.text)
	}
	return f.text[next] != ' ' || f.text[next+1] != '(' && !isDigit(f.text[next+1])
}

// kind tells what a figure is, or "".
func (fig *figure) kind() string {
	switch {
	case fig.card():
		return "card number"
	case fig.sortCode():
		return "bank account"
	case fig.socialSecurity():
		return "social security number"
	case fig.telephone():
		return "telephone number"
	}
	return ""
}

// card reports the number of a payment card by its beginning, its groups and its
// last digit.
func (fig *figure) card() bool {
	n, d := len(fig.digits), fig.digits
	if !fig.shaped(n) && !fig.shaped(4, 4, 4, 4) && !fig.shaped(4, 6, 5) || strings.Trim(fig.marks, " -") != "" || fig.plus {
		return false
	}
	switch {
	case sampleCard(d):
		return false
	case n == 15:
		return (d[:2] == "34" || d[:2] == "37") && luhn(d)
	case n == 16:
		return (d[0] == '4' || d[:2] >= "51" && d[:2] <= "55" || d[:4] >= "2221" && d[:4] <= "2720" || d[:4] == "6011" || d[:2] == "65") && luhn(d)
	}
	return false
}

// sortCode reports a British bank and account: 40-47-84 70872490.
func (fig *figure) sortCode() bool {
	return fig.shaped(2, 2, 2, 8) && fig.marks == "-- "
}

// luhn checks the last digit of a card number.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
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

// socialSecurity reports an American number, without the areas never given.
func (fig *figure) socialSecurity() bool {
	d := fig.digits
	return fig.shaped(3, 2, 4) && fig.marks == "--" && d[:3] != "000" && d[:3] != "666" && d[0] != '9' && d[3:5] != "00" && d[5:] != "0000" && !sampleSecurityNumber(d)
}

// telephone reports a number that is written with its country, with the zero of
// its area, or as in North America. A number that ends in three zeros counts
// something.
func (fig *figure) telephone() bool {
	n, d := len(fig.digits), fig.digits
	switch {
	case strings.HasSuffix(d, "000") || n < 10 && !fig.plus || fictionalNumber(d):
		return false
	case fig.plus:
		return n >= 9 && n <= 15
	case d[0] == '0':
		return fig.national(n)
	case fig.shaped(1, 3, 3, 4):
		return d[0] == '1' && strings.Trim(fig.marks, "-.") == ""
	}
	return fig.shaped(3, 3, 4) && d[0] >= '2' && d[3] >= '2' && (strings.Trim(fig.marks[1:], "-.") == "" && fig.marks[0] != '/') && (fig.marks[0] == fig.marks[1] || fig.marks[0] == ')')
}

// national reports 0171 2345678, 020 7946 1958, 0049 30 1234567, 06 12 34 56 78.
func (fig *figure) national(n int) bool {
	if n > 14 || len(fig.groups) < 2 || strings.Trim(fig.marks, " -/)") != "" {
		return false
	}
	for _, digits := range fig.groups[1:] {
		if digits < 2 {
			return false
		}
	}
	if fig.groups[0] == 2 {
		return fig.shaped(2, 2, 2, 2, 2)
	}
	return fig.groups[0] >= 3 && fig.groups[0] <= 5 && fig.digits[:3] != "000"
}

// accountLengths are the lengths of account numbers by country (IBAN registry).
var accountLengths = map[string]int{"AT": 20, "BE": 16, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28,
	"IE": 22, "IL": 23, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SA": 24, "SE": 24, "SI": 19, "SK": 24, "TR": 26, "UA": 29, "AE": 23, "BR": 29}

// account looks for the number of a bank account with its two check digits, in
// one piece or in groups.
func (f *finder) account(start int) bool {
	if start+4 > len(f.text) || !isDigit(f.text[start+2]) || !isDigit(f.text[start+3]) {
		return false
	}
	want := accountLengths[string(f.text[start:start+2])]
	plain := make([]byte, 0, 34)
	end := start
	for i := start; i < len(f.text) && len(plain) < want; i++ {
		switch c := f.text[i]; {
		case isKeyID(c):
			plain, end = append(plain, c), i+1
		case c != ' ' || len(plain)%4 != 0:
			return false
		}
	}
	if want == 0 || len(plain) != want || end < len(f.text) && isAlnum(f.text[end]) || !checks(plain) {
		return false
	}
	return f.add(start, end, Personal, "bank account")
}

// checks reports whether the check digits of an account number are right.
func checks(number []byte) bool {
	rest := 0
	for i := range number {
		if c := number[(i+4)%len(number)]; isDigit(c) {
			rest = (rest*10 + int(c-'0')) % 97
		} else {
			rest = (rest*100 + int(c-'A') + 10) % 97
		}
	}
	return rest == 1
}

// insurance looks for a British national insurance number: two letters, six
// digits, a letter.
func (f *finder) insurance(start, end int) bool {
	word := f.text[start:end]
	if len(word) != 9 || !isUpper(word[0]) || !isUpper(word[1]) || count(word[2:8], isDigit) != 6 || word[8] < 'A' || word[8] > 'D' {
		return false
	}
	return f.add(start, end, Personal, "national insurance number")
}

// street looks for a house number with its street: 221 Baker Street.
func (f *finder) street(start, end int) bool {
	if end-start > 4 || count(f.text[start:end], isDigit) != end-start {
		return false
	}
	at := end
	for i := range 3 {
		word, stop := f.next(at)
		if len(word) == 0 || !isUpper(word[0]) || string(word) == "Way" {
			return false
		}
		if last := string(bytes.TrimRight(word, ".,;:)")); i > 0 && streets()[last] && !f.goesOn(stop, word) {
			return f.add(start, stop-(len(word)-len(last)), Personal, "street address")
		}
		at = stop
	}
	return false
}

// goesOn reports whether another name follows at once: 5 Wall Street Banks.
func (f *finder) goesOn(at int, word []byte) bool {
	next, _ := f.next(at)
	return isLetter(word[len(word)-1]) && len(next) > 1 && (isUpper(next[0]) || bytes.HasSuffix(next, []byte("s")))
}

var streets = lazy("Street Avenue Boulevard Road Lane Terrace Crescent")
