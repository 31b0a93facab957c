// Package prep is the days before an interview: the stages of the process, a checklist
// of which the bank answers what it can, and the sentences of a story that fit a time.
//
// The stages and what each wants are those of candidates' guides, and in part of the
// employer's own pages; see [Stages].
package prep

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"starbank/principles"
	"starbank/star/readiness"
	"starbank/stories"
	"starbank/stories/rehearse"
	"starbank/stories/rehearse/practice"
)

// Stage is a part of the process.
type Stage struct {
	Name, Wants string
	Items       []Item
}

// Item is one thing to have done.
type Item struct {
	ID, Text string
	How      string // the command that serves it, or ""
	look     func(*Bank) (done bool, state string)
	only     func(stories.Target) bool // whose item it is, or nil
}

// Own reports whether only the candidate knows that it is done.
func (i *Item) Own() bool { return i.look == nil }

// Bank is what is looked at.
type Bank struct {
	Asker   *rehearse.Asker
	Plan    rehearse.Plan
	Answers []practice.Answer
	Set     *principles.Set
	Target  stories.Target
	Now     time.Time
}

// State is how an item stands.
type State struct {
	*Item
	Done  bool
	State string // what was seen, or when it was ticked
}

// Stages are those that candidates' guides name, in their order. Times and numbers are
// conventions of guides; the employer publishes that technical phone screens take an
// hour and hold questions about behaviour too.
var Stages = []Stage{
	{"Initial screening", "about half an hour with a recruiter: who you are, why this job, a story or two", []Item{
		{ID: "intro", Text: "tell in two minutes who you are", How: "star practice --round screen", look: introduced},
		{ID: "advert", Text: "read the advert again, and set role and level in star.yaml by it"},
	}},
	{"Technical interviews", "one or two of an hour, each with a question about behaviour as well", []Item{
		{ID: "cybersecurity-fundamentals", Text: "fundamentals: keys, access control, attacks", How: technicalRound, look: domain("cybersecurity-fundamentals"), only: security},
		{ID: "cloud-security", Text: "cloud security", How: technicalRound, look: domain("cloud-security"), only: security},
		{ID: "network-security", Text: "network security", How: technicalRound, look: domain("network-security"), only: security},
		{ID: "application-security", Text: "application security", How: technicalRound, look: domain("application-security"), only: security},
		{ID: "provider", Text: "the provider's own services: IAM, Security Hub, GuardDuty, Config, CloudTrail, security groups, network ACLs, bucket policies", only: security},
		{ID: "coding", Text: "coding and problem solving, aloud", only: stories.Target.Technical},
		{ID: "news", Text: "a habit of security news, and one thing of it that you have applied", How: "star questions sec-02", only: security},
	}},
	{"Behavioral interviews", "four to six people, each with two or three principles and many follow-ups; one is the bar raiser", []Item{
		{ID: "principles", Text: "a story that proves each principle your role meets first", How: "star coverage", look: covered},
		{ID: "loop", Text: "a story for every question of the loop", How: "star plan", look: carried},
		{ID: "ready", Text: "no story of the plan that is not nearly ready", How: "star check", look: ready},
		{ID: "kinds", Text: "a failure, a conflict and a feedback story", How: "star coverage", look: kinds},
		{ID: "security", Text: "the questions about behaviour that security engineers are asked", How: "star questions --required --kind behavioral", look: securityQuestions, only: security},
		{ID: "followups", Text: "facts for the follow-ups, kept beside each story of the plan", How: "star edit STORY", look: backed},
		{ID: "mock", Text: "each story of the plan told aloud in the last two weeks", How: "star practice --round loop", look: mocked},
	}},
	{"Final interviews", "executives, for senior and managing roles: scope, judgement, the long view", []Item{
		{ID: "scope", Text: "two stories of your widest scope, each told from its decision", only: senior},
		{ID: "questions", Text: "three questions for each interviewer: role, practice, vision", How: "star questions --to-ask"},
		{ID: "notes", Text: "notes of anchors, no script, and say that you use them; no generative AI in the interview", How: "star prep --cards html"},
	}},
}

func security(t stories.Target) bool { return t.Role == stories.SecurityEngineer }

func senior(t stories.Target) bool { return t.Level >= "L6" }

const technicalRound = "star practice --round technical"

// Look says how the items of a stage stand that are the target's. Ticks are the days of those that the
// candidate has done.
func (s *Stage) Look(b *Bank, ticks map[string]string) (states []State) {
	for i := range s.Items {
		item := &s.Items[i]
		switch {
		case item.only != nil && !item.only(b.Target):
		case item.Own():
			states = append(states, State{item, ticks[item.ID] != "", ticks[item.ID]})
		default:
			done, state := item.look(b)
			states = append(states, State{item, done, state})
		}
	}
	return states
}

// OwnItems lists the ids of the items that only the candidate can tick.
func OwnItems() (ids []string) {
	for _, stage := range Stages {
		for i := range stage.Items {
			if stage.Items[i].Own() {
				ids = append(ids, stage.Items[i].ID)
			}
		}
	}
	return ids
}

// well reports whether an item was practised, and went well the last time.
func (b *Bank) well(item string, since time.Time) bool {
	for i := len(b.Answers) - 1; i >= 0; i-- {
		if a := &b.Answers[i]; a.Item == item {
			return a.Rating >= practice.Good && !a.Time.Before(since)
		}
	}
	return false
}

func introduced(b *Bank) (bool, string) {
	for _, q := range b.Asker.Questions().Questions {
		if q.Theme == "intro" && b.well(q.ID, time.Time{}) {
			return true, "it went well"
		}
	}
	return false, "not practised, or not well yet"
}

func domain(name string) func(*Bank) (bool, string) {
	return func(b *Bank) (bool, string) {
		well, all := 0, 0
		for _, q := range b.Asker.Questions().Questions {
			if q.Domain == name && q.Kind == principles.Technical {
				if all++; b.well(q.ID, time.Time{}) {
					well++
				}
			}
		}
		return all > 0 && well == all, fmt.Sprintf("%d of %d questions went well", well, all)
	}
}

func covered(b *Bank) (bool, string) {
	var lacking []string
	all, weightiest := 0, b.weightiest()
	for i := range b.Set.Principles {
		p := &b.Set.Principles[i]
		if b.Target.Emphasis(p.ID) < weightiest {
			continue
		}
		if all++; !slices.ContainsFunc(b.Asker.Candidates(), func(c *rehearse.Candidate) bool {
			proof := c.Evidence.Proof(p.ID)
			return proof != nil && proof.Strength >= principles.Solid
		}) {
			lacking = append(lacking, p.ID)
		}
	}
	return len(lacking) == 0, withLacking(all-len(lacking), all, lacking)
}

// weightiest returns the highest emphasis of a principle of the set: of values that no
// role is known to meet first, all weigh alike.
func (b *Bank) weightiest() (most stories.Emphasis) {
	for i := range b.Set.Principles {
		most = max(most, b.Target.Emphasis(b.Set.Principles[i].ID))
	}
	return most
}

// withLacking counts, and names a few that are missing.
func withLacking(n, all int, lacking []string) string {
	text := fmt.Sprintf("%d of %d", n, all)
	const most = 3
	if len(lacking) == 0 {
		return text
	}
	text += "; not " + strings.Join(lacking[:min(most, len(lacking))], ", ")
	if len(lacking) > most {
		text += fmt.Sprintf(" and %d more", len(lacking)-most)
	}
	return text
}

// planned returns the stories of the plan, each once.
func (b *Bank) planned() (found []*rehearse.Candidate) {
	for i := range b.Plan.Assignments {
		if pick := b.Plan.Assignments[i].Story; pick != nil {
			found = append(found, pick.Candidate)
		}
	}
	return found
}

func carried(b *Bank) (bool, string) {
	return b.Plan.Filled(), fmt.Sprintf("%d of %d", len(b.planned()), len(b.Plan.Assignments))
}

// among says for how many stories of the plan something holds.
func (b *Bank) among(holds func(*rehearse.Candidate) bool) (bool, string) {
	var lacking []string
	planned := b.planned()
	for _, c := range planned {
		if !holds(c) {
			lacking = append(lacking, c.Story.ID)
		}
	}
	return len(planned) > 0 && len(lacking) == 0, withLacking(len(planned)-len(lacking), len(planned), lacking)
}

func ready(b *Bank) (bool, string) {
	return b.among(func(c *rehearse.Candidate) bool { return c.Readiness.Score >= readiness.NearlyReady })
}

func backed(b *Bank) (bool, string) {
	return b.among(func(c *rehearse.Candidate) bool { return len(c.Story.Followups) > 0 })
}

// mockDays is how long ago a story may have been told aloud.
const mockDays = 14

func mocked(b *Bank) (bool, string) {
	since := b.Now.AddDate(0, 0, -mockDays)
	return b.among(func(c *rehearse.Candidate) bool {
		return slices.ContainsFunc(b.Answers, func(a practice.Answer) bool {
			return a.Item == c.Story.ID && a.Round != "recall" && !a.Time.Before(since)
		})
	})
}

func kinds(b *Bank) (bool, string) {
	var lacking []string
	wanted := []string{"failure", "conflict", "feedback"}
	for _, tag := range wanted {
		if !slices.ContainsFunc(b.Asker.Candidates(), func(c *rehearse.Candidate) bool {
			for _, t := range c.Story.Tags {
				if strings.EqualFold(t.Text, tag) {
					return true
				}
			}
			return false
		}) {
			lacking = append(lacking, tag)
		}
	}
	return len(lacking) == 0, withLacking(len(wanted)-len(lacking), len(wanted), lacking)
}

func securityQuestions(b *Bank) (bool, string) {
	var lacking []string
	all := 0
	for _, q := range b.Asker.Questions().Questions {
		if !q.Required || q.Kind != principles.Behavioral {
			continue
		}
		if all++; !firstFits(b.Asker, q.Text) {
			lacking = append(lacking, q.ID)
		}
	}
	return len(lacking) == 0, withLacking(all-len(lacking), all, lacking)
}

func firstFits(a *rehearse.Asker, question string) bool {
	answer := a.Ask(question)
	return answer.Fits()
}
