package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"starbank/star/lint/linttest"
)

var update = flag.Bool("update", false, "rewrite golden files")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"star": main, "tour-editor": tourEditor})
}

// TestScripts runs testdata/script. Beside the usual commands a script has
//
//	exits STATUS PROGRAM [ARG...]   run a program that ends with that status
//	bytes FILE TEXT...              write texts with the escapes of Go
//
// the file $SOUND, a story that raises nothing, and the condition [root].
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("each command is a process of its own")
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               soundStory,
		Condition:           func(condition string) (bool, error) { return os.Geteuid() == 0, nil },
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "bytes": writeBytes},
	})
}

func soundStory(env *testscript.Env) error {
	path := filepath.Join(env.WorkDir, ".sound.md")
	env.Setenv("SOUND", path)
	return os.WriteFile(path, []byte("---\n"+linttest.Sound+"---\n"), 0o644)
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS PROGRAM [ARG...]")
	}
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}

func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: bytes FILE TEXT...")
	}
	var content []byte
	for _, text := range args[1:] {
		plain, err := strconv.Unquote(`"` + strings.ReplaceAll(text, `"`, `\"`) + `"`)
		ts.Check(err)
		content = append(content, plain...)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), content, 0o644))
}
