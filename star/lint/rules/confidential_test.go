package rules

import (
	"slices"
	"strings"
	"testing"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/linttest"
)

// confidential are the rules about what is told of others, but for secrets.
var confidential = []*lint.Rule{NameGiven, CodeName, MoneyNamed, FlawUnpublished}

// toldIn returns what the rules find in a sentence of a sound story, as "STAR501
// info: message".
func toldIn(sentence string, config lint.Config) (found []string) {
	text := linttest.Overlay("lesson: |\n  Since then I wait. " + sentence + "\n")
	for _, d := range lint.Run(star.Parse("x.md", []byte(text)), confidential, config).Diagnostics {
		found = append(found, d.Rule.ID+" "+d.Severity.String()+": "+d.Message)
	}
	return found
}

func TestConfidentialTold(t *testing.T) {
	party := func(name string) []string { return []string{`STAR501 warning: "` + name + `" is named`} }
	code := func(name string) []string { return []string{`STAR502 warning: "` + name + `" is an internal name`} }
	for sentence, want := range map[string][]string{
		"Our client Brightwell asked for it.":                  party("Brightwell"),
		"The client, Brightwell, asked for it.":                party("Brightwell"),
		"Client Brightwell asked for it.":                      party("Brightwell"),
		"I worked for Brightwell Ltd on it.":                   party("Brightwell Ltd"),
		"We signed with Brightwell Inc. in May.":               party("Brightwell Inc"),
		"We used Brightwell, Inc. for it.":                     party("Brightwell, Inc"),
		"I worked for Tom & Brightwell GmbH on it.":            party("Tom & Brightwell GmbH"),
		"A client called Brightwell left.":                     party("Brightwell"),
		"A partner named Greenfield left.":                     party("Greenfield"),
		"Our customer Brightwell Bank complained.":             party("Brightwell Bank"),
		"I read our client Brightwell’s ledger.":               party("Brightwell"),
		"Our client Audi asked for it.":                        party("Audi"),
		"Our clients, Audi and VW, came.":                      party("Audi"),
		"We had clients such as Brightwell.":                   party("Brightwell"),
		"The vendor Foobar missed it.":                         party("Foobar"),
		"I called Dr. Wanjiku about it.":                       party("Wanjiku"),
		"I called Ms Wanjiku about it.":                        party("Wanjiku"),
		"Prof. Miller said no.":                                party("Miller"),
		"I convinced my manager Anna Schmidt to wait.":         party("Anna Schmidt"),
		"I convinced my manager, Anna Schmidt, to wait.":       party("Anna Schmidt"),
		"My manager Anna Schmidt's view was that we wait.":     party("Anna Schmidt"),
		"My old manager Sarah Connor left.":                    party("Sarah Connor"),
		"Our CTO Jane Doe agreed.":                             party("Jane Doe"),
		"I asked my colleague Tom about it.":                   {`STAR501 info: "Tom" is named`},
		"A colleague named Tom said so.":                       {`STAR501 info: "Tom" is named`},
		"Project Bluebird went live.":                          code("Project Bluebird"),
		"The project Bluebird went live.":                      code("project Bluebird"),
		"Bluebird and our project Bluebird were late.":         code("project Bluebird"),
		"I was on Project Aurora, then Project Helios.":        {code("Project Aurora")[0], code("Project Helios")[0]},
		"The project \"Bluebird\" was late.":                   code("project Bluebird"),
		"We ran Operation Sunrise that night.":                 code("Operation Sunrise"),
		"It was codenamed Falcon.":                             code("Falcon"),
		"It was code-named \"Falcon\" by them.":                code("Falcon"),
		"It was internally called Falcon.":                     code("Falcon"),
		"It was internally known as Red Falcon.":               code("Red Falcon"),
		"Our client Brightwell paid €1,250,000.":               {`STAR501 warning: "Brightwell" is named`, `STAR504 warning: "€1,250,000" stands beside "Brightwell"`},
		"We won $2.4M from Brightwell Ltd in May.":             {`STAR504 warning: "$2.4M" stands beside "Brightwell Ltd"`, `STAR501 warning: "Brightwell Ltd" is named`},
		"Brightwell Ltd went from $20,000 to $48,000 a year.":  {`STAR501 warning: "Brightwell Ltd" is named`, `STAR504 warning: "$20,000" stands beside "Brightwell Ltd"`},
		"There is a zero-day in Fortinet.":                     {`STAR505 warning: "zero-day": the flaw is not said to be closed or public`},
		"I found an SQL injection in Jira that let anyone in.": {`STAR505 warning: "SQL injection": the flaw is not said to be closed or public`},
		"Outlook's remote code execution can be exploited.":    {`STAR505 warning: "remote code execution": the flaw is not said to be closed or public`},
	} {
		if got := toldIn(sentence, lint.Config{}); !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", sentence, got, want)
		}
	}
}

// TestConfidentialSound holds that what only looks like a name, a code name, a
// price or a flaw is left alone.
func TestConfidentialSound(t *testing.T) {
	for _, sentence := range []string{
		"Customer Obsession matters.", "The customer Support team said so.", "Sending client Google review requests was slow.", "The customer API broke.", "Our customer IT team knew.",
		"The Customer Success Manager said so.", "Handling a Client Escalation is hard.", "- Customer Obession", "My manager, In March, said so.", "My manager. Anna said so.", "The Director of Engineering agreed.",
		"My manager Monday morning said so.", "The lead Java developer left.", "A lead Engineer left.", "Our partner AWS helped.", "The vendor Workday was slow.", "The customer Python code broke.", "The vendor European team came.",
		"I read the customer Data Platform guide.", "Our CTO Office agreed.", "Our CEO All Hands came.", "VP Engineering agreed.", "Our VP Product agreed.", "The Ms Office file broke.", "MS Excel broke.", "We trained DR Failover.",
		"A Siemens PLC failed.", "Microsoft Corp said so.", "The partner Portal broke.", "Vendor Management matters.", "My boss Thanks me.", "The client: We need it.", "The clients, However, left.", "Partners like AWS helped.", "Our customers in Germany came.",
		"Our Client Is King And Rules The World", "My manager Agreed to it.", "\n\n  ## Client Brightwell asked for it\n\n  It passed.",
		"The Project Manager agreed.", "Project X was late.", "The project I led was late.", "The Project Management Office agreed.", "Our project Kubernetes cluster broke.", "That was my group project AwesomeRush.", "It is an open-source project Vitess.",
		"The Operation Manager agreed.", "The project. We left it.", "He called the project \"We need it now\".", "Project Zero published it.", "I read of the project Apollo 11 and of Project Manhattan.", "The Project Kickoff Meeting was late.", "The project Timeline was late.", "The project (Java) was late.", "Microsoft Project Online broke.", "He internally called me.",
		"In the project Tom left.", "On that project Tom left.", "For my project Sarah helped.", "Each project Had risks.", "Operation Costs fell.", "During operation Valves fail.", "I led Project Delivery.",
		"I worked with a partner Bank.", "I told the client Yes.", "My mentor Once told me so.", "I mapped customer Pain points.", "Dr Pepper is a drink.", "The CTO Level is hard.", "Peace Corps volunteers came.", "I incorporated as an LLC.",
		"A client paid $48,000.", "AWS cost us $48,000.",
		"I found an SQL injection in our AWS account that let anyone read it.", "I exploited an XSS in the Kubernetes cluster.", "I found a flaw in Jira that let anyone read, and Atlassian fixed it.", "CVE-2024-1234 in Fortinet was unpatched.", "I taught Python developers how SQL injection is exploited.", "A vulnerability in Java code lets anyone run code.", "I read of the zero-day on a Friday.",
	} {
		if got := toldIn(sentence, lint.Config{}); len(got) > 0 {
			t.Errorf("%s\n raises %q", sentence, got)
		}
	}
}

// TestEstimates holds that a name beside an estimate or a range raises the name
// alone.
func TestEstimates(t *testing.T) {
	for _, amount := range []string{"about $48,000", "over $2M", "$40,000-50,000", "between $40,000 and $60,000", "up to $40,000", "~$40k", "$40k+ a year", "48 %", "48 hours"} {
		if got := toldIn("Our client Brightwell saved "+amount+".", lint.Config{}); len(got) != 1 || !strings.HasPrefix(got[0], "STAR501") {
			t.Errorf("%s raises %q", amount, got)
		}
	}
}

func TestAllowed(t *testing.T) {
	config := lint.Config{Allow: []string{"brightwell", "Project Bluebird", "Anna Schmidt"}}
	for _, sentence := range []string{"Our client Brightwell Bank paid $48,000.", "Project Bluebird went live.", "I asked my manager Anna Schmidt."} {
		if got := toldIn(sentence, config); len(got) > 0 {
			t.Errorf("%s\n raises %q", sentence, got)
		}
	}
	if got := toldIn("I asked my manager Anna Smith.", config); len(got) != 1 {
		t.Errorf("half of an allowed name: %q", got)
	}
}

// TestDenied holds that a name that star.yaml denies is an error wherever it
// stands, however it is written, and reported once.
func TestDenied(t *testing.T) {
	config := lint.Config{Deny: []string{"Project Nightjar", "Öko-Bank", "wex"}, Allow: []string{"Nightjar"}}
	for sentence, want := range map[string]int{
		"Project Nightjar went live.": 1, "The PROJECT NIGHTJAR team left.": 1, "project-nightjar, project_nightjar and ProjectNightjar": 3, "Project\n  Nightjar": 1, "Project Nightjar's end": 1, "`project-nightjar`": 1, "**Wex** won": 1, "the öko-Bank": 1, "the Öko Bank": 1,
		"nightjar projects": 0, "Myproject Nightjar": 0, "Wexford": 0, "Nightjar": 0, "flummwex": 0, "Wexé": 0, "“Wex”": 1, "Wex—no": 1,
	} {
		got := toldIn(sentence, config)
		if len(got) != want || want > 0 && !strings.HasPrefix(got[0], "STAR501 error: ") {
			t.Errorf("%q raises %q, want %d errors", sentence, got, want)
		}
	}
	if got := toldIn("Wex paid $48,000.", config); len(got) != 2 || !strings.Contains(got[1], `"$48,000" stands beside "wex"`) {
		t.Errorf("an amount beside a denied name: %q", got)
	}
}

// TestNamedBeside holds that names are found in what is told beside the sections,
// at their words, and not in notes.
func TestNamedBeside(t *testing.T) {
	text := "---\ntitle: Moved our client Brightwell to new keys\nopening: >\n  It was internally\n  called Falcon.\nfollowups:\n  - ask: What did Dr. Wanjiku say?\n    answer: \"Our partner Greenfield\\u0020left.\"\n---\n\nOur client Bluewater left.\n"
	var got []string
	for _, d := range lint.Run(star.Parse("x.md", []byte(text)), confidential, lint.Config{}).Diagnostics {
		got = append(got, d.Rule.ID+" "+d.Story.Quote(d.Span))
	}
	want := []string{"STAR501 Brightwell", "STAR502 Falcon", "STAR501 Wanjiku", `STAR501 "Our partner Greenfield\u0020left."`}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestDeniedAnywhere(t *testing.T) {
	text := "---\ntitle: The Wex rollout\nproject: wex\nfollowups:\n  - ask: Who?\n    answer: Wex.\n---\n\nNotes on Wex.\n"
	found := lint.Run(star.Parse("the-wex-rollout.md", []byte(text)), confidential, lint.Config{Deny: []string{"Wex"}}).Diagnostics
	var lines []int
	for _, d := range found {
		lines = append(lines, d.Story.Position(d.Span.Start).Line)
	}
	if !slices.Equal(lines, []int{2, 2, 3, 6, 9}) { // the name of the file at the title
		t.Errorf("found on lines %v: %v", lines, found)
	}
}
