package notes

import "strings"

// fence reports a line that opens or closes a block of code.
func fence(raw string) bool {
	trimmed := strings.TrimLeft(raw, " \t>")
	return strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, "~~~")
}

// program returns how many lines a fenced block has, both fences among them, or 0
// where it is never closed, or holds something that is told and no code.
func program(lines []string) int {
	signs, full, named := 0, 0, inLanguage(lines[0])
	for i, raw := range lines[1:] {
		switch {
		case fence(raw):
			if full > 0 && (named || 2*signs >= full) {
				return i + 2
			}
			return 0
		case strings.TrimSpace(raw) == "":
			continue
		}
		if _, is := labelOf(newLine(0, raw)); is && !named {
			return 0
		}
		if full++; strings.ContainsAny(raw, codeSigns) || capitals(raw) {
			signs++
		}
	}
	return 0
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
