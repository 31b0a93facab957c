package stories

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"starbank/star"
)

// Rule is a check of the bank as a whole.
type Rule struct {
	ID, Name string
	Title    string // what is found
	Why      string
	Severity string // "error", "warning" or "info"; a finding may be milder or graver

	check func(*Coverage, time.Time) []Finding
}

// Finding is what a rule says of a bank.
type Finding struct {
	Rule     *Rule
	Severity string
	Message  string
	Help     string
	Stories  []int // indexes into Coverage.Stories: whom it is about
	Places   []Place
}

// Place is where in a story a finding of the bank is, where it is about words of
// stories.
type Place struct {
	Story    int // index into Coverage.Stories
	From, To star.Position
}

// Rules lists the checks of the bank in the order of their ids.
var Rules = []*Rule{
	{ID: "STAR801", Name: "principle-uncovered", Severity: "warning", Title: "principle has too few stories", check: uncovered,
		Why: "Each interviewer of a loop holds two or three principles and wants a story for each; those that the role meets first are asked nearly always."},
	{ID: "STAR802", Name: "story-overloaded", Severity: "warning", Title: "story is the only one for three principles", check: overloaded,
		Why: "Interviewers compare notes: a story told to three of them is one story in the debrief."},
	{ID: "STAR803", Name: "event-repeated", Severity: "warning", Title: "two stories tell the same event", check: repeated,
		Why: "A second example has to be another event."},
	{ID: "STAR804", Name: "story-old", Severity: "info", Title: "story is more than three years old", check: old,
		Why: "Recent stories show the present level; three years is the common advice and five the limit (a convention). Rare events may be older."},
	{ID: "STAR805", Name: "bank-small", Severity: "info", Title: "bank has few stories for the level", check: small,
		Why: "A loop uses ten to sixteen stories without telling one twice (a convention)."},
	{ID: "STAR806", Name: "kind-missing", Severity: "warning", Title: "no story of failure, conflict or feedback", check: kinds,
		Why: "Nearly every loop asks for a failure, a conflict and feedback that was hard to hear."},
	{ID: "STAR807", Name: "project-dominant", Severity: "info", Title: "half of the stories come from one project", check: dominant,
		Why: "Breadth is judged too. Those in their first job may set this one aside."},
	{ID: "STAR808", Name: "project-figures-differ", Severity: "warning", Title: "stories of a project give one thing two figures", check: differ,
		Why: "Interviewers compare notes: a team of 8 in one answer and of 12 in the next costs both of them."},
}

// LookupRule returns the rule with an id, in any case, or a name, or nil.
func LookupRule(key string) *Rule {
	for _, rule := range Rules {
		if rule.Name == key || strings.EqualFold(rule.ID, key) {
			return rule
		}
	}
	return nil
}

func uncovered(c *Coverage, _ time.Time) (found []Finding) {
	if len(c.Stories) == 0 {
		return nil
	}
	for _, cover := range c.Principles {
		if cover.Status == Covered {
			continue
		}
		f := Finding{Severity: "info", Stories: cover.Stories, Message: fmt.Sprintf("%s has %s of %d", cover.Principle.Name, count(cover.Counted), cover.Wanted)}
		if cover.Status == Gap {
			f.Message, f.Severity = fmt.Sprintf("%s has no story", cover.Principle.Name), "warning"
			if cover.Emphasis == First {
				f.Severity = "error"
			}
		}
		if len(cover.Principle.Elements) > 0 {
			f.Help = "think of: " + cover.Principle.Elements[0].Ask
		}
		found = append(found, f)
	}
	return found
}

func count(n int) string {
	if n == 1 {
		return "1 story"
	}
	return fmt.Sprintf("%d stories", n)
}

// mostAlone is how many principles may rest on one story alone.
const mostAlone = 2

func overloaded(c *Coverage, _ time.Time) (found []Finding) {
	alone := map[int][]string{}
	for _, cover := range c.Principles {
		if cover.Counted == 1 {
			alone[cover.Stories[0]] = append(alone[cover.Stories[0]], cover.Principle.Name)
		}
	}
	for k := range c.Stories {
		if names := alone[k]; len(names) > mostAlone {
			found = append(found, Finding{Stories: []int{k}, Message: fmt.Sprintf("%s alone covers %s", c.Stories[k].ID, strings.Join(names, "; ")),
				Help: "write a second story for one of them"})
		}
	}
	return found
}

// The ages in years at which a story is old, and too old.
const (
	oldYears    = 3
	tooOldYears = 5
)

func old(c *Coverage, now time.Time) (found []Finding) {
	for k := range c.Stories {
		year, month := 0, 12
		if n, _ := fmt.Sscanf(c.Stories[k].Date, "%d-%d", &year, &month); n == 0 || year < 1950 {
			continue
		}
		age := float64(now.Year()-year) + float64(int(now.Month())-month)/12
		if age <= oldYears {
			continue
		}
		f := Finding{Stories: []int{k}, Message: fmt.Sprintf("%s is from %s", c.Stories[k].ID, c.Stories[k].Date), Help: "look for a newer event that shows the same"}
		if age > tooOldYears {
			f.Severity = "warning"
		}
		found = append(found, f)
	}
	return found
}

func small(c *Coverage, _ time.Time) []Finding {
	want := bankSizes[c.Target.Level]
	if len(c.Stories) == 0 || len(c.Stories) >= want {
		return nil
	}
	return []Finding{{Message: fmt.Sprintf("bank has %s; %d are usual for %s", count(len(c.Stories)), want, c.Target.Level),
		Help: "write next for the gaps above"}}
}

func kinds(c *Coverage, _ time.Time) (found []Finding) {
	if len(c.Stories) == 0 {
		return nil
	}
	for _, kind := range []string{"failure", "conflict", "feedback"} {
		if !slices.ContainsFunc(c.Stories, func(p Profile) bool { return p.HasTag(kind) }) {
			found = append(found, Finding{Message: fmt.Sprintf("no story is tagged %s", kind),
				Help: fmt.Sprintf("write tags: [%s] in the story that tells one, or write that story", kind)})
		}
	}
	return found
}

// The share of one project that is too much, and the bank that is too small to
// say so.
const (
	mostOfOne   = 0.5
	fewestKnown = 4
)

func dominant(c *Coverage, _ time.Time) (found []Finding) {
	byProject := map[string][]int{}
	for k := range c.Stories {
		if project := c.Stories[k].Project; project != "" {
			byProject[project] = append(byProject[project], k)
		}
	}
	for project, members := range byProject {
		if len(c.Stories) >= fewestKnown && float64(len(members)) > mostOfOne*float64(len(c.Stories)) {
			found = append(found, Finding{Stories: members, Message: fmt.Sprintf("%d of %d stories come from the project %s", len(members), len(c.Stories), project),
				Help: "look for events from other work"})
		}
	}
	return found
}
