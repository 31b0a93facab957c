package rules

import (
	"testing"

	"starbank/star"
	"starbank/star/lint"
	"starbank/star/lint/linttest"
)

// passagesRead are passages as candidates say them, by the rule that they raise,
// beside others that only sound alike. Each stands in a sound story: for rules about
// the Action in place of it, for the others behind the lesson, or where in says.
var passagesRead = []struct {
	rule        *lint.Rule
	in          string // the key that the passage is the text of, "" for behind the lesson
	fires, fine []string
}{
	{Blame, "", []string{
		"My manager was useless when it came to planning, so I did it myself.",
		"The other developer was lazy and left the hard tickets to me.",
		"It was their fault that we missed the launch, since they never answered.",
		"Honestly, the contractor was incompetent.",
		"The QA lead refused to cooperate, so we shipped without her.",
		"He threw me under the bus in front of the client.",
		"The team before us were idiots when it came to security.",
		"My boss micromanaged everyone and nothing got done.",
		"The ops team never listened to what I told them.",
		"The product manager did not care about the users at all.",
		"Our vendor dropped the ball and we had to clean it up.",
		"It wasn't my fault, the data team sent me the wrong file.",
		"She was clueless about networking but wanted to decide.",
		"The whole thing failed because of a lazy colleague.",
		"My teammates were lazy, so I ended up doing the whole project.",
		"The delay was completely his fault.",
	}, []string{
		"The vendor missed the date by two weeks, so I split the order.",
		"I was too lazy to write the test, and that cost us a day.",
		"We used lazy loading for the images.",
		"The old alert was useless to the night shift.",
		"There are no stupid questions, I told the new hires.",
		"The intern thought it was her fault, so I told her that it was mine.",
		"It was nobody's fault; the documentation was ten years old.",
		"I asked whose fault it was and stopped myself, since it did not matter.",
		"My manager told me that I had dropped the ball on the report.",
		"I felt incompetent in the first weeks and asked for a mentor.",
		"The fault was in the power supply.",
		"He did not care which of the two designs won, as long as it shipped.",
		"The service never listened on port 443.",
		"The toxic waste had to be moved by truck.",
		"My lead refused to sign until the numbers were checked, and he was right.",
		"A customer called our support stupid, and I could see why.",
		"I did not want to look stupid in front of the architects.",
		"I worried that the team would think I was useless.",
		"I had dropped the ball, so I called her myself.",
		"It was as much my fault as theirs.",
		"I told them it was not his fault but a gap in the process.",
	}},
	{EmployerComplaint, "", []string{
		"It was a terrible company to work for, so I left.",
		"Management was awful and nobody had a plan.",
		"I had a horrible boss who changed his mind every day.",
		"The company had a toxic culture and people kept leaving.",
		"Bad management had left the team without a budget.",
		"We had terrible leadership at the time.",
		"My worst manager was at that startup.",
		"The leadership was dysfunctional.",
		"My boss was terrible, he never gave feedback.",
		"I worked in a toxic environment where everyone blamed each other.",
		"The management was really bad, so the project had no owner.",
		"My previous employer was a dysfunctional company.",
		"Honestly it was an awful workplace.",
		"They were a horrible employer.",
		"The culture there was toxic.",
		"It was the worst company I ever worked for.",
	}, []string{
		"I had become a bad boss: I gave tasks and no reasons.",
		"I was a terrible manager in my first year and asked for a coach.",
		"Bad management of secrets was the root cause.",
		"The worst company outage in five years began on a Monday.",
		"The bad environment variable broke the build.",
		"In her exit interview she said that it was a toxic culture.",
		"The company was in a bad state financially.",
		"He told me I was becoming a bad manager.",
		"I did not want to turn into a terrible boss.",
		"My manager was terribly busy that week, so I decided alone.",
		"The company was not bad at this, but slow.",
		"Management was right to be worried.",
		"How not to become a horrible manager was my question.",
		"It makes you a bad manager if you never explain why.",
		"The company was hit by a bad quarter.",
		"The boss fight was terrible on slow phones.",
		"The culture was new to me, and my first weeks were awful.",
		"Somebody asked in the survey whether management was bad.",
		"I realised that I was turning into a bad boss.",
	}},
	{ApologeticOpener, "situation", []string{
		"This is not a great example, but in 2023 our team at a bank lost a day to a bad release.",
		"I'm not sure if this counts, but in 2023 our team at a bank lost a day.",
		"I don't really have a good story for this one. In 2022 our team at a bank lost a day.",
		"Sorry if this is a bit boring. In 2022 our team at a bank lost a day.",
		"It was only a small thing, but in 2022 our team at a bank lost a day to it.",
		"This might not be the best example, but our team at a bank lost a day.",
		"I do not know if this counts as leadership, but our team at a bank lost a day.",
		"This is probably not that impressive, but in 2021 our team at a bank lost a day.",
		"It's not a very exciting story, but our team at a bank lost a day.",
		"This isn't the best example, but our team at a bank lost a day.",
		"I can't think of a better example, so here is one from 2021.",
		"Bear with me, this one is long. Our team at a bank lost a day.",
		"This is kind of a silly example, but our team at a bank lost a day.",
		"I haven't done anything that big, but in 2021 our team lost a day.",
		"I don't think I have a perfect example for this. In 2021 our team lost a day.",
		"The closest thing I have is a release in 2021 that cost our team a day.",
	}, []string{
		"It was only a small bank, with 40 people, and it lost one release in three.",
		"The example in the manual was not a great example of our API, and customers lost a day.",
		"We were sorry for the wait and said so to 40 customers.",
		"In March a customer asked us if this counts as a bug.",
		"I was not sure if this was a bug or a feature.",
		"The team was not sure this counts toward the quota of the bank.",
		"A small example of a release note was all that new hires got.",
		"My manager did not have a good example to show me.",
		"The best example of our problem was the Friday release.",
		"It was only a small change, but it broke the login of 40,000 people.",
		"This example shop had one server and one table, and it fell over each Friday.",
		"The story of our outage is not a short one.",
		"I was not the best at math when I joined the team.",
		"Our service was not a good fit for them.",
		"A silly mistake of mine locked 300 people out.",
		"I had not done anything like it before.",
		"I don't have access to production, so the bank asked me to write it down.",
		"The closest team to the customer was ours.",
		"Our report was not very impressive, said the director, and cut it.",
	}},
	{CodeName, "", []string{
		"I joined Project Titan in its second year.",
		"Project Northstar was late by a month.",
		"We called the vendor for Project Honeycomb.",
		"I led the rollout of Project Atlas to 40 branches.",
		"The move was part of Operation Lighthouse.",
		"The new ledger, codenamed Osprey, went live in May.",
		"It was code-named Red October by the team.",
		"The tool was internally called Sherlock.",
		"Internally known as Kraken, it broke twice.",
		"Our project Wombat had no owner.",
		"The project Helvetica was cancelled.",
		"The project \"Lemonade\" was mine.",
		"After Project Mercury I moved to the audit team.",
		"The budget of Project Vega was cut by half.",
		"My first task in Project Sapphire was the key store.",
	}, []string{
		"The Project Manager moved the date.",
		"I read the Project Charter first.",
		"My university project Snake was written in C.",
		"I sent a patch to the open-source project Vault.",
		"Project Zero found the flaw first.",
		"We used Microsoft Project for the plan.",
		"In the project Anna and I shared one desk.",
		"Our project Kanban board was empty.",
		"The Operation Team was on call.",
		"Operation Manuals were missing.",
		"Project Lead was my title.",
		"Every Operation Counts.",
		"The project. Then it stopped.",
		"I named the project after my cat.",
		"He called it the project from hell.",
		"The project Java code was old.",
		"It was known as the slow one.",
		"Project A and Project B shared a table.",
		"We did it for Project Euler on weekends.",
		"For our capstone project Beehive we built a sensor.",
	}},
	{MoneyNamed, "", []string{
		"Our client Brightwell paid $48,000 a year for it.",
		"The contract with Brightwell Ltd was worth £1,250,000.",
		"We lost $300,000 when our customer Greenfield left.",
		"Greenfield GmbH owed us €40,000.",
		"The vendor Foobar charged 90,000 euros.",
		"I brought the bill of our supplier Bluewater from $12,400 to $8,100.",
		"Our client, Greenfield, signed for $2.4M.",
		"We had clients such as Brightwell, who paid $30,000.",
		"Brightwell Inc. offered us $75,000 to stay.",
		"The fine for our partner Redwood was $18,500.",
		"Our client Brightwell saved $96,000 that year.",
		"A client called Greenfield refused to pay $5,600.",
		"Redwood Bank Ltd paid us 40 million dollars.",
		"The renewal of our customer Bluewater Bank was 120,000 dollars.",
		"For $22,000 our vendor Foobar built it again.",
	}, []string{
		"A client paid $48,000 a year for it.",
		"Our client Brightwell paid about $48,000.",
		"Our client Brightwell saved more than $1M.",
		"AWS cost us $48,000 a month.",
		"We paid Microsoft $12,000 for licences.",
		"Our client Brightwell grew by 48 %.",
		"Our client Brightwell had 48,000 users.",
		"The budget was $48,000. Our client Brightwell agreed.",
		"I saved the company $48,000 in its cloud bill.",
		"The customer Support team had a budget of $48,000.",
		"Our client Brightwell paid between $40,000 and $60,000.",
		"Our client Brightwell paid $40,000-$60,000.",
		"Our client Brightwell paid roughly $48,000.",
		"Our client Brightwell paid up to $48,000.",
		"A partner bank paid $48,000.",
		"Our client Brightwell waited 48 hours.",
	}},
	{FlawUnpublished, "", []string{
		"There is an unpatched authentication bypass in Fortinet.",
		"I found an SQL injection in Jira that let anyone read every ticket.",
		"We sat on a zero-day in Citrix for a year.",
		"Their Confluence was still vulnerable and could be taken over.",
		"An undisclosed flaw in VMware let us run code on the host.",
		"I exploited a privilege escalation in Windows to get in.",
		"Outlook's remote code execution can be exploited with one mail.",
		"A buffer overflow in Cisco's web page lets anyone execute code.",
		"The flaw in Okta was never fixed.",
		"I know of an SSRF in Grafana that attackers use to dump keys.",
		"An XSS in Salesforce allows attackers to steal sessions.",
		"The path traversal in Jenkins is not yet fixed.",
		"There was an unreported vulnerability in Splunk.",
		"A backdoor in SolarWinds let attackers take over the network.",
		"We bypassed the login with an authentication bypass in Palo Alto.",
	}, []string{
		"I found an SQL injection in Jira that let anyone read, and they fixed it.",
		"CVE-2023-27997 in Fortinet was unpatched on 40 of our boxes.",
		"I reported the flaw in Confluence, and Atlassian published an advisory.",
		"I found an XSS in our own portal.",
		"We patched the zero-day in Citrix within four hours.",
		"I taught developers how SQL injection works.",
		"A vulnerability in our Java service let anyone run code.",
		"I wrote a rule in Splunk for remote code execution.",
		"We scanned for privilege escalation in AWS accounts.",
		"The Windows team asked for a list of open vulnerabilities.",
		"I found a flaw in the Kubernetes cluster of a customer.",
		"I got a bounty for an SSRF in Grafana that dumps keys.",
		"The zero-day in Citrix was disclosed on a Friday.",
		"An undisclosed number of Windows machines was lost.",
		"I found 40 unpatched Exchange servers in the bank.",
		"The Jira board was never fixed.",
		"I wrote a paper on buffer overflows.",
		"We upgraded Jenkins because of a path traversal that attackers exploit.",
	}},
	{ActionPresent, "action", []string{
		"First I check the logs and see that the disk is full. Then I call the vendor and ask for a new one. I move the traffic to the second rack, because it is idle. I write a ticket. After that I test the new disk.",
		"So I sit down with the customer. I ask what they need, and I draw it on paper. I show it to my lead. I build a small version, because they leave on Friday.",
		"I go through all 40 alerts. I delete twelve. I merge the rest with a colleague, and I explain it to the night shift.",
		"When the call comes in I open the dashboard. I notice that one region is red. I page the network lead. I drain the region, because nobody answers.",
		"I start with the oldest ticket. I reproduce the bug. I fix it, then I write a test so that it stays fixed.",
		"I contact the supplier every morning. I keep a list. I send it to my manager on Fridays. I ask for a second source.",
		"We have a week left. I split the work. I take the login myself, because it is the hardest. I pair with the intern on the rest. I review everything.",
		"I measured the traffic. I then write the plan and I present it to the board. I hire two people. I train them.",
		"I open an incident. I assign the roles, I post an update every ten minutes, and I close it when the graph is flat.",
		"I talk to six customers. I find out that nobody uses the export. I remove it and I simplify the page.",
		"I pull the data. I clean it and I plot it for the director. I tell him what I see: the pilot fails.",
		"I interview three vendors, because the contract ends. I compare the offers. I pick the second. I negotiate the price down.",
		"I propose a rota. I convince the two leads. I write the handbook, and I run the first week myself.",
		"Every test gets a name. I group them. I run the slow ones at night, because they share a database. I ask a colleague to check.",
		"I decide to stop the launch. I call the director. I explain the numbers, and I offer a smaller launch instead.",
	}, []string{
		"I checked the logs and saw that the disk was full. I called the vendor and asked for a new one. I moved the traffic to the second rack, because it was idle.",
		"I know the ledger well and I own its tests, so I began there. I timed each and I told the leads.",
		"I put the slow tests last, set a limit, cut the rest in half, and read every failure. I let a colleague hit the button, because I shut my eyes.",
		"I think that was right. I believe in small steps. I timed the tests, split the suite and told the leads, because they waited.",
		"I told her: \"I test, I ship, I sleep.\" I split the suite, timed it and moved the tables, because they shared a disk.",
		"I wrote a check that I still use. I moved the tables. I told the leads. I rebuilt the fixtures with a colleague, because they were old.",
		"I asked him how I can help, when I should come and whom I may call. He told me, and I came, because he was alone.",
		"- Timed the tests\n- Split the suite because they shared a disk\n- Told the leads",
		"I am the owner of it. I have the keys. I do not guess. I counted them, called the bank and waited, because it was closed.",
		"I broadcast the date, beat it by a week, and then I quit the old tool, because nobody used it.",
		"I was told to wait. I did not wait. I went to the desk, asked for the list and read it out, because it was wrong.",
		"I learned that I talk too much in meetings, so I wrote my points down, sent them and listened.",
		"The code says for i < n and i++ and if i == j, and I fixed the bound, told the author and wrote a test, because it was off by one.",
		"I gave the intern the lead, because I trust her. I checked her plan twice, and I stood behind her in the review.",
		"I said that I understand the risk. I asked for a day. I measured it, and I was right, because the graph was flat.",
	}},
	{Jargon, "action", []string{
		"I moved QXT from FooBar to the BQZ via the XKCD bus, because ZZT_9 broke. I tuned QRS, the pgBouncer and the MNO. I wired RabbitHole to the WXQ. I told the leads what was left to do.",
		"I set up Kafka, Flink, Hudi and Trino behind Envoy, wired OpenTelemetry into Tempo and Loki, and moved the jobs from Airflow to Dagster on EKS, because a colleague knew it well enough.",
		"I wrote the HPA and the PDB, moved the CNI to Cilium, put the CSI driver on Ceph, and let ArgoCD sync the CRDs, because the old Helm chart broke under FluxCD each week.",
		"I took the BGP sessions to the ASR, set the MED and the LOCAL_PREF, moved the VRF to EVPN over VXLAN, and cleared the ARP on the TOR, because the spine flapped twice.",
		"I replaced DistilBERT with DeBERTa, ran LoRA on an A100 with DeepSpeed and FSDP, logged to WandB, and served it with vLLM behind Triton, because the GPU bill doubled that month.",
		"I changed the UART to DMA, moved the RTOS to FreeRTOS on the STM32, wrote the HAL for the IMU, and read the SWD trace with OpenOCD, because the CAN bus dropped frames.",
		"I put the ADFS behind Entra, moved the GPOs to Intune, wrote the DSC for the WSUS, and let SCCM push the MSIX, because the KMS host died and two admins had left us.",
		"I split the EDI 850 from the 856, mapped the IDocs in PI to the BAPI, moved the MRP run in S4HANA, and told the WMS to call the ATP by OData, because the ALE queue stood still.",
		"I rebuilt the DAX in PowerBI, moved the SSIS jobs to ADF, put the cubes of SSAS into Synapse, and let the SSRS pages read from ADLS by PolyBase, because the DBA had left.",
		"I wrote a GRPC shim in Rust with Tokio and Tonic, put FlatBuffers on JetStream, let Bazel build it on BuildBarn, and traced it with eBPF and BpfTrace, because the JVM paused for seconds.",
		"I tuned the GC of the JVM with ZGC, read the JFR in JMC, moved the HikariCP pool, cut the N1 in jOOQ, and ran JMH with perfasm, because the TPS fell at noon on each Monday.",
		"I scoped the FMEA with the CFT, moved the CTQ to the PPAP, put the SPC on the CMM, and let the MES lock the APQP gate, because the OEM saw CPK drop at the plant.",
		"I set the CVSS by the KEV and the SSVC, wrote the YARA and the SIGMA, moved the IOCs from MISP to OpenCTI, and let TheHive call Cortex, because the TLP forbade the mail.",
		"I used the HCT and the WBC with the CRP, sent the ABG to the POCT, put the SBAR into the EPR, and told the SHO about the NEWS2, because the MAP fell below the line at night.",
		"I moved the LTV from the CDP into the DMP, set the CAPI on the GTM, let the MMP count the SKAN postbacks, and cut the CPM by ROAS in DV360, because the CAC had doubled.",
	}, []string{
		"I moved Kafka to AWS and S3 with TLS, because the old disk was slow. I told the leads and wrote a page for the next team, and a colleague read it twice before it went out.",
		"I put the keys into Vault, gave each of the nine teams a path of its own, and showed two of them how to read a key. I wrote a page with the three commands that they need most.",
		"I timed every test, split the suite into eight parts, and ran them side by side, because the slow tests shared one database. I told the leads every Friday what was left to do.",
		"I asked IT, HR and Legal for the list of people who had left, compared it with the accounts in Okta, and closed 212 of them with a script in Python that I still run each week.",
		"I went to the warehouse in Ghent on a Monday, stood beside Anna and Tom for a day, and wrote down each scan that failed, because nobody in the office had seen one with their own eyes.",
		"I read the log of the VPN for two weeks and saw that three people in Berlin, Madrid and Rome logged in at night. I called all three and asked them, because the SIEM had said nothing.",
		"I moved the reports from Excel to Tableau, showed the sales team how to filter them, and sat with the two who could not. I deleted the old files in June, after everyone had agreed to it.",
		"I wrote to the CEO, the CFO and the CISO in one page of plain words, gave three options with their price, and asked for an answer by Friday, because the contract ended in March.",
		"I learned JavaScript and CSS in two weekends, built the page with HTML alone at first, and asked a designer to try it on her iPhone before I showed it to the rest of our small team.",
		"I checked the API for the app on Android and on iOS, since users in India saw an error. It was the date: in the USA it begins with the month. I fixed it and wrote a test for both.",
		"I called the vendor in the UK at 6 am, got the part on a plane, and drove to the airport myself. At noon the MRI ran again, and the twelve patients of the day were seen in the evening.",
		"I took the SQL of the slowest report, gave it the index that it lacked, and ran it again with the DBA. It took 4 seconds in place of 11 minutes. I did the same with the next five.",
		"I split the PR into five, asked one reviewer for each, and put the risky one last. Git made it easy to go back, and once we had to, because the login broke for people with old phones.",
		"I told the board that the GDPR and the PCI audit would fall into one week, and moved the second by a month. The auditor agreed by phone, and I wrote the date into the plan at once.",
		"I drew the way of a parcel from the dock in Riga to the shop in Oslo on one sheet, with the time for each step. Two steps had no owner. I asked both managers into one room to decide.",
	}},
}

// passage lays a passage over the sound story.
func storyWith(in, text string) string {
	if in == "" {
		return linttest.Overlay("lesson: |\n  Since then I time a suite before I add to it.\n\n  " + text + "\n")
	}
	return linttest.Overlay(in + ": |\n  " + indented(text) + "\n")
}

func indented(text string) string {
	var out []byte
	for _, c := range []byte(text) {
		if out = append(out, c); c == '\n' {
			out = append(out, "  "...)
		}
	}
	return string(out)
}

func TestPassages(t *testing.T) {
	for _, test := range passagesRead {
		if len(test.fires) < 15 || len(test.fine) < 15 {
			t.Errorf("%s: %d that fire and %d that do not", test.rule.Name, len(test.fires), len(test.fine))
		}
		found := func(text string) []lint.Diagnostic {
			return lint.Run(star.Parse("x.md", []byte(storyWith(test.in, text))), []*lint.Rule{test.rule}, lint.Config{}).Diagnostics
		}
		for _, text := range test.fires {
			if len(found(text)) == 0 {
				t.Errorf("%s is silent on %q", test.rule.Name, text)
			}
		}
		for _, text := range test.fine {
			for _, d := range found(text) {
				t.Errorf("%s on %q: %s", test.rule.Name, text, d.Message)
			}
		}
	}
}
