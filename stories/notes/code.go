package notes

import (
	"slices"
	"strings"
)

// fence reports a line that opens or closes a block of code.
func fence(raw string) bool {
	trimmed := strings.TrimLeft(raw, " \t>")
	return strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, "~~~")
}

// fenced returns how many lines the block has that begins with a fence, both fences
// among them, or 0 where there is no fence or it is never closed.
func fenced(lines []string) int {
	if !fence(lines[0]) {
		return 0
	}
	if i := slices.IndexFunc(lines[1:], fence); i >= 0 {
		return i + 2
	}
	return 0
}

// program reports whether a fenced block holds code, and nothing that is told.
func program(block []string) bool {
	signs, full, named := 0, 0, inLanguage(block[0])
	for _, raw := range block[1 : len(block)-1] {
		if strings.TrimSpace(raw) == "" {
			continue
		}
		if _, is := labelOf(newLine(0, raw)); is && !named {
			return false
		}
		if full++; strings.ContainsAny(raw, codeSigns) || capitals(raw) {
			signs++
		}
	}
	return full > 0 && (named || 2*signs >= full)
}

// inLanguage reports an opening fence that names the language of a program.
func inLanguage(fence string) bool {
	name := strings.ToLower(strings.Trim(fence, " \t>`~"))
	return name != "" && !strings.Contains(" text txt plain plaintext md markdown quote yaml yml ", " "+name+" ")
}

// codeSigns are what programs are full of and sentences hold seldom.
const codeSigns = "{}[]();=<>$|_\\"

// capitals reports a line that begins with a word in capitals, like the keywords of
// SQL.
func capitals(raw string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(raw), " ")
	return len(word) > 1 && word == strings.ToUpper(word) && word != strings.ToLower(word)
}
