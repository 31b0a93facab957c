package revision

import (
	"fmt"
	"strings"
	"testing"

	"starbank/star"
)

// TestMarks holds what a reader sees, as a careful person would mark it: [-gone-]
// {+came+}, ¶ for a paragraph break that is part of it, <<gone elsewhere>> and
// >>come from elsewhere<< with the changes inside.
func TestMarks(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"nothing", "I called the lab.", "I called the lab.", ""},
		{"white space is never compared", "I called\nthe lab. It   rang.", "I called the\nlab. It\nrang.", ""},
		{"a figure with its unit is one word", "Clicks fell by 40 % within 20 minutes.", "Clicks fell by 35 % within 15 minutes.",
			"Clicks fell by [-40 % within 20 minutes-] {+35 % within 15 minutes+}."},
		{"a figure wrapped apart from its unit is the same", "Clicks fell by 40\n% at once.", "Clicks fell by 40 %\nat once.", ""},
		{"money", "It cost $1.2 million a year.", "It cost $1.4 million a year.", "It cost [-$1.2 million-] {+$1.4 million+} a year."},
		{"the noun that is counted stays", "I asked 3 engineers about it.", "I asked 3 senior engineers about it.", "I asked 3 {+senior+} engineers about it."},
		{"quotation marks may be curly", `I said "don't" twice.`, `I said “don’t” twice.`, ""},
		{"words between replaced words", "I talked to the team about their worries.", "I spoke to the guild about their worries.",
			"I [-talked to the team-] {+spoke to the guild+} about their worries."},
		{"short words replaced with function words between", "I met him in the lab of the firm.", "I met him at the hub of the bank.",
			"I met him [-in the lab of the firm-] {+at the hub of the bank+}."},
		{"an insertion beside a replaced word stands alone", "I closed the gap before the audit.", "I quietly closed the hole before the audit.",
			"I {+quietly+} closed the [-gap-] {+hole+} before the audit."},
		{"insertions stand alone", "I closed the gap before the audit.", "I quietly closed the old gap before the audit.",
			"I {+quietly+} closed the {+old+} gap before the audit."},
		{"a clause goes with its comma", "The outage, which hurt the shop, lasted an hour.", "The outage lasted an hour.",
			"The outage [-, which hurt the shop,-] lasted an hour."},
		{"an insertion begins where the phrase begins", "It counts as done when the list says zero.", "It counts as the auditors insisted as done when the list says zero.",
			"It counts {+as the auditors insisted+} as done when the list says zero."},
		{"a sentence dropped", "I called the lab. Nobody answered. I drove there.", "I called the lab. I drove there.",
			"I called the lab. [-Nobody answered.-] I drove there."},
		{"a sentence behind a stop that went astray", "I called the lab . Nobody answered. I drove there.", "I called the lab . I drove there.",
			"I called the lab . [-Nobody answered.-] I drove there."},
		{"a clause added in front", "I drove there; it took an hour.", "I packed the disk; I drove there; it took an hour.",
			"{+I packed the disk;+} I drove there; it took an hour."},
		{"a light sentence between others", "Nobody knew. Yes. I drove there at once.", "Everybody asked the vendor. Yes. The gateway failed again.",
			"[-Nobody knew.-] {+Everybody asked the vendor.+} Yes. [-I drove there at once.-] {+The gateway failed again.+}"},
		{"a sentence rewritten", "Everybody was happy. The audit found two more keys.", "The director asked for the same rule in her unit. The audit found two more keys.",
			"[-Everybody was happy.-] {+The director asked for the same rule in her unit.+} The audit found two more keys."},
		{"sentences joined", "I read the log for an hour. It showed the hour of the leak.", "I read the log for an hour, and it showed the hour of the leak.",
			"I read the log for an hour [-. It-] {+, and it+} showed the hour of the leak."},
		{"a sentence cut in two", "I read the log for an hour and found the exact minute of the leak.", "I read the log for an hour. I found the exact minute of the leak.",
			"I read the log for an hour [-and-] {+. I+} found the exact minute of the leak."},
		{"a sentence moved", "First I wrote down what had happened in each of the systems. Then I rang the vendor. He knew nothing about the hole in his gateway.",
			"Then I rang the vendor. He knew nothing about the hole in his gateway. First I wrote down what had happened in each of the systems.",
			"<<First I wrote down what had happened in each of the systems.>> Then I rang the vendor. He knew nothing about the hole in his gateway. >>First I wrote down what had happened in each of the systems.<<"},
		{"a sentence moved and changed", "First I wrote down what had happened in each of the four systems. Then I rang the vendor of the gateway, who sat in Lisbon and knew nothing about it.",
			"Then I rang the vendor of the gateway, who sat in Lisbon and knew nothing about it. First I wrote down what had happened in all of the four systems.",
			"<<First I wrote down what had happened in each of the four systems.>> Then I rang the vendor of the gateway, who sat in Lisbon and knew nothing about it. >>First I wrote down what had happened in [-each-] {+all+} of the four systems.<<"},
		{"a clause moved", "I packed the disk for the night shift; I drove to the lab of the vendor; it took an hour.", "I drove to the lab of the vendor; I packed the disk for the night shift; it took an hour.",
			">>I drove to the lab of the vendor;<< I packed the disk for the night shift; <<I drove to the lab of the vendor;>> it took an hour."},
		{"a paragraph cut in two", "I called the lab. Then I drove there.", "I called the lab.\n\nThen I drove there.", "I called the lab. {+¶+} Then I drove there."},
		{"a paragraph joined", "I called the lab.\n\nThen I drove there.", "I called the lab. Then I drove there.", "I called the lab. [-¶-] Then I drove there."},
		{"a paragraph added", "I called the lab.\n\nThen I drove there.", "I called the lab.\n\nNobody answered.\n\nThen I drove there.", "I called the lab. {+¶Nobody answered.+} Then I drove there."},
		{"a step added", "1. I called the lab.\n2. I drove there.", "1. I called the lab.\n2. I packed the spare disk.\n3. I drove there.", "I called the lab. {+¶I packed the spare disk.+} I drove there."},
		{"steps moved", "- I called the lab and asked for the disk.\n- I drove there in the night.\n- I wrote a note to the director and her deputy about it.",
			"- I drove there in the night.\n- I wrote a note to the director and her deputy about it.\n- I called the lab and asked for the disk.",
			"<<¶I called the lab and asked for the disk.>> I drove there in the night. I wrote a note to the director and her deputy about it. >>¶I called the lab and asked for the disk.<<"},
		{"prose to steps", "I called the lab. I drove there.", "- I called the lab.\n- I drove there.", "I called the lab. {+¶+} I drove there."},
		{"a comment", "I called the lab.", "I called the lab. <!-- whom? -->", "I called the lab. {+<!-- whom? -->+}"},
		{"the target of a link", "See [the note](http://a.example/x) on it.", "See [the note](http://a.example/y) on it.", "See [the note]( [-http://a.example/x-] {+http://a.example/y+} ) on it."},
		{"code", "I ran this:\n\n```\nmake all\n```\n\nIt worked.", "I ran this:\n\n```\nmake most\n```\n\nIt worked.", "I ran this: ``` make [-all-] {+most+} ``` It worked."},
		{"a fence between changes", "Nobody knew.\n\n```\nmake all\n```\n\nIt worked at once.", "Everybody asked the vendor.\n\n```\nmake all\n```\n\nThe gateway failed again.",
			"[-Nobody knew.-] {+Everybody asked the vendor.+} ``` make all ``` [-It worked at once.-] {+The gateway failed again.+}"},
		{"bold", "I fixed it first.", "I **fixed** it first.", "I {+**+} fixed {+**+} it first."},
		{"everything else", "At my last company we had a key that many teams used.", "In March the vendor went bankrupt overnight.",
			"[-At my last company we had a key that many teams used.-] {+In March the vendor went bankrupt overnight.+}"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := Compare(star.Parse("a.md", []byte("## Action\n\n"+test.old)), star.Parse("b.md", []byte("## Action\n\n"+test.new)))
			holds(t, d)
			got := ""
			if d.Sections[0].Change.Has(Changed) {
				got = line(d.Sections[0].Ops)
			}
			if got != test.want {
				t.Errorf("marked\n%s, want\n%s", got, test.want)
			}
			if test.want == "" && (d.Sections[0].Change == Reflowed) != (test.old != test.new) {
				t.Errorf("%s", d.Sections[0].Change)
			}
		})
	}
}

// line writes ops on one line.
func line(ops []Op) string {
	var out []string
	for _, op := range ops {
		old, new := squeeze(pilcrow(op.Old)+op.Old.Text), squeeze(pilcrow(op.New)+op.New.Text)
		switch op.Kind {
		case Equal:
			out = append(out, squeeze(op.New.Text))
		case Delete:
			out = append(out, "[-"+old+"-]")
		case Insert:
			out = append(out, "{+"+new+"+}")
		case MoveEnd:
			if op.Old.Given() {
				out = append(out, "<<"+old+">>")
			} else {
				out = append(out, ">>"+pilcrow(op.New)+line(op.Move.Ops)+"<<")
			}
		}
	}
	text := squeeze(strings.Join(out, " "))
	return strings.NewReplacer("+} .", "+}.", "-] .", "-].").Replace(text)
}

// marks shows the changed sections of a difference on one line each.
func marks(d *Difference) string {
	var out strings.Builder
	for _, s := range d.Sections {
		if s.Change != Unchanged {
			fmt.Fprintf(&out, "  %s (%s): %s\n", s.Name, s.Change, line(s.Ops))
		}
	}
	return out.String()
}

func pilcrow(p Passage) string {
	if p.Break {
		return "¶"
	}
	return ""
}
