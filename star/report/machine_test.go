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
	"starbank/star/anatomy"
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
	return documents
}

func mendable() Report {
	source := "---\nstatus: Réady\ntitle: é x\n---\n"
	story := star.Parse("odd: näme, 100%.md", []byte(source))
	at := strings.Index(source, "Réady")
	span := star.Span{Start: at, End: at + len("Réady")}
	d := lint.Diagnostic{Rule: rule, Severity: lint.Warning, Story: story, Span: span, Message: "status: 100 %\nof it", Help: "write ready",
		Fix: &lint.Fix{Title: "write ready", Edits: []star.Edit{{Span: span, Text: "ready"}}}}
	return Report{Results: []lint.Result{{Story: story, Anatomy: anatomy.Of(story), Diagnostics: []lint.Diagnostic{d, d}}}, WordsPerMinute: 140,
		Rules: []*lint.Rule{rule, foreign}, Version: "v1", Troubles: []string{"x.md: permission denied"}}
}

// TestSARIF holds what is written against the schema of OASIS, which is in
// testdata/schema.
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
		for test, document := range documents(t, Lookup(name)) {
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
			`"executionSuccessful":false`, `permission denied`, `"id":"STAR002"`, `"version":"v1"`},
		"github": {"::warning file=odd%3A näme%2C 100%25.md,line=2,endLine=2,col=9,endColumn=13,title=STAR205 vague-quantifier::status: 100 %25"},
		"rdjson": {`"start":{"line":2,"column":9},"end":{"line":2,"column":15}`, `"text":"ready"`},
		"junit":  {`failures="2"`},
	} {
		var out bytes.Buffer
		if err := Lookup(name)(&out, mendable()); err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: no %s in\n%s", name, want, &out)
			}
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

func TestEscapeMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"plain":                     "plain",
		" a\nb ":                    " a b ",
		"*a* _b_ `c` [d](e) #1 | f": `\*a\* \_b\_ \` + "`c\\`" + ` \[d\](e) \#1 \| f`,
		"<script>&@me":              `&lt;script\>&amp;&#64;me`,
	} {
		if got := EscapeMarkdown(text); got != want {
			t.Errorf("EscapeMarkdown(%q) = %q, want %q", text, got, want)
		}
	}
}
