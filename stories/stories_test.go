package stories

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"starbank/star"
)

func TestParseConfig(t *testing.T) {
	config, err := ParseConfig([]byte(`
stories: bank
target: {role: tpm, level: L6, stories_per_principle: 3}
speaking: {words_per_minute: 120, minutes: [1, 2]}
check: {fail_on: error, rules: {result-no-metric: error, STAR303: off}}
confidential: {allow: [AWS], deny: [Bluebird]}
loop: [{interviewer: Hiring manager, principles: [ownership, deliver-results]}]
`))
	if err != nil {
		t.Fatal(err)
	}
	if config.Stories != "bank" || config.Principles != "amazon" || config.Target.Level != "L6" || config.Speaking.Minutes != [2]float64{1, 2} ||
		config.Check.FailOn != "error" || len(config.Check.Rules) != 2 || config.Check.Rules[1] != (RuleSetting{"STAR303", "off", 5}) ||
		config.Deny[0] != "Bluebird" || config.Loop[0].Principles[1] != "deliver-results" {
		t.Errorf("config = %+v", config)
	}
}

func TestParseConfigRefuses(t *testing.T) {
	for source, want := range map[string]string{
		"storys: a":                            `1: unknown key "storys" in star.yaml; did you mean "stories"?`,
		"\ncheck: {fail_on: warn}":             `2: unknown value "warn"; did you mean "warning"?`,
		"check: {rules: {a: loud}}":            `1: unknown value "loud"; known are error, warning, info, off`,
		"check: {rules: [a]}":                  "1: rules wants names with severities",
		"speaking: {words_per_minute: 20}":     `1: "20" is not a number from 60 to 300`,
		"speaking: {minutes: [3, 1]}":          "1: minutes wants the shortest",
		"target: {levle: L5}":                  `1: unknown key "levle" in target; did you mean "level"?`,
		"target: senior":                       "1: target wants keys with values",
		"loop: {}":                             "1: loop wants a list",
		"confidential: {allow: x}":             "1: want a list",
		"a: b: c":                              "1: ",
		"stories: []":                          "1: want a text",
		"stories: a\nstories: b\nunknown: [a]": "",
	} {
		if _, err := ParseConfig([]byte(source)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("ParseConfig(%q) = %v, want %s", source, err, want)
		}
	}
	if config, err := ParseConfig(nil); err != nil || config.Target.LevelGiven {
		t.Errorf("an empty star.yaml: %v, a level is given: %v", err, config.Target.LevelGiven)
	}
	if config, _ := ParseConfig([]byte("target: {level: L5}")); !config.Target.LevelGiven {
		t.Error("the level of the default is not given when it is stated")
	}
}

func write(t *testing.T, paths ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, path := range paths {
		path = filepath.Join(root, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("## Action\nI cut it.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestList(t *testing.T) {
	root := write(t, "b.md", "a.md", "deep/er/c.md", "README.md", "_draft.md", ".hidden/x.md", ".x.md", "x.txt", "folder.md/inside.md")
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(os.Symlink("nowhere", filepath.Join(root, "broken.md")))
	must(os.Symlink("a.md", filepath.Join(root, "linked.md")))
	must(os.Symlink("..", filepath.Join(root, "deep", "loop")))
	must(syscall.Mkfifo(filepath.Join(root, "pipe.md"), 0o644))

	files, troubles := List(root, filepath.Join(root, "x.txt"), filepath.Join(root, "none.md"), filepath.Join(root, "pipe.md"))
	var got []string
	for _, file := range files {
		got = append(got, strings.TrimPrefix(file, root+"/"))
	}
	if want := []string{"a.md", "b.md", "deep/er/c.md", "folder.md/inside.md", "linked.md", "x.txt"}; !slices.Equal(got, want) {
		t.Errorf("files = %q, want %q", got, want)
	}
	got = nil
	for _, trouble := range troubles {
		got = append(got, strings.TrimPrefix(trouble.Error(), root+"/"))
	}
	want := []string{"broken.md: is a link to nothing", "folder.md: is a folder named like a story", "pipe.md: is not a regular file",
		"none.md: no such file or directory", "pipe.md: is not a regular file"}
	if !slices.Equal(got, want) {
		t.Errorf("troubles = %q, want %q", got, want)
	}
}

func TestFolders(t *testing.T) {
	root := write(t, "a.md", "deep/er/b.md", ".git/x.md", "deep/.trash/y.md", "other/c.md")
	if err := os.Symlink("../other", filepath.Join(root, "deep", "link")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(root)
	for _, test := range []struct {
		paths []string
		want  []string
	}{
		{[]string{"."}, []string{".", "deep", "deep/er", "other"}},
		{[]string{"deep/link"}, []string{"deep/link"}},
		{[]string{"a.md", "deep"}, []string{".", "deep", "deep/er"}},
		{[]string{"none/none.md", "other/c.md"}, []string{"none", "other"}},
	} {
		if got := slices.Collect(Folders(test.paths...)); !slices.Equal(got, test.want) {
			t.Errorf("Folders(%q) = %q, want %q", test.paths, got, test.want)
		}
	}
	made := false
	for folder := range Folders("deep") {
		if folder == "deep" {
			if err := os.Mkdir("deep/late", 0o755); err != nil {
				t.Fatal(err)
			}
		}
		made = made || folder == "deep/late"
	}
	if !made {
		t.Error("a folder is read before it is listed")
	}
	for range Folders(".", "deep") {
		break
	}
}

// TestListLink holds that a folder may be named by a link to it.
func TestListLink(t *testing.T) {
	root := write(t, "vault/a.md", "vault/deep/b.md")
	link := filepath.Join(root, "stories")
	if err := os.Symlink("vault", link); err != nil {
		t.Fatal(err)
	}
	files, troubles := List(link)
	if want := []string{filepath.Join(link, "a.md"), filepath.Join(link, "deep", "b.md")}; !slices.Equal(files, want) || len(troubles) > 0 {
		t.Errorf("List = %q, %v; want %q", files, troubles, want)
	}
}

func TestFind(t *testing.T) {
	root := write(t, "bank/stories/deep/a.md")
	if _, err := Find(filepath.Join(root, "bank")); !errors.Is(err, ErrNoBank) {
		t.Errorf("without star.yaml: %v", err)
	}
	if err := os.WriteFile(filepath.Join(root, "bank", Settings), []byte("stories: stories\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	bank, err := Find(filepath.Join(root, "bank", "stories", "deep"))
	if err != nil || bank.Folder() != filepath.Join(root, "bank", "stories") {
		t.Errorf("Find = %+v, %v", bank, err)
	}
	if err := os.Mkdir(filepath.Join(root, "bank", "stories", ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Find(filepath.Join(root, "bank", "stories", "deep")); !errors.Is(err, ErrNoBank) {
		t.Errorf("beyond the repository: %v", err)
	}
}

func TestReadFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "big.md")
	if err := os.WriteFile(path, make([]byte, 5*star.MaxSize), 0o644); err != nil {
		t.Fatal(err)
	}
	source, err := ReadFile(path)
	if err != nil || len(source) <= star.MaxSize || len(source) > star.MaxSize+2 {
		t.Errorf("ReadFile = %d bytes, %v", len(source), err)
	}
	if source, err := ReadFile("/dev/null"); err != nil || len(source) != 0 {
		t.Errorf("an empty file = %q, %v", source, err)
	}
	if _, err := ReadFile(path + "x"); err == nil || err.Error() != path+"x: no such file or directory" {
		t.Errorf("no file: %v", err)
	}
}
