// Package rehearse goes from stories to an interview: which story answers a
// question, and by which words.
//
// [NewTopics] reads which principles questions probe, and [Asker.Ask] ranks stories
// for one.
package rehearse
