package readiness

import (
	"strings"

	"starbank/principles"
	"starbank/star"
	"starbank/star/anatomy"
	"starbank/star/evidence"
	"starbank/star/prose"
)

// anchors describe the levels of each part.
var anchors = [parts][4]string{
	Structure: {"Action or Result is missing or says nothing", "a section is missing or thin", "every section says what it is for",
		"every section is specific: a stake and a time, an owner and a goal"},
	Action: {"no step of the teller's own", "one or two own steps, or most of them told as we", "three own steps or more",
		"three own steps or more, a reason, and what stood in the way"},
	Result: {"nothing came of it", "an outcome is asserted", "a figure, or an event that others could confirm",
		"a figure, what it was before, by when, and for whom"},
	Principle: {"no recognised evidence", "some wordings speak for it", "two of its elements are told", "three of its elements are told, or more"},
	Delivery: {"too much in the way of a listener, in its length or its words", "something in the way that most listeners would notice", "one thing in the way of a listener",
		"can be said as it stands"},
}

type judge func(*anatomy.Anatomy, *evidence.Evidence) Verdict

var judges = [parts]judge{structure, action, result, principle, delivery}

// asked are the parts of a story in the order in which what they lack is asked for.
var asked = []star.Part{star.Action, star.Result, star.Situation, star.Task}

func structure(a *anatomy.Anatomy, _ *evidence.Evidence) Verdict {
	v := Verdict{Level: 3}
	if a.Sections[star.Situation].Level < 3 || a.Sections[star.Task].Level < 2 {
		v.Level = 2
	}
	for _, part := range asked {
		if a.Sections[part].State != anatomy.OK {
			v.Level = 1
		}
	}
	if absent(a.Sections[star.Action]) || absent(a.Sections[star.Result]) {
		v.Level = 0
	}
	if v.Level < 3 {
		v.In, v.Ask = lacking(a, v.Level)
	}
	return v
}

// absent reports whether a section says nothing, by no words or by empty ones.
func absent(s anatomy.Section) bool { return s.State == anatomy.Missing || s.Hollow }

// lacking asks for what keeps the structure at a level: a section that is missing
// or thin, else what the Situation or the Task leaves out.
func lacking(a *anatomy.Anatomy, level int) (section, ask string) {
	for _, state := range []anatomy.State{anatomy.Missing, anatomy.Thin, anatomy.OK} {
		for _, part := range asked {
			section := a.Sections[part]
			switch {
			case section.State != state:
			case state == anatomy.Missing:
				return "", "write the " + part.Title()
			case len(section.Lacks) > 0 && (level < 2 || part == star.Situation || part == star.Task):
				return part.String(), section.Lacks[0].Ask
			}
		}
	}
	return "", "say more of what each section is for"
}

func action(a *anatomy.Anatomy, e *evidence.Evidence) Verdict {
	section, own, shared := a.Sections[star.Action], 0, 0
	for _, step := range a.Steps {
		if step.Person == prose.We {
			shared++
		} else {
			own++
		}
	}
	v := Verdict{Level: section.Level, Ask: "say why this way, and what stood in the way"}
	if len(section.Lacks) > 0 {
		v.Ask = section.Lacks[0].Ask
	}
	if shared > 0 && own == 0 {
		return Verdict{Level: 0, Ask: "say which steps were yours: I + verb + what"}
	}
	return v.finish()
}

func result(a *anatomy.Anatomy, _ *evidence.Evidence) Verdict {
	section := a.Sections[star.Result]
	v := Verdict{Level: section.Level, Ask: "say how much, how many or how long"}
	if len(section.Lacks) > 0 {
		v.Ask = section.Lacks[0].Ask
	}
	return v.finish()
}

// principle judges the evidence for the principles that the story is filed under,
// else for the one that it proves best.
func principle(_ *anatomy.Anatomy, e *evidence.Evidence) Verdict {
	best := foremost(e)
	if best == nil {
		return Verdict{Ask: "name the principle that the story is to prove"}
	}
	v := Verdict{Of: best.Principle.Name, Level: proven(best), In: best.Principle.Name, Ask: "tell more of what it asks for"}
	for i, covered := range best.Covered {
		if ask := best.Principle.Elements[i].Ask; !covered && ask != "" {
			v.Ask = ask
			break
		}
	}
	return v.finish()
}

// proven counts the elements that are told, not the share of the principle among
// all: that one falls when more is told of another.
func proven(proof *principles.Proof) int {
	switch elements := proof.Elements(); {
	case proof.Strength == principles.None:
		return 0
	case elements < 2:
		return 1
	default:
		return min(elements, 3)
	}
}

// foremost returns the proof that goes farthest, of those that count.
func foremost(e *evidence.Evidence) (best *principles.Proof) {
	for i := range e.Proofs {
		proof := &e.Proofs[i]
		if len(e.Declared) > 0 && !e.Declares(proof.Principle.ID) {
			continue
		}
		if best == nil || proven(proof) > proven(best) {
			best = proof
		}
	}
	return best
}

// fewestWords is half a minute, spoken: in less a listener learns of no event.
const fewestWords = 70

// delivery begins at the top; what is found holds it back.
func delivery(a *anatomy.Anatomy, _ *evidence.Evidence) Verdict {
	if a.Words == 0 {
		return Verdict{Ask: "write what you would say"}
	}
	if a.Words < fewestWords {
		return Verdict{Level: 2, Ask: "tell it in full; an answer takes two to three minutes"}
	}
	return Verdict{Level: 3}
}

// finish leaves nothing to ask for at the top.
func (v Verdict) finish() Verdict {
	if v.Level == 3 {
		v.Ask = ""
	}
	return v
}

// limits say how far a part goes while a finding of a rule stands, by the name of
// the rule.
var limits = map[string]struct {
	part  Part
	level int
}{
	"not-a-story":            {Structure, 0},
	"story-empty":            {Structure, 0},
	"section-repeated":       {Structure, 1},
	"placeholder-left":       {Structure, 1},
	"section-order":          {Structure, 2},
	"action-thin":            {Action, 1},
	"action-few-steps":       {Action, 1},
	"action-we":              {Action, 1},
	"action-by-others":       {Action, 1},
	"habit-told":             {Action, 1},
	"hypothetical":           {Action, 1},
	"action-passive":         {Action, 2},
	"action-no-reason":       {Action, 2},
	"no-obstacle":            {Action, 2},
	"result-thin":            {Result, 1},
	"praise-only":            {Result, 1},
	"result-no-metric":       {Result, 2},
	"result-no-baseline":     {Result, 2},
	"result-no-timeframe":    {Result, 2},
	"result-no-effect":       {Result, 2},
	"result-open":            {Result, 2},
	"figures-disagree":       {Result, 2},
	"principle-unknown":      {Principle, 1},
	"principle-unproven":     {Principle, 1},
	"principle-weak":         {Principle, 1},
	"principles-many":        {Principle, 2},
	"principle-contradicted": {Principle, 1},
	"principle-must-missing": {Principle, 2},
}

// ofPrimary are rules about the primary principle of a story, which need not be the
// one that it proves best.
var ofPrimary = map[string]bool{"principle-weak": true, "principle-must-missing": true}

// inTheWay are rules about what a listener stumbles over, beside those of the bands
// of wording and of confidentiality.
var inTheWay = map[string]bool{"situation-long": true, "action-share": true, "result-long": true, "story-short": true, "story-long": true,
	"headline-missing": true, "paragraph-long": true}

// disturbs reports whether a finding is in the way of a listener. Suggestions are
// not.
func (f Finding) disturbs() bool {
	return f.Weight > 0 && (strings.HasPrefix(f.ID, "STAR4") || strings.HasPrefix(f.ID, "STAR5") || inTheWay[f.Name])
}

// hold lowers the parts that findings hold back. Primary is the name of the primary
// principle, or "".
func (r *Readiness) hold(found []Finding, primary string) {
	for _, f := range found {
		if f.Weight == 2 {
			if r.Errors++; r.Errors == 1 {
				r.Mend = f.Help
			}
		}
		if limit, is := limits[f.Name]; is {
			if lowered := r.Parts[limit.part].lower(limit.level, f.Help); lowered && ofPrimary[f.Name] && primary != "" {
				r.Parts[limit.part].Of, r.Parts[limit.part].In = primary, primary
			}
		}
		if f.disturbs() {
			r.Parts[Delivery].lower(max(0, r.Parts[Delivery].Level-f.Weight), f.Help)
		}
	}
}

// lower brings a part down to a level, and reports whether it was above. What lowers
// it first is what is asked for.
func (v *Verdict) lower(level int, ask string) bool {
	if v.Level <= level {
		return false
	}
	v.Level = level
	if v.Ask == "" || v.Part != Delivery {
		v.Ask = ask
	}
	return true
}

// primaryName returns the name of the primary principle, or "".
func primaryName(e *evidence.Evidence) string {
	if len(e.Declared) == 0 {
		return ""
	}
	if proof := e.Proof(e.Declared[0]); proof != nil {
		return proof.Principle.Name
	}
	return ""
}
