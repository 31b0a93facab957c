package history

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// git is how the git program is called: from which folder and with which
// environment.
type git struct {
	folder string
	env    []string
}

// settings override what a user or a repository may have set.
var settings = []string{
	"--no-pager", "--literal-pathspecs",
	"-c", "core.fsmonitor=false", // it may name a program
	"-c", "core.warnAmbiguousRefs=false",
}

// kept are the variables of git that say where it is installed and which settings
// hold; all others of its variables are left out.
var kept = []string{"GIT_EXEC_PATH=", "GIT_CONFIG_", "GIT_CEILING_DIRECTORIES=", "GIT_DISCOVERY_ACROSS_FILESYSTEM="}

// given are variables that make git speak one language, follow no stand-ins of
// objects, fetch nothing, ask nothing and write nothing, and print lists in large
// pieces. Versions before 2.45 know of no way to say that nothing is to be fetched,
// but heed which protocols may be.
var given = []string{
	"LC_ALL=C", "LANGUAGE=", "GIT_NO_REPLACE_OBJECTS=1", "GIT_GRAFT_FILE=" + os.DevNull, "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=",
	"GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_FLUSH=0",
}

// newGit returns how to call git from a folder, or [ErrNoGit].
func newGit(folder string, environment []string) (git, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return git{}, ErrNoGit
	}
	g := git{folder: folder}
	for _, variable := range environment {
		ofGit := strings.HasPrefix(strings.ToUpper(variable), "GIT_")
		if !ofGit || slices.ContainsFunc(kept, func(prefix string) bool { return strings.HasPrefix(variable, prefix) }) {
			g.env = append(g.env, variable)
		}
	}
	g.env = append(g.env, given...)
	return g, nil
}

// patience is how long a process that was told to end may hold its pipes.
const patience = 2 * time.Second

// process is a git that runs or will.
type process struct {
	*exec.Cmd
	name   string
	stderr bytes.Buffer
}

func (g git) command(ctx context.Context, name string, args ...string) *process {
	all := append(append(slices.Clone(settings), "-C", g.folder, name), args...)
	p := &process{Cmd: exec.CommandContext(ctx, "git", all...), name: name}
	p.Env, p.Stderr, p.WaitDelay = g.env, &p.stderr, patience
	return p
}

// run returns what a command prints.
func (g git) run(ctx context.Context, name string, args ...string) ([]byte, error) {
	p := g.command(ctx, name, args...)
	var stdout bytes.Buffer
	p.Stdout = &stdout
	if err := p.Start(); err != nil {
		return nil, err
	}
	err := p.end(ctx)
	return stdout.Bytes(), err
}

// end waits for the process and says what went wrong.
func (p *process) end(ctx context.Context) error {
	err := p.Wait()
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return &gitError{p.name, p.stderr.String(), err}
}

// gitError is a git that failed.
type gitError struct {
	command, stderr string
	cause           error
}

// Error is one line: of what git writes behind its reason, advice for the most
// part, nothing is kept.
func (e *gitError) Error() string {
	reason := e.reason()
	if reason == "" {
		reason = e.cause.Error()
	}
	return "git " + e.command + ": " + reason
}

func (e *gitError) Unwrap() error {
	if strings.Contains(e.stderr, "promisor remote") {
		return ErrNotFetched
	}
	return e.cause
}

// reason returns what the git that failed said of it.
func (e *gitError) reason() (reason string) {
	for line := range strings.Lines(e.stderr) {
		line = strings.TrimSpace(line)
		if fatal, is := strings.CutPrefix(line, "fatal: "); is {
			return fatal
		}
		if wrong, is := strings.CutPrefix(line, "error: "); is && reason == "" {
			reason = wrong
		}
	}
	return reason
}

// exited reports whether an error is that of a process with an exit status.
func exited(err error, status int) bool {
	var exit *exec.ExitError
	return errors.As(err, &exit) && exit.ExitCode() == status
}
