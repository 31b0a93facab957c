package star

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// explainYAML turns a refusal of the YAML parser, which knows no columns and
// sometimes the wrong line, into a place and a mend. It looks for the mistakes
// that people make; for the rest it passes on what the parser says.
func explainYAML(text []byte, base int, err error) Problem {
	problem := Problem{Kind: Invalid}
	at := 0
	for line := range bytes.Lines(text) {
		content := bytes.TrimRight(line, "\r\n")
		for _, slip := range slips {
			if from, ok := slip.find(content); ok {
				problem.Span = Span{base + at + from, base + at + len(content)}
				problem.Message, problem.Help = slip.message, slip.help
				return problem
			}
		}
		at += len(line)
	}
	return unknownSlip(text, base, err)
}

// slip is a mistake that YAML punishes: find returns where it starts.
type slip struct {
	find          func(line []byte) (from int, ok bool)
	message, help string
}

var slips = []slip{
	{tabIndent, "a tab is used for indentation, which YAML forbids", "indent with spaces"},
	{reserved, "a value begins with a character that YAML keeps for itself", "put the value in quotes"},
	{unclosedQuote, "a quotation mark is opened and never closed", "close it, or put the value in the other kind of quotes"},
	{secondColon, "a value holds a colon followed by a space, which YAML takes for another key", "put the value in quotes"},
	{noSpace, "a key is not followed by a space", "put a space behind the colon"},
}

func tabIndent(line []byte) (int, bool) {
	rest := bytes.TrimLeft(line, " ")
	return 0, len(rest) > 1 && rest[0] == '\t' && len(bytes.TrimSpace(rest)) > 0
}

// plainValue returns where the value of a "key: value" line starts.
func plainValue(line []byte) (int, bool) {
	i := bytes.Index(line, []byte(": "))
	if i <= 0 || line[0] == ' ' || line[0] == '#' {
		return 0, false
	}
	for i++; i < len(line) && line[i] == ' '; i++ {
	}
	return i, i < len(line)
}

func reserved(line []byte) (int, bool) {
	i, ok := plainValue(line)
	return i, ok && strings.IndexByte("@`%&*!{[}],", line[i]) >= 0 && !balanced(line[i:])
}

// balanced reports whether a flow collection closes on its own line.
func balanced(value []byte) bool {
	value = bytes.TrimRight(value, " ")
	last := value[len(value)-1]
	return value[0] == '[' && last == ']' || value[0] == '{' && last == '}'
}

func unclosedQuote(line []byte) (int, bool) {
	i, ok := plainValue(line)
	if !ok || line[i] != '"' && line[i] != '\'' {
		return 0, false
	}
	return i, bytes.Count(line[i:], line[i:i+1])%2 == 1 || !bytes.HasSuffix(bytes.TrimRight(line, " "), line[i:i+1])
}

func secondColon(line []byte) (int, bool) {
	i, ok := plainValue(line)
	if !ok || strings.IndexByte("\"'|>[{", line[i]) >= 0 {
		return 0, false
	}
	if j := bytes.Index(line[i:], []byte(": ")); j >= 0 {
		return i + j, true
	}
	return len(line) - 1, bytes.HasSuffix(line, []byte(":"))
}

func noSpace(line []byte) (int, bool) {
	i := bytes.IndexByte(line, ':')
	if i <= 0 || i+1 >= len(line) || line[i+1] == ' ' {
		return 0, false
	}
	return i, Known(string(line[:i]))
}

var yamlLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^yaml: (?:line (\d+): )?(?s:(.*))$`) })

// unknownSlip passes the parser's words on, at the line it names.
func unknownSlip(text []byte, base int, err error) Problem {
	match := yamlLine().FindStringSubmatch(err.Error())
	problem := Problem{Kind: Invalid, Message: "front matter is not valid YAML", Help: "put the value in quotes, or in a block behind |"}
	number := 1
	if match != nil {
		problem.Message = fmt.Sprintf("front matter is not valid YAML: %s", match[2])
		number, _ = strconv.Atoi("0" + match[1])
	}
	y := newYAMLText(text, base)
	line := max(0, min(number-1, len(y.lines)-1))
	end := y.lineEnd(y.lines[line])
	problem.Span = Span{base + y.lines[line], base + end}
	return problem
}
