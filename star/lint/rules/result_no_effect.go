package rules

import (
	"starbank/star"
	"starbank/star/lint"
)

// ResultNoEffect reports a Result that is technical only. Colleagues count as
// users.
var ResultNoEffect = &lint.Rule{
	ID:       "STAR204",
	Name:     "result-no-effect",
	Title:    "result does not say whom it served",
	Why:      "A figure of a machine becomes evidence when it reaches people, money or risk.",
	Severity: lint.Info,
	Since:    "0.1",
	Bad:      "result: |\n  The suite went from 50 to 12 minutes within five weeks, and memory use fell from 30 to 9 gigabytes. The runner has kept that pace since then on all eight machines.",
	Good:     "result: |\n  The suite went from 50 to 12 minutes within five weeks, and customers now get fixes on the day they are written. The runner has kept that pace since then on all eight machines.",
	Check: func(p *lint.Pass) {
		section := told(p, star.Result)
		if isThin(p, star.Result) || !p.Anatomy.Metric || served().Has(section.Prose) {
			return
		}
		for _, n := range section.Prose.Numbers {
			if n.Kind.String() == "money" {
				return
			}
		}
		if i, we := section.Prose.Persons(); i+we > 0 && lesson(section.Prose) {
			return
		}
		p.ReportAt(section, "result does not say whom it served", "say what it meant for customers, colleagues, money or risk")
	},
}

// served are words for people, money, risk and work.
var served = list("customer*", "user*", "client*", "patient*", "student*", "people", "person", "colleague*", "engineer*", "developer*", "team*", "analyst*", "manager*", "director*", "partner*", "vendor*",
	"supplier*", "auditor*", "regulator*", "tenant*", "merchant*", "seller*", "buyer*", "driver*", "nurse*", "doctor*", "teacher*", "tutor*", "volunteer*", "intern*", "staff", "employee*", "candidate*", "hire*", "executive*", "stakeholder*", "leadership",
	"company", "business", "department*", "organisation*", "organization*", "office*", "site*", "store*", "shop*", "bank", "hospital*", "school*", "council", "board", "support", "sales", "finance", "legal", "marketing", "product", "operations", "operator*", "responder*", "reviewer*", "on-call", "guard*", "group*", "everyone", "nobody", "anyone",
	"revenue", "cost*", "sav*", "margin", "budget", "money", "spend*", "churn", "retention", "complaint*", "ticket*", "incident*", "outage*", "downtime", "uptime", "availability", "risk*", "exposure", "breach*", "fraud", "vulnerab*", "finding*", "compliance", "audit*", "fine*", "hours", "adoption", "renew*", "launch*", "release*", "sla", "satisfaction", "trust", "deadline", "contract*", "deal*", "promot*", "manual", "effort", "productivity", "efficiency", "order*", "sick", "work", "worker*", "attack*", "maintainer*", "competitor*", "project*", "player*", "guest*", "visitor*", "citizen*", "resident*", "child*", "parent*", "passenger*", "rider*", "farmer*", "reader*", "member*", "owner*", "victim*", "contractor*", "warehouse*", "desk")
