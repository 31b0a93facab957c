package rules

import (
	"testing"

	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/lint"
	"starbank/star/lint/linttest"
)

// The stages of a check of one story, each on its own.

func BenchmarkParse(b *testing.B) {
	source := []byte("---\n" + linttest.Sound + "---\n")
	b.ReportAllocs()
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		star.Parse("sound.md", source)
	}
}

func BenchmarkAnatomy(b *testing.B) {
	story := star.Parse("sound.md", []byte("---\n"+linttest.Sound+"---\n"))
	b.ReportAllocs()
	for b.Loop() {
		anatomy.Of(story)
	}
}

func BenchmarkRules(b *testing.B) {
	story := star.Parse("sound.md", []byte("---\n"+linttest.Sound+"---\n"))
	b.ReportAllocs()
	for b.Loop() {
		lint.Run(story, All, lint.Config{})
	}
}

func BenchmarkCheck(b *testing.B) {
	source := []byte("---\n" + linttest.Sound + "---\n")
	b.ReportAllocs()
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		lint.Run(star.Parse("sound.md", source), All, lint.Config{})
	}
}
