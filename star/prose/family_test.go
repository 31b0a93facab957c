package prose

import (
	"strings"
	"testing"
)

func TestFamily(t *testing.T) {
	tests := []struct{ words, want string }{
		{"carry carried carries carrying", "carri"},
		{"stop stops stopped stopping", "stop"},
		{"decide decided decides deciding", "decid"},
		{"disagree disagrees", "disagre"},
		{"teach teaches taught", "teach"},
		{"write writes wrote written writing", "writ"},
		{"call called calls calling", "call"},
		{"customer customers customer's", "customer"},
		{"class classes", "class"},
		{"status", "status"},
		{"quick quickly", "quick"},
		{"automate automated", "automat"},
		{"deploy deployment deployed", "deploi"},
		{"ran run", "run"},
		{"i", "i"},
		{"", ""},
	}
	for _, test := range tests {
		for word := range strings.SplitSeq(test.words, " ") {
			if got := Family(word); got != test.want {
				t.Errorf("Family(%q) = %q, want %q", word, got, test.want)
			}
		}
	}
}

func TestFamilyOfIrregularForms(t *testing.T) {
	for verb := range strings.FieldsSeq(irregularForms) {
		base, forms, _ := strings.Cut(verb, ":")
		for form := range strings.SplitSeq(forms, ",") {
			if Family(form) != Family(base) {
				t.Errorf("Family(%q) = %q, but of %q it is %q", form, Family(form), base, Family(base))
			}
		}
	}
}
