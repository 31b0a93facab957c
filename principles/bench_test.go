package principles

import (
	"testing"

	"starbank/star/prose"
)

const sample = `Our payment team lost one release in three to a test suite that took 50 minutes. Two fixes for customers had already waited a week. As the owner of the pipeline I had to bring it under 15 minutes without dropping a test that guards money. I timed every test and found that one in ten took most of the time. I split the suite into eight parts and ran them side by side, because the slow tests shared one database. A colleague who owned the ledger refused to give up his fixtures, so I rebuilt them with him and compared the results row by row. I decided against a second vendor, since it cost more than idle machines. The suite went from 50 to 12 minutes within five weeks and the partner launched on time.`

func BenchmarkBuild(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		set := &Set{Principles: amazon, compiled: &amazonIndex}
		set.matcher()
	}
}

func BenchmarkFind(b *testing.B) {
	text := prose.Analyze(sample)
	m := Builtin().matcher()
	b.ReportAllocs()
	for b.Loop() {
		w := m.walk(text)
		w.find()
		w.release()
	}
}
