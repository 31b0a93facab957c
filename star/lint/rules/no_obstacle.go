package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// weakObstacles is how many weak signs make an obstacle.
const weakObstacles = 2

// NoObstacle suggests to say what was difficult.
var NoObstacle = &lint.Rule{
	ID:       "STAR310",
	Name:     "no-obstacle",
	Title:    "nothing stands in the way",
	Why:      "Without a difficulty there is no telling how hard it was, and so at which level.",
	Severity: lint.Info,
	Since:    "0.2",
	Bad: "situation: |\n  In March 2025 our payment team at a bank ran a test suite for every release. Two fixes for customers were planned, and a partner launch was four weeks away.\n" +
		"action: |\n  I timed every test and found that one in ten took most of the time. I divided the suite into eight parts and ran them side by side. I rebuilt the fixtures with a colleague and compared the results row by row. I moved the copies of the table into memory, to spare the database. I told the leads every Friday.",
	Good: "action: |\n  " + steps,
	Check: func(p *lint.Pass) {
		action := told(p, star.Action)
		if action == nil || p.Anatomy.Words < storyWordsError {
			return
		}
		if quotes(action.Prose) {
			return
		}
		weak := 0
		for _, section := range parts(p, star.Situation, star.Task, star.Action) {
			if obstacles().Has(section.Prose) {
				return
			}
			weak += len(slightObstacles().Find(section.Prose))
		}
		if weak < weakObstacles {
			p.ReportAt(action, "nothing stands in the way of the action", "say what was hard about it, or who was against it")
		}
	},
}

var obstacles = list("despite", "setback*", "obstacle*", "block*", "refus*", "fail*", "broke*", "disagree*", "conflict*", "resist*", "reject*", "delay*", "slip*", "ran out", "lost", "lose", "losing", "cancel*", "outage*", "no budget", "no time", "unclear", "bankrupt", "resigned", "deadline*",
	"challeng*", "problem*", "issue*", "difficult*", "struggl*", "stuck", "wrong", "mistake*", "complain*", "pushback", "pushed back", "push back", "opposed", "objected", "objection*", "against", "hesitant", "reluctan*", "skeptical", "sceptical", "risk*", "concern*", "pressure", "urgent*", "bug*", "error*", "crash*", "incident*", "attack*", "breach*",
	"conflicting", "unknown", "no one knew", "nobody knew", "missing", "lack*", "limited", "constraint*", "bottleneck*", "slow*", "worse", "unstable", "flaky", "understaffed", "overloaded", "short notice", "tight", "behind schedule", "couldn't", "could not", "unable", "fear*", "afraid", "burned", "burnt", "wait*", "exposed", "convinc*", "persuad*", "doubt*", "worr*", "hurt*")

var slightObstacles = list("but", "however", "although", "though", "yet", "unfortunately", "still", "late", "only", "first time", "instead", "without", "never", "didn't", "did not", "wasn't", "behind", "too", "not", "no", "hard")
