package anatomy

import (
	"sync"

	"starbank/star/prose"
)

// list builds the phrases of a list on first use.
func list(patterns ...string) func() *prose.Phrases {
	return sync.OnceValue(func() *prose.Phrases { return prose.NewPhrases(patterns...) })
}

// places say where a story happens.
var places = list("at", "company", "team", "teams", "department", "organisation", "organization", "startup", "start-up",
	"client", "client's", "customer", "customers", "customer's", "school", "university", "district", "office", "store", "warehouse", "plant",
	"hospital", "bank", "agency", "company's", "project", "service", "platform", "product", "pipeline", "system", "systems", "engineer", "manager",
	"lead", "intern", "internship", "management", "operations", "production", "resources", "setup", "loads", "working on", "working as",
	"class", "course", "site", "region", "facility", "facilities", "data center", "data centre", "datacenter")

// stakes are words for what is wrong, wanted or at risk.
var stakes = list("problem*", "issue*", "incident*", "outage*", "fail*", "broke*", "breaking", "break", "breaks", "down", "slow*", "latency", "bottleneck*",
	"ineffic*", "redundan*", "manual*", "delay*", "late", "miss", "missed", "missing", "lack*", "no one", "nobody", "without", "never",
	"risk*", "threat*", "breach*", "attack*", "vulnerab*", "expos*", "leak*", "compromis*", "stolen", "malicious", "ransomware", "phish*",
	"complain*", "complaint*", "unhappy", "upset", "angry", "frustrat*", "dissatisf*", "escalat*", "concern*", "worr*", "hesitan*",
	"resist*", "disagree*", "conflict*", "dispute*", "tension*", "friction", "difficult*", "hard", "hostile", "refus*", "reject*", "struggl*", "stuck",
	"deadline*", "urgent*", "urgently", "critical", "mandatory", "pressure", "emergency", "crisis", "peak", "overdue", "tight", "short notice",
	"error*", "bug*", "defect*", "incorrect*", "inaccura*", "wrong*", "inconsisten*", "mistake*", "unexplained", "unknown", "unclear", "ambigu*", "confus*",
	"cost*", "expens*", "budget*", "waste*", "overspend*", "debt", "legacy", "outdated", "old", "unused", "deprecat*", "obsolete",
	"los*", "declin*", "drop*", "decreas*", "increas*", "rising", "rose", "grew", "growing", "spike*", "surge*", "overload*", "overwhelm*", "underperform*",
	"burden*", "burnout", "turnover", "attrition", "churn*", "challeng*", "obstacle*", "gap*", "silo*", "fragment*", "duplicat*", "noise", "noisy", "false positive*", "false alarm*",
	"poor*", "bad*", "weak*", "insecure", "unsafe", "danger*", "unable", "could not", "couldn't", "cannot", "can't", "not able", "didn't", "did not", "wasn't", "weren't", "doesn't", "does not", "don't", "not enough",
	"but", "however", "although", "though", "despite", "instead", "too", "only", "yet", "even though", "unfortunately", "suddenly", "demand*", "require*", "needed to expand",
	"request*", "wanted", "asked", "audit*", "compliance", "regulat*", "lawsuit", "penalt*", "fine*", "competit*", "block*", "depend*", "workaround*", "shim*", "inclined", "bypass*", "violat*", "impact*", "affect*", "opportunit*", "unfamiliar", "flap*", "disorgani*", "unlabel*", "no", "high-priority", "by hand", "hand crafting", "different", "not", "unsure", "uncertain*", "threaten*", "harm*", "hurt*", "stop*", "cancel*", "quit", "left", "shortage*", "insufficient", "dark", "denied", "offline", "unreachable", "unavailable", "froze", "frozen", "hung", "exhaust*", "flaky", "unreliable", "unstable", "vulnerable", "absent", "understaffed", "behind schedule", "oppos*", "argu*", "ignor*", "skip*", "limited", "impossible", "reboot*", "crash*", "time consuming", "time-consuming", "tedious", "repetitive", "repeatedly", "hours", "took")

// times say when, without a figure.
var times = list("last year", "last month", "last week", "last quarter", "last summer", "last winter", "last spring", "last autumn", "last fall", "this year",
	"yesterday", "january", "february", "april", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday",
	"thursday", "friday", "saturday", "sunday", "weekend", "overnight", "quarter", "sprint", "semester", "during my", "while i was", "when i was", "when i worked", "when i joined", "recently",
	"the same day", "the next day", "that day", "that evening", "that night", "the following", "by the end", "within hours", "within days", "within weeks", "within months", "on time", "on schedule", "since then", "ever since", "for the first time", "ahead of schedule", "peak season", "black friday", "christmas", "a week", "a month", "a year", "a day", "an hour", "weeks", "months", "years", "days", "hours")

// goals name what is to be reached.
var goals = list("need*", "goal*", "task*", "objective*", "responsib*", "aim*", "target*", "had to", "have to", "must", "should", "want*", "deliver*", "ensur*",
	"asked", "ask", "assign*", "challenge was", "challenge", "mission", "decide*", "to be", "requir*", "plan*", "expect*", "deadline", "my job", "my role was", "role was", "in charge", "own*", "lead", "led", "accountable",
	"took on", "take on", "took it upon", "volunteer*", "charged with", "chose to", "set out", "so that", "in order to", "committed", "tried to", "trying to", "hoped", "wished", "expected", "problem was", "question was",
	"find", "fix", "build", "design", "create", "reduce", "improve", "increase", "solve", "resolve", "identify", "implement", "develop", "migrate", "restore", "investigate", "determine", "convince", "persuade", "figure", "make sure", "get the")

// duties say whose the task was, without a goal.
var duties = list("i was", "i am", "my", "i had", "i led", "i owned", "i needed", "i took", "we needed", "we had", "our")

// orders are bare verbs that begin a task noted as an order.
var orders = list("achieve", "adapt", "add", "address", "engineer", "recreate", "rework", "take", "taking", "building", "leading", "designing", "finding", "reducing", "fixing", "migrating", "improving", "organise", "raise", "talk", "present", "propose", "analyze", "ask", "call", "check", "collect", "compare", "complete", "compress", "conduct", "gather", "keep", "reach", "reproduce", "schedule", "set", "show", "start", "switch", "teach", "tell", "test", "track", "turn", "update", "use", "win", "analyse", "analyze", "assess", "automate", "balance", "bring", "build", "choose", "clean", "configure", "contain", "convince", "coordinate",
	"create", "cut", "debug", "decide", "deliver", "deploy", "design", "detect", "determine", "develop", "diagnose", "document", "drive", "eliminate", "enable", "ensure", "establish",
	"evaluate", "expand", "figure", "find", "fix", "get", "guide", "help", "identify", "implement", "improve", "increase", "integrate", "investigate", "isolate", "launch", "lead", "maintain", "make",
	"manage", "measure", "migrate", "move", "negotiate", "optimise", "optimize", "organise", "organize", "own", "patch", "plan", "prepare", "prevent", "prioritise", "prioritize", "prove", "provide", "rebuild",
	"recommend", "recover", "reduce", "refactor", "remove", "replace", "resolve", "restore", "review", "rewrite", "rotate", "run", "scale", "secure", "ship", "simplify", "solve", "stop", "support",
	"train", "troubleshoot", "understand", "unblock", "upgrade", "validate", "verify", "work", "write",
	"align", "audit", "close", "coach", "comply", "consolidate", "decommission", "define", "draft", "estimate", "explain", "finish", "grow", "handle", "harden", "hire", "host", "lower", "mediate",
	"meet", "mentor", "monitor", "onboard", "persuade", "produce", "protect", "publish", "release", "remediate", "rescue", "respond", "retain", "save", "serve", "shorten", "speed", "split",
	"stabilise", "stabilize", "standardise", "standardize", "streamline", "strengthen", "trace", "transform", "unify")

// vague are verbs that tell no act that somebody could have watched.
var vague = list("was", "were", "am", "is", "are", "be", "been", "being", "had", "have", "has", "felt", "feel", "believed", "believe", "thought", "think", "knew", "know", "wanted", "want", "hoped", "hope",
	"wished", "liked", "loved", "enjoyed", "needed", "need", "learned", "learnt", "learn", "understood", "understand", "realised", "realized", "committed", "contributed", "participated",
	"collaborated", "collaborate", "collaborating", "helped", "assisted", "supported", "involved", "tried", "try", "attempted", "dedicated", "became", "become", "remained", "stayed", "seemed", "got", "could", "would", "should", "can", "will", "might",
	"managed", "strove", "aimed", "sought", "focused", "focussed", "continued", "started", "kept", "led", "lead", "ensured", "embraced", "leveraged", "fostered", "empowered", "did", "do", "saw", "see", "noticed", "respected")

// soft are those of them that tell an act all the same, though not which.
var soft = list("committed", "contributed", "participated", "collaborated", "helped", "assisted", "supported", "tried", "attempted", "got", "managed", "sought", "focused", "focussed",
	"continued", "started", "kept", "led", "ensured", "fostered", "empowered", "learned", "learnt", "did")

// reasons mark why a step was taken.
var reasons = list("because", "so that", "since", "in order to", "instead of", "rather than", "trade-off", "trade-offs", "decided", "chose", "considered", "weighed",
	"the reason", "given that", "on the grounds", "hypothesis", "i expected", "otherwise", "so i", "so we", "to avoid", "to make sure", "to ensure", "to see", "to prove", "to show", "to find", "which meant", "due to", "therefore", "as a result", "based on")

// befores compare with what was.
var befores = list("down from", "up from", "instead of", "compared to", "compared with", "previously", "used to", "no longer", "from the previous", "than before", "before that",
	"by half", "halved", "doubled", "tripled", "industry average", "year over year", "year-over-year", "month over month", "below target", "above target", "ahead of", "against a target", "for the first time", "than the year before", "year before", "quarter before", "month before", "week before", "cases before", "ones before", "a year earlier", "formerly", "at first")

// events are outcomes that somebody else could confirm.
var events = list("agreed", "accepted", "adopted", "adopt", "approved", "approval", "signed", "closed the", "closed", "won", "renewed", "hired", "promoted", "promotion", "selected", "merged",
	"launched", "shipped", "released", "published", "delivered", "went live", "in production", "to production", "rolled out", "went out", "on time", "on schedule", "ahead of schedule", "before the deadline", "expected deadline", "weeks before", "days before", "finished", "completed", "met the", "met our", "met all", "missed no",
	"passed", "passing", "still in use", "is still", "are still", "still our", "is now", "are now", "now surfaces", "now has", "now have", "now use", "now uses", "now requires", "since then", "no longer", "never again", "has not", "have not", "hasn't", "haven't",
	"became the", "became our", "became part", "became a lead", "became a senior", "became lead", "standard", "eliminated", "restored", "recovered", "prevented", "functional", "unblocked", "unblock", "reversed", "rejected", "stopped", "retired", "removed", "replaced", "decommissioned", "cancelled", "canceled",
	"rectify", "rectified", "corrected", "fixed the", "was fixed", "were fixed", "refunded", "apologised", "apologized", "thanked", "invited", "asked me", "asked us", "asked for", "they told", "he told", "she told", "recommended", "used by", "uses it", "use it", "using it", "reused", "extended to", "expanded", "exists", "integrated", "converted", "converting", "migrated",
	"graduated", "grade", "award", "awarded", "profitable", "profit", "trusted", "chose", "decided", "switched", "offered", "added the first", "the first", "verified", "mitigated", "enforced", "handed over", "joined", "stayed", "came back", "returned", "reducing the need", "expanded user base", "improved relationships", "changed the", "changed our", "changed how")
