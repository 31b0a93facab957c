package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"starbank/star"
	"starbank/star/lint"
)

// documents writes each shared report, and one with a fix and a file that could
// not be read, in a format.
func documents(t *testing.T, format Format) map[string][]byte {
	t.Helper()
	documents := map[string][]byte{}
	write := func(name string, r Report) {
		var out bytes.Buffer
		if err := format(&out, r); err != nil {
			t.Fatal(err)
		}
		documents[name] = out.Bytes()
	}
	for _, test := range shared {
		write(test.name, Report{Results: results(test.stories), WordsPerMinute: 140, Width: 80})
	}
	write("mended", mendable())
	write("nothing", Report{})
	write("not begun", Report{Troubles: []Trouble{{Reason: "star.yaml:1: unknown key"}}})
	return documents
}

func mendable() Report {
	source := "---\nstatus: Réady\ntitle: é x\n---\n"
	story := star.Parse("odd: näme, 100%.md", []byte(source))
	at := strings.Index(source, "Réady")
	span := star.Span{Start: at, End: at + len("Réady")}
	d := lint.Diagnostic{Rule: rule, Severity: lint.Warning, Story: story, Span: span, Message: "status: 100 %\nof it, no [link](1)", Help: "write ready",
		Fix: &lint.Fix{Title: "write ready", Edits: []star.Edit{{Span: span, Text: "ready"}}}}
	result := judged(story)
	result.Diagnostics = []lint.Diagnostic{d, d}
	return Report{Results: []lint.Result{result}, WordsPerMinute: 140,
		Rules: []*lint.Rule{rule, foreign}, Version: "v1", Troubles: []Trouble{{"x @y.md", "permission denied"}, {Reason: "no settings"}}}
}

// TestSARIF holds what is written against the schema of OASIS (2.1.0, errata 01).
// The copy in testdata/schema is the one of the module
// github.com/securego/gosec/v2 v2.30.0, report/sarif/testdata, byte for byte.
func TestSARIF(t *testing.T) {
	file, err := os.Open("testdata/schema/sarif-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	schema, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("sarif.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, document := range documents(t, SARIF) {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := compiled.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestMachineDocuments(t *testing.T) {
	for _, name := range []string{"json", "sarif", "gitlab", "rdjson"} {
		for test, document := range documents(t, writing(name)) {
			if !json.Valid(document) {
				t.Errorf("%s, %s: no JSON: %s", name, test, document)
			}
		}
	}
	for test, document := range documents(t, JUnit) {
		decoder := xml.NewDecoder(bytes.NewReader(document))
		for {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v in %s", test, err, document)
			}
		}
	}
}

// TestMendable holds the parts of each format that depend on odd names, columns
// beyond ASCII, fixes and troubles.
func TestMendable(t *testing.T) {
	for name, wants := range map[string][]string{
		"sarif": {`"uri":"./odd:%20n%C3%A4me,%20100%25.md"`, `"startLine":2,"startColumn":9,"endLine":2,"endColumn":14`, `"insertedContent":{"text":"ready"}`,
			`"executionSuccessful":false`, `{"level":"error","message":{"text":"x @y.md: permission denied"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"x%20@y.md","uriBaseId":"%SRCROOT%"}}}]}`,
			`"id":"STAR002"`, `"version":"v1"`, `"artifacts":[{"location":{"uri":"./odd:%20n%C3%A4me,%20100%25.md","uriBaseId":"%SRCROOT%"},"mimeType":"text/markdown"`,
			`"uriBaseId":"%SRCROOT%","index":0},"region"`, `no [link] (1)`},
		"github": {"::warning file=odd%3A näme%2C 100%25.md,line=2,endLine=2,col=9,endColumn=13,title=STAR205 vague-quantifier::status: 100 %25%0Aof it",
			"::error file=x @y.md,title=not checked::x @y.md: permission denied\n::error title=not checked::no settings\n"},
		"gitlab": {`"description":"x @y.md: permission denied","check_name":"not-checked"`, `"severity":"blocker","location":{"path":"x @y.md","lines":{"begin":1,"end":1}}`},
		"rdjson": {`"start":{"line":2,"column":9},"end":{"line":2,"column":15}`, `"text":"ready"`, "{\"message\":\"x @\u200by.md: permission denied\",\"location\":{\"path\":\"x @y.md\"},\"severity\":\"ERROR\"}"},
		"junit": {`tests="4" failures="2" errors="2"`, `name="STAR205 vague-quantifier (2)" classname="odd: näme, 100%" file="odd: näme, 100%.md" line="2"`,
			`<error type="trouble" message="permission denied">x @y.md: permission denied</error>`, `<testsuite name="star" tests="1"`},
		"markdown": {"- **not checked**: x @&#8203;y.md: permission denied\n- **not checked**: no settings\n"},
	} {
		var out bytes.Buffer
		if err := writing(name)(&out, mendable()); err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: no %s in\n%s", name, want, &out)
			}
		}
	}
}

// TestMark holds that a byte order mark counts where bytes are counted, and not
// where code points are.
func TestMark(t *testing.T) {
	r := Report{Results: results([]marked{{path: "a.md", source: "\ufeff# «A»\n«b»\n", severity: lint.Warning, message: "a"}})}
	for name, want := range map[string]string{"rdjson": `"start":{"line":1,"column":6},"end":{"line":1,"column":7}`, "sarif": `"startLine":1,"startColumn":3,"endLine":1,"endColumn":4`} {
		var out bytes.Buffer
		if err := writing(name)(&out, r); err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("%s: %v, no %s in %s", name, err, want, &out)
		}
	}
}

// TestTornFix holds that reviewdog, which offers each suggestion alone, is given
// no part of a fix.
func TestTornFix(t *testing.T) {
	r := mendable()
	fix := r.Results[0].Diagnostics[0].Fix
	fix.Edits = append(fix.Edits, star.Edit{Span: star.Span{}, Text: "x"})
	var out bytes.Buffer
	if err := RDJSON(&out, r); err != nil || strings.Contains(out.String(), "suggestions") {
		t.Errorf("%v, a fix of two edits is offered: %s", err, &out)
	}
}

// TestSecret holds that no format repeats a secret, not in what another finding
// quotes of its line or would write, nor in a title, and that the names of findings
// do not depend on it.
func TestSecret(t *testing.T) {
	written := func(name, secret string) string {
		r := marked{path: "a.md", source: "## Result\nIt got «better» for «" + secret + "».\n", severity: lint.Warning, message: "better"}.result()
		hidden := r.Diagnostics[0]
		hidden.Span, hidden.Secret, hidden.Message, hidden.Related = hidden.Related[0].Span, true, "a number of a phone", nil
		r.Story.Title.Text = "Called " + secret
		r.Diagnostics[0].Fix = &lint.Fix{Title: "quote it", Edits: []star.Edit{{Span: hidden.Span, Text: `"` + secret + `"`}}}
		r.Diagnostics = []lint.Diagnostic{hidden, r.Diagnostics[0]}
		var out bytes.Buffer
		if err := writing(name)(&out, Report{Results: []lint.Result{r}, WordsPerMinute: 140, Width: 80}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	for _, name := range Names() {
		if strings.Contains(written(name, "555-0100"), "555") {
			t.Errorf("%s repeats a secret: %s", name, written(name, "555-0100"))
		}
	}
	var names [2][]gitlabFinding
	for i, secret := range []string{"555-0100", "555-0199"} {
		if err := json.Unmarshal([]byte(written("gitlab", secret)), &names[i]); err != nil {
			t.Fatal(err)
		}
	}
	for i := range names[0] {
		if names[0][i].Fingerprint != names[1][i].Fingerprint {
			t.Errorf("the name of finding %d depends on the secret", i)
		}
	}
}

// TestFingerprints holds that the name of a finding survives that lines move,
// changes with the words, and is given once.
func TestFingerprints(t *testing.T) {
	name := func(source string) []string {
		var found []gitlabFinding
		var out bytes.Buffer
		r := marked{path: "a.md", source: source, severity: lint.Warning}.result()
		if err := GitLab(&out, Report{Results: []lint.Result{r, r}}); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(out.Bytes(), &found); err != nil {
			t.Fatal(err)
		}
		return []string{found[0].Fingerprint, found[1].Fingerprint}
	}
	first, moved, changed := name("## Result\nIt got «better».\n"), name("\n\n## Result\n\n  It  got «better».\n"), name("## Result\nIt got «worse».\n")
	if first[0] == first[1] || first[0] != moved[0] || first[0] == changed[0] {
		t.Errorf("%v, moved %v, changed %v", first, moved, changed)
	}
}
