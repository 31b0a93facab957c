package main

import (
	"math"
	"os"
	"runtime/debug"
)

// gcPercent trades memory for time: most of what a check allocates lives as
// long as one story. The limit, soft and growing with the bank, keeps what
// lives longer from being multiplied by it.
const (
	gcPercent     = 400
	memoryBase    = 25 << 20
	memoryPerFile = 2 << 10
)

// noLimit is the limit of a command that has to hold what it reads.
const noLimit = math.MaxInt64

// tuneMemory sets the garbage collector for many stories, with a limit in bytes
// for what is in memory, and returns what undoes it.
func tuneMemory(bytes int64) (undo func()) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	percent, limit := debug.SetGCPercent(gcPercent), debug.SetMemoryLimit(bytes)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}
