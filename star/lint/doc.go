// Package lint runs rules over a story and collects what they find.
//
// A [Rule] is a value: its documentation and a function. [Run] gives each rule
// a [Pass] over one story and returns the [Diagnostic] values in the order of
// the file. The package reads no files and keeps no state, so that stories may
// be checked in parallel; the rules themselves live in package rules.
package lint
