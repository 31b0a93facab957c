package star

// Kind says what sort of trouble a Problem is.
type Kind uint8

// The kinds of trouble that Parse meets.
const (
	Unreadable       Kind = iota // not text, or too large: nothing else was read
	Unclosed                     // front matter is opened and never closed
	Invalid                      // front matter is not the YAML that a story uses
	Cut                          // YAML drops the end of a value without a word
	Late                         // front matter does not start on the first line
	Repeated                     // a key or a section is given twice
	WrongType                    // a list where a text belongs, or the like
	MissedHeading                // meant as the heading of a section and not read as one
	MalformedHeading             // read as a heading and not meant as one
	Invisible                    // a character that cannot be seen changes the meaning
	TooDeep                      // lists nested beyond reason: the body was not read
)

// Problem is trouble in reading a file: what is wrong, where, and the mend.
type Problem struct {
	Kind    Kind
	Span    Span
	Message string
	Help    string
	Related Span   // the other place, where there is one
	Edits   []Edit // the mend, where it changes nothing else
}
