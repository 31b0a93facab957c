package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// contract is what a document of check holds, field by field: the paths of the
// fields with the JSON type of their values. Fields may be added, none may go
// or change. [] stands for the items of a list.
const contract = `
version number
stories list
stories[].id string
stories[].path string
stories[].title string
stories[].status string
stories[].words number
stories[].minutes number
stories[].sections object
stories[].sections.situation object
stories[].sections.situation.state string
stories[].sections.situation.words number
stories[].sections.task.state string
stories[].sections.action.state string
stories[].sections.result.state string
stories[].sections.lesson.state string
stories[].sections.lesson.words number
stories[].persons.i number
stories[].persons.we number
stories[].result.metric bool
stories[].result.baseline bool
stories[].result.timeframe bool
stories[].readiness number
findings list
findings[].rule string
findings[].name string
findings[].severity string
findings[].path string
findings[].story string
findings[].section string
findings[].message string
findings[].help string
findings[].line number
findings[].column number
findings[].end_line number
findings[].end_column number
findings[].related list
findings[].related[].line number
findings[].related[].column number
findings[].related[].end_line number
findings[].related[].end_column number
findings[].related[].message string
findings[].fix null
summary.stories number
summary.error number
summary.warning number
summary.info number
`

func TestJSONContract(t *testing.T) {
	have := map[string]string{}
	for _, test := range shared {
		document := decode(t, test.stories)
		describe(have, "", document)
		for _, path := range []string{"version", "stories", "findings", "summary"} {
			if _, ok := document[path]; !ok {
				t.Errorf("%s: no %s", test.name, path)
			}
		}
	}
	for line := range strings.Lines(strings.TrimSpace(contract) + "\n") {
		path, kind, _ := strings.Cut(strings.TrimSpace(line), " ")
		if have[path] != kind {
			t.Errorf("%s is %q, want %s", path, have[path], kind)
		}
	}
	for path, kind := range have {
		if kind == "null" && path != "findings[].fix" {
			t.Errorf("%s is null", path)
		}
	}
}

func decode(t *testing.T, stories []marked) map[string]any {
	t.Helper()
	var out bytes.Buffer
	if err := JSON(&out, Report{Results: results(stories), WordsPerMinute: 140}); err != nil {
		t.Fatal(err)
	}
	var document map[string]any
	if err := json.Unmarshal(out.Bytes(), &document); err != nil {
		t.Fatal(err)
	}
	return document
}

// describe notes the JSON type of every field below a value. A field that has
// two types keeps both.
func describe(types map[string]string, path string, value any) {
	kind := ""
	switch value := value.(type) {
	case nil:
		kind = "null"
	case bool:
		kind = "bool"
	case float64:
		kind = "number"
	case string:
		kind = "string"
	case []any:
		kind = "list"
		for _, item := range value {
			describe(types, path+"[]", item)
		}
	case map[string]any:
		kind = "object"
		for name, field := range value {
			describe(types, strings.TrimPrefix(path+"."+name, "."), field)
		}
	}
	if types[path] != "" && types[path] != kind {
		kind = types[path] + " or " + kind
	}
	types[path] = kind
}

func TestJSONValues(t *testing.T) {
	document := decode(t, []marked{shared[2].stories[0], {path: "sound.md", source: sound}})
	if got := fmt.Sprint(document["version"], document["summary"]); got != "1 map[error:0 info:0 stories:2 warning:1]" {
		t.Errorf("version and summary = %s", got)
	}
	finding := document["findings"].([]any)[0].(map[string]any)
	for name, want := range map[string]any{"rule": "STAR205", "name": "vague-quantifier", "severity": "warning", "path": "stories/patch.md",
		"story": "patch", "line": 2.0, "column": 8.0, "end_line": 2.0, "end_column": 21.0} {
		if finding[name] != want {
			t.Errorf("%s = %v, want %v", name, finding[name], want)
		}
	}
	states := []string{"missing", "thin", "ok"}
	for _, story := range document["stories"].([]any) {
		for name, section := range story.(map[string]any)["sections"].(map[string]any) {
			if state := section.(map[string]any)["state"].(string); !slices.Contains(states, state) {
				t.Errorf("%s is %s, want one of %q", name, state, states)
			}
		}
	}
}
