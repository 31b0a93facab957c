package lint

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"starbank/star"
)

// says makes a rule that reports each place of a word in the body, the last
// one first.
func says(id, word string, severity Severity) *Rule {
	return &Rule{ID: id, Name: "says-" + word, Severity: severity, Check: func(p *Pass) {
		source, body := string(p.Story.Source), p.Story.Body.Start
		for i := strings.LastIndex(source, word); i >= body; i = strings.LastIndex(source[:i], word) {
			p.Report(Finding{Span: star.Span{Start: i, End: i + len(word)}, Message: "says " + word})
		}
	}}
}

var (
	saysCut  = says("STAR801", "cut", Error)
	saysWait = says("STAR802", "wait", Warning)
	both     = []*Rule{IgnoreUnused, saysWait, saysCut}
)

// found lists the findings of a run as "line severity name".
func found(source string, rules []*Rule, config Config) string {
	var lines []string
	for _, d := range Run(star.Parse("story.md", []byte(source)), rules, config).Diagnostics {
		lines = append(lines, fmt.Sprint(d.Story.Position(d.Span.Start).Line, " ", d.Severity, " ", d.Rule.Name))
	}
	return strings.Join(lines, ", ")
}

func TestRun(t *testing.T) {
	const body = "## Action\nI cut the wait.\nI wait and cut.\n"
	ignoring := func(ignore string) string { return "---\nignore: " + ignore + "\n---\n" + body }
	of := func(rule string, s Severity) Config { return Config{Severities: map[string]Severity{rule: s}} }
	tests := []struct {
		name, source string
		config       Config
		want         string
	}{
		{"in the order of the file", body, Config{}, "2 error says-cut, 2 warning says-wait, 3 warning says-wait, 3 error says-cut"},
		{"a severity of the bank", body, of("STAR801", Info), "2 info says-cut, 2 warning says-wait, 3 warning says-wait, 3 info says-cut"},
		{"a rule that is off", body, of("STAR801", Off), "2 warning says-wait, 3 warning says-wait"},
		{"ignored by name", ignoring("{says-cut: it is short}"), Config{}, "5 warning says-wait, 6 warning says-wait"},
		{"ignored by id", ignoring("{star802: it is short}"), Config{}, "5 error says-cut, 6 error says-cut"},
		{"both ignored", ignoring("{says-cut: short, says-wait: short}"), Config{}, ""},
		{"without a reason", ignoring("{says-cut: }"), Config{}, "5 error says-cut, 5 warning says-wait, 6 warning says-wait, 6 error says-cut"},
		{"a list gives no reasons", ignoring("[says-cut]"), Config{}, "5 error says-cut, 5 warning says-wait, 6 warning says-wait, 6 error says-cut"},
		{"unused", "---\nignore: {says-cut: short}\n---\n## Action\nI wait.\n", Config{}, "2 warning ignore-unused, 5 warning says-wait"},
		{"unused, of a rule that is off", "---\nignore: {says-cut: short}\n---\n## Action\nI wait.\n", of("STAR801", Off), "5 warning says-wait"},
		{"unused, and nobody asks", "---\nignore: {says-cut: short}\n---\n## Action\nI wait.\n", of("STAR091", Off), "5 warning says-wait"},
		{"of a rule that does not run", "---\nignore: {says-more: short}\n---\n## Action\nI wait.\n", Config{}, "5 warning says-wait"},
	}
	for _, test := range tests {
		if got := found(test.source, both, test.config); got != test.want {
			t.Errorf("%s: found %q, want %q", test.name, got, test.want)
		}
	}
}

// TestIgnoreInvalidStays holds that the rule about ignores cannot be ignored.
func TestIgnoreInvalidStays(t *testing.T) {
	invalid := *IgnoreInvalid
	invalid.Check = func(p *Pass) { p.ReportStory("no reason", "") }
	saved := *IgnoreInvalid
	*IgnoreInvalid = invalid
	t.Cleanup(func() { *IgnoreInvalid = saved })
	source := "---\nignore: {ignore-invalid: I want it so}\n---\n## Action\nI cut it.\n"
	if got := found(source, []*Rule{IgnoreInvalid}, Config{}); got != "2 warning ignore-invalid" {
		t.Errorf("found %q", got)
	}
}

func TestRunFinal(t *testing.T) {
	final := *saysCut
	final.Final = true
	if got := found("## Action\nI cut the wait.\n", []*Rule{&final, saysWait}, Config{}); got != "2 error says-cut" {
		t.Errorf("after a final rule: %q", got)
	}
	if got := found("## Action\nI wait.\n", []*Rule{&final, saysWait}, Config{}); got != "2 warning says-wait" {
		t.Errorf("when the final rule finds nothing: %q", got)
	}
	if got := found("## Action\nI cut the wait.\n", []*Rule{&final, saysWait}, Config{Severities: map[string]Severity{final.ID: Off}}); got != "2 warning says-wait" {
		t.Errorf("when the final rule is off: %q", got)
	}
}

func TestReport(t *testing.T) {
	var pass *Pass
	rule := &Rule{ID: "STAR801", Name: "keeps", Severity: Warning, Check: func(p *Pass) { pass = p }}
	Run(star.Parse("s.md", []byte("# Title\n\n## Action\nI cut it.\n")), []*Rule{rule}, Config{})
	section := pass.Story.Section(star.Action)

	pass.found = nil
	pass.ReportIn(section, section.Prose.Words[1].Range, "in", "help")
	pass.ReportAt(section, "at", "")
	pass.ReportStory("story", "")
	pass.Report(Finding{Span: section.Content, Message: "milder", Severity: Info})
	pass.Report(Finding{Span: section.Content, Message: "not harsher", Severity: Error})
	var got []string
	for _, d := range pass.found {
		got = append(got, fmt.Sprintf("%s %s %q %s", d.Message, d.Severity, pass.Story.Quote(d.Span), d.Section))
	}
	want := []string{`in warning "cut" action`, `at warning "Action" action`, `story warning "Title" `, `milder info "I cut it." `, `not harsher warning "I cut it." `}
	if !slices.Equal(got, want) {
		t.Errorf("reported %q, want %q", got, want)
	}
}

// TestReportOutside holds that a rule which looks at what is not there fails
// loudly.
func TestReportOutside(t *testing.T) {
	story := star.Parse("s.md", []byte("# A\n"))
	for _, span := range []star.Span{{Start: -1, End: 2}, {Start: 2, End: 1}, {Start: 0, End: 5}, {Start: 5, End: 5}} {
		func() {
			defer func() {
				if fault := fmt.Sprint(recover()); !strings.Contains(fault, "STAR801") || !strings.Contains(fault, "s.md") {
					t.Errorf("%v: %q names neither rule nor file", span, fault)
				}
			}()
			(&Pass{Rule: saysCut, Story: story}).Report(Finding{Span: span})
		}()
	}
	(&Pass{Rule: saysCut, Story: story}).Report(Finding{Span: star.Span{Start: 4, End: 4}}) // the end of the file is in it
}

func TestSort(t *testing.T) {
	a, b := star.Parse("a.md", []byte("# A\n")), star.Parse("b.md", nil)
	sorted := []Diagnostic{
		{Story: a, Span: star.Span{Start: 1, End: 2}, Rule: saysCut, Message: "1"},
		{Story: a, Span: star.Span{Start: 1, End: 3}, Rule: saysCut, Message: "2"},
		{Story: a, Span: star.Span{Start: 1, End: 2}, Rule: saysWait, Message: "3"},
		{Story: a, Span: star.Span{Start: 2, End: 2}, Rule: saysCut, Message: "4"},
		{Story: b, Span: star.Span{}, Rule: saysCut, Message: "5"},
	}
	for seed := range uint64(20) {
		shuffled := slices.Clone(sorted)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		Sort(shuffled)
		for i, d := range shuffled {
			if d.Message != sorted[i].Message {
				t.Fatalf("place %d holds %s", i, d.Message)
			}
		}
	}
	var same []Diagnostic
	for i := range 60 {
		same = append(same, Diagnostic{Story: [...]*star.Story{b, a}[i%2], Rule: saysCut, Message: fmt.Sprintf("%02d", i)})
	}
	Sort(same)
	if !slices.IsSortedFunc(same[:30], func(a, b Diagnostic) int { return strings.Compare(a.Message, b.Message) }) {
		t.Error("findings of one rule about the same words are turned round")
	}
}

func TestValidate(t *testing.T) {
	good := func() *Rule {
		return &Rule{ID: "STAR101", Name: "says-cut", Title: "it says cut", Why: "W.", Severity: Info, Since: "0.1", Bad: "b", Good: "g", Check: func(*Pass) {}}
	}
	if err := Validate([]*Rule{good()}); err != nil {
		t.Error(err)
	}
	for want, spoil := range map[string]func(*Rule){
		"id is not":           func(r *Rule) { r.ID = "STAR9" },
		"name is not":         func(r *Rule) { r.Name = "Says" },
		"title is":            func(r *Rule) { r.Title = "It says cut." },
		"why is missing":      func(r *Rule) { r.Why = "" },
		"severity is missing": func(r *Rule) { r.Severity = Off },
		"since is missing":    func(r *Rule) { r.Since = "" },
		"bad or good":         func(r *Rule) { r.Good = "" },
		"check is missing":    func(r *Rule) { r.Check = nil },
	} {
		rule := good()
		spoil(rule)
		if err := Validate([]*Rule{rule}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	late, twice := good(), good()
	late.ID, late.Name = "STAR100", "says-wait"
	if err := Validate([]*Rule{good(), late}); err == nil || !strings.Contains(err.Error(), "listed behind STAR101") {
		t.Errorf("a wrong order: %v", err)
	}
	if err := Validate([]*Rule{good(), twice}); err == nil || !strings.Contains(err.Error(), "given twice") {
		t.Errorf("the same rule twice: %v", err)
	}
}

func TestLookup(t *testing.T) {
	for key, want := range map[string]*Rule{"STAR801": saysCut, "star802": saysWait, "says-cut": saysCut, "Says-Cut": nil, "": nil, "cut": nil} {
		if got := Lookup(both, key); got != want {
			t.Errorf("Lookup(%q) = %v, want %v", key, got, want)
		}
	}
}

func TestSeverity(t *testing.T) {
	for _, s := range []Severity{Off, Info, Warning, Error} {
		text, err := json.Marshal(s)
		var back Severity
		if err == nil {
			err = json.Unmarshal(text, &back)
		}
		if err != nil || back != s || string(text) != `"`+s.String()+`"` {
			t.Errorf("%v is written %s and read %v, %v", s, text, back, err)
		}
	}
	var s Severity
	if err := s.UnmarshalText([]byte("loud")); err == nil || !strings.Contains(err.Error(), `"loud"`) {
		t.Errorf("an unknown severity: %v", err)
	}
	if !(Off < Info && Info < Warning && Warning < Error) {
		t.Error("severities do not rise")
	}
}

func TestConfig(t *testing.T) {
	var none Config
	shortest, longest := none.Band()
	if none.Rate() != DefaultWordsPerMinute || shortest != DefaultMinMinutes || longest != DefaultMaxMinutes {
		t.Errorf("defaults are %d words, %v to %v minutes", none.Rate(), shortest, longest)
	}
	own := Config{WordsPerMinute: 120, Minutes: [2]float64{0, 2}}
	if shortest, longest = own.Band(); own.Rate() != 120 || shortest != 0 || longest != 2 {
		t.Errorf("own are %d words, %v to %v minutes", own.Rate(), shortest, longest)
	}
}
