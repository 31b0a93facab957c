// Package examples is the example bank, to be copied.
package examples

import (
	"embed"
	"io/fs"
)

//go:embed stories/*.md
var files embed.FS

// Stories holds the stories by file name.
func Stories() fs.FS {
	folder, err := fs.Sub(files, "stories")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return folder
}
