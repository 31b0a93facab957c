package ledger

import (
	"fmt"
	"strings"
	"testing"

	"starbank/star"
)

// storyOf makes a story of lines "field: text". The lines of one field are one text.
func storyOf(lines ...string) *star.Story {
	var order []string
	texts := map[string]string{}
	for _, line := range lines {
		field, text, _ := strings.Cut(line, ": ")
		if texts[field] == "" {
			order = append(order, field)
		}
		texts[field] += "  " + text + "\n"
	}
	var b strings.Builder
	b.WriteString("---\n")
	for _, field := range order {
		switch field {
		case "followup":
			fmt.Fprintf(&b, "followups:\n  - ask: How so?\n    answer: |\n    %s", strings.ReplaceAll(texts[field], "\n  ", "\n      "))
		case "anchors":
			fmt.Fprintf(&b, "anchors: [%s]\n", strings.TrimSpace(texts[field]))
		default:
			fmt.Fprintf(&b, "%s: |\n%s", field, texts[field])
		}
	}
	b.WriteString("---\n")
	return star.Parse("story.md", []byte(b.String()))
}

// conflictsOf lists the conflicts of a story as "odd ~ other".
func conflictsOf(story *star.Story) []string {
	l := Of(story)
	var found []string
	for _, c := range l.Conflicts() {
		found = append(found, l.Text(c.Odd)+" ~ "+l.Text(c.Other))
	}
	return found
}

// contradictions are pairs of figures that speak of one thing with two values.
var contradictions = []struct{ name, a, b, want string }{
	{"the first side of a change and what was", "situation: The suite took 50 minutes.", "result: The suite went from 45 to 12 minutes.", "45 ~ 50 minutes"},
	{"a clause that tells what took how long", "situation: We had a test suite that took 50 minutes.", "result: I cut the suite from 40 minutes to 12.", "40 minutes ~ 50 minutes"},
	{"a change told twice, the end", "title: Brought the suite from 50 to 12 minutes", "result: The suite went from 50 to 15 minutes.", "12 minutes ~ 15 minutes"},
	{"a change told twice, the start", "title: Brought the suite from 50 to 12 minutes", "result: The suite went from 45 to 12 minutes.", "50 ~ 45"},
	{"a change told twice, of things with two names", "title: Cut costs from $800K to $300K", "result: Spending fell to $400K from $800K a year, and costs went from $800K to $400K.", "$300K ~ $400K"},
	{"a change in percent", "title: Cut AWS costs by 20%", "result: AWS costs were reduced by 25%.", "20% ~ 25%"},
	{"a change in percent, as a noun", "opening: I once brought a 30% reduction in API response times.", "result: API response times dropped by 20%.", "30% ~ 20%"},
	{"a share", "opening: Only 12 % of users had found the page.", "situation: The page was found by 20 % of users.", "12 % ~ 20 %"},
	{"a rate", "situation: The abandonment rate was 25 %.", "followup: The abandonment rate was 35 % by the clerk's own count.", "35 % ~ 25 %"},
	{"a rate before its noun", "followup: A 35 % abandonment rate is what the clerk counted.", "action: We had a 25 % abandonment rate.", "35 % ~ 25 %"},
	{"an amount a year", "situation: The contract was worth $2 million a year.", "followup: The contract was worth $3 million a year.", "$3 million ~ $2 million"},
	{"all of a stock", "situation: We ran 12 services.", "result: All 14 services moved within six weeks.", "14 services ~ 12 services"},
	{"the whole stock", "situation: My team ran 12 internal services.", "action: I moved the 14 services one by one.", "14 services ~ 12 internal services"},
	{"our stock", "situation: There were 40 engineers.", "result: Our 45 engineers use it daily.", "45 engineers ~ 40 engineers"},
	{"one group", "situation: I led a team of 8 engineers.", "action: As a team of 6 engineers we took turns.", "6 engineers ~ 8 engineers"},
	{"how many before", "situation: We had 15 different security tools.", "result: I cut our security tool count from 12 to 4.", "12 ~ 15 different security tools"},
	{"a large count of the title", "title: Closed 1,200 findings before the date", "situation: We had 1,500 open findings.", "1,200 findings ~ 1,500 open findings"},
	{"the act of the title", "title: Interviewed 9 customers", "action: I interviewed 7 customers and wrote down what they said.", "9 customers ~ 7 customers"},
	{"the act of a followup", "action: I called 3 hospitals.", "followup: I called 5 hospitals in two days.", "5 hospitals ~ 3 hospitals"},
	{"words and digits", "title: Twelve services in one week", "situation: We ran 14 services.", "Twelve services ~ 14 services"},
	{"seconds and milliseconds", "situation: The page load took 3 seconds.", "result: The page load fell from 800 ms to 90 ms.", "800 ms ~ 3 seconds"},
	{"thousands", "situation: The list had 410,000 rows.", "title: Saved a list of 310k rows", "310k rows ~ 410,000 rows"},
	{"bytes", "situation: The dataset size was 2 GB.", "result: I reduced the dataset size from 3 GB to 100 MB.", "3 GB ~ 2 GB"},
	{"an anchor of the same noun", "action: The account had exported 200 rows.", "anchors: 240 rows", "240 rows ~ 200 rows"},
	{"an anchor of the same unit", "result: Time from alert to block was 9 minutes.", "anchors: 12 minutes", "12 minutes ~ 9 minutes"},
	{"an anchor in percent", "result: The download had stopped at 71 %.", "anchors: 77 %", "77 % ~ 71 %"},
	{"one percentile", "situation: The p99 latency was 800 ms.", "result: The p99 latency went from 900 ms to 120 ms.", "900 ms ~ 800 ms"},
	{"ranges apart", "situation: Security reviews took 2-3 weeks.", "result: Security review time fell from 5-6 weeks to 2 days.", "5-6 weeks ~ 2-3 weeks"},
	{"a bound that is broken", "situation: Over 200 open issues had piled up, and we had over 200 open issues in the tracker.", "title: Closed 150 open issues", "150 open issues ~ 200 open issues"},
	{"two aims", "task: I had to bring the suite under 15 minutes.", "followup: The goal for the suite was 20 minutes.", "20 minutes ~ 15 minutes"},
	{"how early", "title: Delivered the certification 3 weeks early", "result: I delivered the certification 2 weeks early.", "3 weeks ~ 2 weeks"},
	{"the same words", "opening: I asked two senior security researchers.", "action: I consulted with 3 senior security researchers.", "two senior security researchers ~ 3 senior security researchers"},
	{"a rate of things", "opening: We had 12,000 alerts a week.", "situation: The team was drowning in 10,000 alerts a week.", "12,000 alerts ~ 10,000 alerts"},
	{"hyphens", "situation: We used a 14-page form.", "anchors: 16 pages", "16 pages ~ 14-page"},
	{"a reach of customers", "situation: We had 300 customers.", "opening: I once had to tell 400 customers that we were wrong.", "400 customers ~ 300 customers"},
	{"an outage", "title: An outage of 94 minutes", "result: The outage lasted 84 minutes.", "94 minutes ~ 84 minutes"},
	{"a passive", "opening: The build was cut by 40 %.", "result: I cut the build by 60 %.", "40 % ~ 60 %"},
}

func TestContradictions(t *testing.T) {
	for _, test := range contradictions {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.Join(conflictsOf(storyOf(test.a, test.b)), "; "); got != test.want {
				t.Errorf("conflicts of %q and %q = %q, want %q", test.a, test.b, got, test.want)
			}
		})
	}
}

// differences are pairs of figures that are sound side by side.
var differences = []struct{ name, a, b string }{
	{"before and after", "situation: The suite took 50 minutes.", "result: The suite takes 12 minutes."},
	{"the same", "title: Brought the suite from 50 to 12 minutes", "result: The suite went from 50 to 12 minutes."},
	{"one step and the next", "situation: The score dropped from 4.2 to 3.7.", "result: The score increased to 4.6."},
	{"goal and result", "task: I had to bring the suite under 15 minutes.", "result: The suite takes 12 minutes."},
	{"goal and result in percent", "task: My goal was to cut costs by 20 %.", "result: I cut costs by 34 %."},
	{"promised and reached", "situation: We had promised a response time of 2 hours.", "result: The response time was 3 hours in the first week."},
	{"promised and done", "title: Closed 1,200 findings before the date", "situation: A bank had promised to close 1,500 open findings."},
	{"rounded up", "title: Cut the costs by 40 %", "result: I cut the costs by 39.6 %."},
	{"rounded to thousands", "title: Saved 410,000 rows", "situation: The list had 412,331 rows."},
	{"about", "title: About 40 engineers", "situation: We had 44 engineers."},
	{"over", "title: Over 200 customers", "situation: We had 260 customers."},
	{"at most", "title: The page loads in under 3 seconds", "result: The page loads in 2 seconds."},
	{"within", "title: Patched it within 24 hours", "result: I patched it in 4 hours."},
	{"other units, the same time", "title: The wait was 2 days", "situation: The wait was 48 hours."},
	{"about a week", "title: The wait was five days", "situation: The wait was one week."},
	{"milliseconds and seconds", "title: A latency of 0.3 seconds", "result: The latency fell from 2 s to 300 ms."},
	{"thousands in two spellings", "title: Kept 50k users", "situation: We had 50,000 users."},
	{"a part of the whole", "situation: We ran 12 services.", "action: I moved 3 of the 12 services first."},
	{"some and the rest", "situation: We ran 12 services.", "action: I moved 3 services in May, and the remaining 9 services in June."},
	{"the rest by its sum", "situation: We ran 12 services, and 3 services were mine.", "result: The 9 services of the others moved too, all 9 services."},
	{"another group", "situation: I led a team of 8 engineers.", "action: A second group of 3 engineers joined."},
	{"two sets of people", "action: I asked two engineers for their view.", "result: Three engineers have copied it."},
	{"the few of many", "situation: We were 40 engineers.", "action: The two engineers who owned it refused."},
	{"narrowed by what follows", "situation: We ran 12 services.", "action: I began with the 4 services that broke most."},
	{"narrowed by a place", "situation: We ran 12 services.", "action: I began with the 4 services in the payment domain."},
	{"narrowed by an adjective", "situation: We ran 12 services.", "action: I began with the 4 slowest services."},
	{"other things of one word", "situation: Our 12 services share 3 databases.", "result: All 3 databases moved."},
	{"per week and in all", "situation: We had 40 alerts a week.", "result: Over the year we had 300 alerts."},
	{"per week and per day", "situation: We had 40 alerts a week.", "result: We had 3 alerts a day."},
	{"each and all", "situation: The files were 2 GB each.", "result: The files were 30 GB."},
	{"two percentiles", "result: The p50 latency was 80 ms.", "title: A p99 latency of 800 ms"},
	{"median and worst", "result: The median wait was 2 days.", "followup: The worst wait was 9 days."},
	{"two parts of a system", "result: API response times fell by 20 %.", "title: Page response times fell by 35 %"},
	{"time and cost", "result: I cut the build time by 20 %.", "title: Cut the build cost by 35 %"},
	{"time from and time to", "result: The review time was 3 days.", "title: A review cost of 300 dollars"},
	{"two currencies", "title: The contract was worth €2 million", "result: The contract was worth $2.2 million."},
	{"a follow-up on another share", "result: 85 % of the answers were accepted.", "followup: 12 % of the questions came from one team."},
	{"imagined", "situation: The wait was 2 days.", "action: I said the wait could be 4 days."},
	{"denied", "situation: The account had 200 rows.", "action: The account had never more than 10 rows."},
	{"without us", "situation: The turnover was 60 %.", "result: The industry turnover was 13 %."},
	{"somebody else's words", "situation: The wait was 2 days.", `action: He said "the wait was 9 days" and left.`},
	{"later", "result: Two weeks later the wait was over.", "title: Three weeks later I knew"},
	{"a sum of the title", "title: Moved 9 shops in a year", "result: I moved 4 shops in spring and 5 shops in autumn."},
	{"a difference", "title: Saved 38 minutes a build", "result: The build went from 50 to 12 minutes."},
	{"a share of the change", "title: A build that is 76 % faster", "result: The build went from 50 to 12 minutes."},
	{"given again elsewhere", "title: Twelve teams", "result: The 12 teams and 14 teams of partners use it."},
	{"records and rows", "opening: I could have lost 410,000 records.", "situation: The list had 410,000 rows."},
	{"years and versions", "situation: In 2019 we ran version 2.3 on 4 hosts.", "result: In 2021 we ran version 3.1 on the 4 hosts."},
	{"names with numbers", "situation: The alerts came from S3 and port 443.", "result: The alerts came from S4 and port 80."},
	{"times of day", "situation: At eleven an alert came.", "result: At nine all was quiet."},
	{"a list", "action: 1) I asked. 2) I built.", "result: 3) I measured."},
	{"code", "action: I set `retries = 3` and `timeout = 40 s`.", "result: I left `retries = 5`."},
	{"one person", "situation: One engineer knew it.", "result: Two engineers know it."},
	{"an anchor told", "action: It never had more than 200 rows of 410,000 rows.", "anchors: 200 rows"},
	{"an anchor far from all", "result: The block took 9 minutes.", "anchors: 45 minutes"},
	{"an anchor of another noun", "result: The block saved 9 hosts.", "anchors: 12 teams"},
	{"a schedule", "action: I met her every 2 weeks.", "result: I met her every 3 days."},
	{"grown on purpose", "situation: We had grown from 12 to 51 engineers.", "result: We went from 51 to 60 engineers."},
	{"instead of a plan", "task: I had to deliver with 12 engineers instead of 30.", "situation: We were 12 engineers."},
	{"how large a thing is", "situation: The runbook was four pages long.", "result: I cut the page count from 9 to 2 pages."},
	{"two experiments", "action: The first run took 40 minutes.", "result: The last run took 12 minutes."},
	{"waves of some", "action: I moved them in waves of four countries.", "result: It was live in all 26 countries."},
	{"an ordinal and a count", "action: On the 2nd try it held.", "result: It took 3 tries."},
	{"a score of five", "result: Satisfaction improved from 2.3/5 to 4.2/5.", "title: Satisfaction of 4.2/5"},
	{"hours worked and hours saved", "action: I spent 12 hours on the script.", "result: The script saves 30 hours a month."},
	{"years behind a slash", "result: Saved $100K+/year vs a licence.", "result: With the builds the saving of the team was $600K+/year."},
	{"one and all together", "result: The licence saving was $100K a year.", "result: Together with the builds, the licence saving was $600K a year."},
	{"one and the total", "situation: The downtime was 4 hours.", "situation: The total downtime was 30 hours in that year."},
	{"one and all combined", "result: The combined downtime was 3 hours.", "result: The downtime was 1 hour."},
	{"what it cost and what it saved", "action: The machines cost $700.", "result: The machines saved $40,000."},
}

func TestDifferences(t *testing.T) {
	for _, test := range differences {
		t.Run(test.name, func(t *testing.T) {
			if got := conflictsOf(storyOf(test.a, test.b)); len(got) > 0 {
				t.Errorf("conflicts of %q and %q = %q, want none", test.a, test.b, got)
			}
		})
	}
}
