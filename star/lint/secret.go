package lint

import (
	"strings"

	"starbank/star"
)

// Hidden is what stands for a secret in messages.
const Hidden = "***"

// hideSecrets takes the secrets among findings out of what is said in all of them:
// another rule may have quoted the same words.
func hideSecrets(story *star.Story, found []Diagnostic) {
	var pairs []string
	for _, d := range found {
		if words := story.Quote(d.Span); d.Secret && words != "" {
			pairs = append(pairs, words, Hidden)
		}
	}
	if pairs == nil {
		return
	}
	hide := strings.NewReplacer(pairs...)
	for i := range found {
		d := &found[i]
		d.Message, d.Help = hide.Replace(d.Message), hide.Replace(d.Help)
		for k := range d.Related {
			d.Related[k].Message = hide.Replace(d.Related[k].Message)
		}
	}
}
