package practice

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v4"
)

var noon = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

// TestLog holds that what is appended is read, in the order of time and once, through
// a crash in the middle of a line and a merge.
func TestLog(t *testing.T) {
	path := filepath.Join(t.TempDir(), File)
	first := Answer{Time: noon, Round: "tell", Item: "leaked-key", Question: "bfa-01", Rating: Good, Seconds: 130}
	second := Answer{Time: noon.Add(time.Hour), Round: "recall", Item: "a \"b\"\nc", Rating: Again}
	for _, a := range []Answer{second, first, first} {
		if err := Append(path, a); err != nil {
			t.Fatal(err)
		}
	}
	file, _ := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	file.WriteString(`{"time":"2026-11-26T14:00:00Z","rou`)
	file.Close()
	check := func(want []Answer, lines string) {
		t.Helper()
		got, mistakes, err := Read(path)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%v; got %+v", err, got)
		}
		var said []string
		for _, m := range mistakes {
			said = append(said, m.Error())
		}
		if strings.Join(said, "; ") != lines {
			t.Errorf("%q, want %q", said, lines)
		}
	}
	check([]Answer{first, second}, "")
	third := Answer{Time: noon.Add(2 * time.Hour), Round: "tell", Item: "x", Rating: Easy}
	if err := Append(path, third); err != nil {
		t.Fatal(err)
	}
	check([]Answer{first, second, third}, "4: is no answer as star practice writes it")
}

func TestParseMistakes(t *testing.T) {
	for line, want := range map[string]string{
		"<<<<<<< HEAD": "is no answer as star practice writes it",
		`{"time":"2026-11-26T12:00:00Z","rating":3}`:            "has no item",
		`{"item":"a","rating":3}`:                               "has no time",
		`{"time":"2026-11-26T12:00:00Z","item":"a","rating":5}`: "has the rating 5; want 1 to 4",
	} {
		if _, mistakes := parse([]byte(line + "\n")); len(mistakes) != 1 || mistakes[0].Reason != want {
			t.Errorf("%s: %v", line, mistakes)
		}
	}
	if answers, mistakes, err := Read(filepath.Join(t.TempDir(), "nothing")); len(answers)+len(mistakes) > 0 || err != nil {
		t.Error(answers, mistakes, err)
	}
}

// TestFSRS holds the library against the intervals that the implementations of FSRS 6
// share as their common test, in days.
func TestFSRS(t *testing.T) {
	ratings := []fsrs.Rating{3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3}
	want := []uint64{0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21}
	scheduler := fsrs.NewFSRS(fsrs.DefaultParam())
	now := time.Date(2022, 11, 29, 12, 30, 0, 0, time.UTC)
	card := fsrs.NewCard(now)
	var got []uint64
	for _, rating := range ratings {
		info, err := scheduler.Next(card, now, rating)
		if err != nil {
			t.Fatal(err)
		}
		card = info.Card
		got = append(got, card.ScheduledDays)
		now = card.Due
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestOf holds that a story that came is due later, that one that did not is due soon,
// and that what comes to mind fades.
func TestOf(t *testing.T) {
	answers := []Answer{
		{Time: noon, Round: "tell", Item: "good", Rating: Good, Seconds: 120}, {Time: noon, Item: "again", Rating: Again},
		{Time: noon.AddDate(0, 0, 3), Round: "tell", Item: "good", Rating: Good, Seconds: 150},
	}
	now := Of(answers, noon.AddDate(0, 0, 4))
	if good, again := now["good"], now["again"]; !good.Due.After(again.Due) || good.Recall <= again.Recall || math.Abs(good.Minutes()-2.25) > 1e-9 || good.Last() != answers[2].Time {
		t.Errorf("%+v, %+v", good, again)
	}
	said := Of([]Answer{{Time: noon, Round: "transcript", Item: "said", Seconds: 120, Words: 300}}, noon.Add(time.Hour))["said"]
	if said.Recall != 0 || said.Minutes() != 2 || said.Due.After(noon.Add(time.Hour)) {
		t.Errorf("a transcript is no rating: %+v", said)
	}
	later := Of(answers, noon.AddDate(0, 0, 40))
	if later["good"].Recall >= now["good"].Recall || later["good"].Recall <= 0 {
		t.Errorf("recall %f, then %f", now["good"].Recall, later["good"].Recall)
	}
}

func TestNext(t *testing.T) {
	memories := Of([]Answer{{Time: noon, Item: "known", Rating: Easy}}, noon.Add(time.Hour))
	ordered := Next([]Candidate{{"known", 3, 0.2}, {"minor", 1, 0.9}, {"weighty", 3, 0.9}, {"weak", 3, 0.3}}, memories)
	var items []string
	for _, c := range ordered {
		items = append(items, c.Item)
	}
	if got := strings.Join(items, " "); got != "weak weighty minor known" {
		t.Error(got)
	}
}
