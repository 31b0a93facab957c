package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"starbank/cmd/star/internal/githook"
	"starbank/star/report/cells"
	"starbank/stories"
	"starbank/stories/history"
)

const hookInstallLong = `Set up the check of stories before each commit. Flags behind -- are those of
star check, for the hook to use:

    star hook install -- --new-from HEAD

stops a commit for what it brings, not for what its stories had before. Install
again to change them.

An existing hook is kept: star's lines are put before its own, below #!, and
taken out by star hook uninstall. A hook that is no shell script, is a link, or
lies in a folder outside of the repository is left alone.

Exit status: 0 the hook is in place; 2 the work could not be done.`

func newHookInstall(s streams) *cobra.Command {
	config := ""
	cmd := &cobra.Command{
		Use: "install [-- FLAGS]", Short: "Set up the check of each commit", GroupID: "hook",
		Long: hookInstallLong, Example: "  star hook install\n  star hook install -- --fail-on error --new-from HEAD",
		RunE: func(cmd *cobra.Command, args []string) error {
			if dash := cmd.ArgsLenAtDash(); dash > 0 || dash < 0 && len(args) > 0 {
				return fmt.Errorf("star hook install takes no arguments but flags of star check, behind --; not %q", args[0])
			}
			return runHookInstall(cmd.Context(), s, config, args)
		},
	}
	cmd.Flags().StringVar(&config, "config", "", "read the settings of this `FILE` instead of star.yaml")
	return cmd
}

func runHookInstall(ctx context.Context, s streams, config string, flags []string) error {
	if err := hookFlags(s, flags); err != nil {
		return err
	}
	r, err := openReading(s, config)
	if err != nil {
		return err
	}
	repo, err := r.openHistory(ctx, nil)
	if err != nil {
		return err
	}
	defer repo.Close()
	h, err := openHook(ctx, repo)
	if err != nil {
		return err
	}
	check := append([]string{"check", "--staged", "--quiet"}, append(r.fromRoot(repo), flags...)...)
	source := githook.New(hookLines(check))
	if h.there && h.obstacle == "" {
		if source, err = githook.Install(h.source, hookLines(check)); err != nil {
			h.obstacle = fmt.Sprintf("%s %v", h.path, err)
		}
	}
	if h.obstacle != "" {
		return fmt.Errorf("%s; nothing was written. A hook of yours can run: star %s", h.obstacle, quoted(check))
	}
	if err := h.write(source); err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "commits are checked by %s\n", cells.Clean(relative(h.path)))
	return err
}

// hookFlags reports what star check would not take, or not in a hook.
func hookFlags(s streams, flags []string) error {
	check := newCheck(s)
	if err := check.ParseFlags(flags); err != nil {
		return err
	}
	if paths := check.Flags().Args(); len(paths) > 0 {
		return fmt.Errorf("the hook checks what is staged; it takes no path %q", paths[0])
	}
	for _, name := range []string{"fix", "diff", "add-ignore", "watch", "stdin-filename", "config", "help"} {
		if check.Flags().Changed(name) {
			return fmt.Errorf("the hook checks what is staged; --%s is not for it", name)
		}
	}
	return nil
}

// fromRoot returns what star check needs to find the stories from the root of the
// repository, where git runs hooks.
func (r *reading) fromRoot(repo *history.Repo) []string {
	if r.settings != "" {
		if name := repo.Name(r.settings); name != stories.Settings {
			return []string{"--config=" + name}
		}
		return nil
	}
	if folder := repo.Name("."); folder != "." && folder != "" {
		return []string{"./" + folder}
	}
	return nil
}

// hookLines is what the hook runs: star where a shell finds it, else the one that
// installs the hook, which a program that makes commits may not have on its path.
func hookLines(check []string) string {
	this, err := os.Executable()
	if err != nil || strings.Contains(this, "go-build") {
		this = "star"
	}
	return fmt.Sprintf(`(
	star=$(command -v star) || star=%s
	if ! command -v "$star" >/dev/null 2>&1; then
		echo "star: not found, so the stories of this commit are not checked" >&2
		exit 0
	fi
	"$star" %s && exit 0
	status=$?
	echo "star: the commit was stopped; git commit --no-verify makes it all the same" >&2
	exit "$status"
) || exit $?
`, quote(filepath.ToSlash(this)), quoted(check))
}

// quoted writes arguments for a shell.
func quoted(args []string) string {
	words := make([]string, len(args))
	for i, arg := range args {
		words[i] = quote(arg)
	}
	return strings.Join(words, " ")
}

// quote writes one argument for a shell.
func quote(arg string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_=./,:", r)
	}
	if arg != "" && strings.TrimFunc(arg, plain) == "" {
		return arg
	}
	return "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
}
