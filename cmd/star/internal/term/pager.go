package term

import (
	"io"
	"os"
	"os/exec"
	"strings"
)

// Pager returns the command that pages what is written to a terminal: that of
// STAR_PAGER, else of PAGER, else less. None of a stream that is no terminal, of a
// terminal that can't move the cursor, and where the variable is empty or "cat".
func Pager(stream io.Writer, lookup func(string) (string, bool)) *exec.Cmd {
	file, ok := stream.(*os.File)
	if terminal, _ := lookup("TERM"); !ok || !IsTerminal(stream) || terminal == "dumb" {
		return nil
	}
	words := pagerWords(lookup)
	if len(words) == 0 {
		return nil
	}
	path, err := exec.LookPath(words[0])
	if err != nil {
		return nil
	}
	cmd := exec.Command(path, words[1:]...)
	cmd.Stdout, cmd.Stderr = file, os.Stderr
	cmd.Env = os.Environ()
	if _, set := lookup("LESS"); !set {
		cmd.Env = append(cmd.Env, "LESS=FRX") // leave at once what fits, let colours through, clear nothing
	}
	return cmd
}

func pagerWords(lookup func(string) (string, bool)) []string {
	for _, name := range []string{"STAR_PAGER", "PAGER"} {
		if value, set := lookup(name); set {
			if strings.TrimSpace(value) == "cat" {
				return nil
			}
			return strings.Fields(value)
		}
	}
	return []string{"less"}
}
