package star

import (
	"bytes"

	"gopkg.in/yaml.v3"
)

// Nearly all of a story stands in literal blocks ("action: |"), whose text means
// just what it says. The YAML parser copies them byte by byte through three
// buffers; taking them out of the text first saves two thirds of its time.
// [FuzzLiterals] holds that the tree is the same as without.

// decodeFront is decode for a whole front matter.
func decodeFront(text []byte) (*yaml.Node, error) {
	rest, blocks := cutLiterals(text)
	if len(blocks) == 0 {
		return decode(text)
	}
	root := readPlain(rest)
	if root == nil {
		var err error
		if root, err = decode(rest); err != nil {
			return decode(text)
		}
	}
	if !putLiterals(root, blocks) {
		return decode(text)
	}
	return root, nil
}

// cutLiterals returns a text with empty lines in place of the literal blocks of
// its top-level keys, and the text of each block by the line of its key. A block
// that is unusual in any way stays where it is.
func cutLiterals(text []byte) (rest []byte, blocks map[int]string) {
	if exotic(text) || hasUnprintable(text) {
		return text, nil
	}
	rest, number := make([]byte, 0, 2<<10), 0
	for at := 0; at < len(text); {
		line, next := lineAt(text, at)
		rest = append(rest, text[at:next]...)
		number, at = number+1, next
		strip, opens := opensLiteral(line)
		if !opens {
			continue
		}
		end, block, lines := literalBlock(text, at, strip, rest[len(rest):])
		if lines == 0 {
			continue
		}
		if blocks == nil {
			blocks = map[int]string{}
		}
		blocks[number] = block
		for range lines {
			rest = append(rest, '\n')
		}
		number, at = number+lines, end
	}
	return rest, blocks
}

// hasUnprintable reports a character that YAML refuses or takes for a line break.
func hasUnprintable(text []byte) bool {
	for i, b := range text {
		switch {
		case !suspect[b]:
		case b < 0x80:
			return true
		case b == 0xc2 && text[i+1] < 0xa0: // U+0080 to U+009F
			return true
		case b == 0xef && (text[i+1] == 0xbb || text[i+1] == 0xbf): // U+FEFF, U+FFFE, U+FFFF
			return true
		}
	}
	return false
}

// suspect marks the bytes of UTF-8 that are, or may begin, what YAML refuses.
var suspect = func() (table [256]bool) {
	for b := range byte(' ') {
		table[b] = b != '\n' && b != '\r' && b != '\t'
	}
	table[0x7f], table[0xc2], table[0xef] = true, true, true
	return table
}()

// lineAt returns the line at an offset without its end, and where the next begins.
func lineAt(text []byte, at int) (line []byte, next int) {
	if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
		return text[at : at+n], at + n + 1
	}
	return text[at:], len(text)
}

// opensLiteral reports a line such as "action: |" or "action: |-".
func opensLiteral(line []byte) (strip, is bool) {
	line = bytes.TrimRight(line, " \r")
	line, strip = bytes.CutSuffix(line, []byte("-"))
	key, is := bytes.CutSuffix(line, []byte(": |"))
	return strip, is && len(key) > 0 && !bytes.ContainsFunc(key, func(r rune) bool { return (r < 'a' || r > 'z') && r != '_' })
}

// literalBlock reads the block at an offset: its text as YAML would give it and
// how many lines it takes. No lines means that YAML has to look at it. The text is
// put together in a room that is empty.
func literalBlock(text []byte, at int, strip bool, b []byte) (end int, block string, lines int) {
	indent, blanks := 0, 0
	for end = at; end < len(text); lines++ {
		line, next := lineAt(text, end)
		content := bytes.TrimLeft(line, " ")
		depth := len(line) - len(content)
		content = bytes.TrimSuffix(content, []byte("\r"))
		switch {
		case text[next-1] != '\n', len(content) == 0 && depth > max(indent, 1), len(content) > 0 && content[0] == '\t':
			return at, "", 0
		case len(content) == 0:
			blanks++
			end = next
			continue
		case depth == 0:
			return end, chomp(b, strip), lines
		case indent == 0:
			indent = depth
		case depth < indent:
			return at, "", 0
		}
		for ; blanks > 0; blanks-- {
			b = append(b, '\n')
		}
		b = append(b, line[indent:depth+len(content)]...)
		b = append(b, '\n')
		end = next
	}
	return end, chomp(b, strip), lines
}

func chomp(block []byte, strip bool) string {
	if strip {
		block = bytes.TrimSuffix(block, []byte("\n"))
	}
	return string(block)
}

// putLiterals gives the blocks back to the values they were taken from. It
// reports whether all of them found their place.
func putLiterals(root *yaml.Node, blocks map[int]string) bool {
	placed := 0
	for i := 1; i < len(root.Content); i += 2 {
		value := root.Content[i]
		if block, ok := blocks[value.Line]; ok && value.Style == yaml.LiteralStyle && value.Value == "" {
			value.Value = block
			placed++
		}
	}
	return placed == len(blocks) && root.Kind == yaml.MappingNode
}
