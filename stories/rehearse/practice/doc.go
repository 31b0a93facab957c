// Package practice remembers how stories went in practice and says which to practise
// next.
//
// The log is a line of JSON for each answer that was rated, so that it survives a
// crash and merges in git; all else is computed from it. [Read] and [Append] are its
// ends. [Of] schedules by FSRS, a published algorithm of spaced repetition: each
// answer changes how stable a story is in memory, and so when it is due again.
package practice
