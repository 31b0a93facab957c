package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport says which of our packages each package may import.
var mayImport = map[string]string{
	"star/prose":                "",
	"principles":                "star/prose",
	"star":                      "star/prose",
	"star/anatomy":              "star star/prose",
	"star/evidence":             "star principles",
	"star/lint":                 "star star/anatomy star/evidence star/readiness star/prose principles",
	"star/readiness":            "star star/anatomy star/evidence star/prose principles",
	"star/ledger":               "star star/prose",
	"star/secret":               "",
	"star/lint/rules":           "star star/secret star/anatomy star/evidence star/ledger star/lint star/prose principles",
	"star/lint/linttest":        "star star/lint",
	"star/report":               "star star/anatomy star/lint star/readiness star/report/cells",
	"star/report/cells":         "",
	"star/revision":             "star star/prose",
	"stories":                   "star star/anatomy star/evidence star/ledger star/prose principles",
	"stories/history":           "star stories",
	"stories/rehearse":          "stories star star/anatomy star/evidence star/readiness star/prose principles stories/examples",
	"cmd/star":                  "principles star star/anatomy star/evidence star/lint star/lint/rules star/prose star/readiness star/report star/report/cells star/revision stories cmd/star/internal/changes cmd/star/internal/githook cmd/star/internal/term cmd/star/internal/watch star/review stories/history stories/notes stories/rehearse stories/rehearse/practice stories/rehearse/prep stories/examples star/ledger cmd/star/internal/galley",
	"star/review":               "star star/anatomy star/evidence star/lint star/readiness star/revision principles",
	"cmd/star/internal/changes": "star star/lint star/report star/report/cells star/review star/revision principles",
	"cmd/star/internal/githook": "",
	"cmd/star/internal/term":    "",
	"cmd/star/internal/watch":   "",
	"stories/notes":             "star star/evidence star/prose principles",
	"stories/rehearse/practice": "",
	"stories/rehearse/prep":     "principles star star/prose star/readiness stories stories/rehearse stories/rehearse/practice",
	"stories/examples":          "",
	"cmd/star/internal/galley":  "principles star star/anatomy star/evidence star/lint star/prose star/report star/report/cells star/review",
}

// fenced says where a library may be used.
var fenced = map[string]string{
	"github.com/spf13/cobra":                       "cmd/star",
	"github.com/yuin/goldmark":                     "star",
	"gopkg.in/yaml.v3":                             "star principles stories",
	"golang.org/x/term":                            "cmd/star/internal/term",
	"github.com/fsnotify/fsnotify":                 "cmd/star/internal/watch",
	"github.com/creack/pty":                        "cmd/star",
	"github.com/open-spaced-repetition/go-fsrs/v4": "stories/rehearse/practice",
	"github.com/rogpeppe/go-internal":              "cmd/star",
	"github.com/clipperhouse/displaywidth":         "star/report/cells",
	"github.com/sergi/go-diff":                     "star/revision",
}

type listed struct {
	ImportPath string
	Imports    []string
}

// TestArchitecture holds the picture in the README against the code.
func TestArchitecture(t *testing.T) {
	const module = "starbank/"
	for _, p := range list(t) {
		name := strings.TrimPrefix(p.ImportPath, module)
		allowed, known := mayImport[name]
		if !known {
			t.Errorf("package %s has no row in the table", name)
		}
		for _, imported := range p.Imports {
			if ours, is := strings.CutPrefix(imported, module); is {
				if !slices.Contains(strings.Fields(allowed), ours) {
					t.Errorf("%s imports %s", name, ours)
				}
			} else if library, where := fence(imported); library != "" && !slices.Contains(strings.Fields(where), name) {
				t.Errorf("%s imports %s, which is for %s", name, imported, where)
			}
		}
	}
}

// fence returns the library that an import belongs to and where it may be used.
func fence(path string) (library, where string) {
	for library, where := range fenced {
		if path == library || strings.HasPrefix(path, library+"/") {
			return library, where
		}
	}
	if strings.Contains(strings.SplitN(path, "/", 2)[0], ".") {
		return path, "nobody yet"
	}
	return "", ""
}

func list(t *testing.T) (packages []listed) {
	t.Helper()
	output, err := exec.Command("go", "list", "-json=ImportPath,Imports", "starbank/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(strings.NewReader(string(output)))
	for {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}
