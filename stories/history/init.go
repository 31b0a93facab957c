package history

import (
	"context"
	"os"
)

// Init makes a git repository of a folder that lies in none. What a user has set for
// new repositories holds.
func Init(ctx context.Context, folder string) error {
	g, err := newGit(folder, os.Environ())
	if err != nil {
		return err
	}
	_, err = g.run(ctx, "init", "--quiet")
	return err
}
