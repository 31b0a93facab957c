package secret

import (
	"strings"
	"testing"
)

// The tokens are put together here so that no scanner takes this file for a leak.
func join(parts ...string) string { return strings.Join(parts, "") }

var letters, hexes = strings.Repeat("Ab3d", 16), strings.Repeat("0f", 32)

// found is what is found, and as what.
var found = []struct{ text, kind string }{
	{join("AKIA", "IOSFODNN7QXAMPLZ"), "AWS access key"},
	{join("`ASIA", "IOSFODNN7QXAMPLZ`"), "AWS access key"},
	{join("key=AKIA", "IOSFODNN7QXAMPLZ"), "AWS access key"},
	{join("wJalrXUtnFEMI7K7MDENG", "/bPxRfiCYQQA9PLEKEY"), "AWS secret key"},
	{join("(ghp_", letters[:36], ")"), "GitHub token"},
	{join("ghs_", letters[:36]), "GitHub token"},
	{join("github_pat_", letters[:40]), "GitHub token"},
	{join("token:ghp_", letters[:36]), "GitHub token"},
	{join("glpat-", letters[:20]), "GitLab token"},
	{join("xoxb-", "123456789012-", letters[:24]), "Slack token"},
	{join("xapp-1-", "A0123-1234567890123-", letters[:24]), "Slack token"},
	{join("sk_live_", letters[:24]), "Stripe key"},
	{join("whsec_", letters[:32]), "Stripe key"},
	{join("AIza", letters[:35]), "Google API key"},
	{join("ya29.", letters[:30]), "Google token"},
	{join("GOCSPX-", letters[:28]), "Google client secret"},
	{join("npm_", letters[:36]), "npm token"},
	{join("pypi-", letters), "PyPI token"},
	{join("sq0csp-", letters[:43]), "Square secret"},
	{join("sq0atp-", letters[:22]), "Square token"},
	{join("HRKU-", letters[:36]), "Heroku key"},
	{join("nfp_", letters[:40]), "Netlify token"},
	{join("sbp_", hexes[:40]), "Supabase token"},
	{join("ntn_", letters[:46]), "Notion token"},
	{join("gsk_", letters[:52]), "Groq key"},
	{join("rubygems_", hexes[:48]), "RubyGems token"},
	{join("SG.", letters[:22], ".", letters[:43]), "SendGrid key"},
	{join("SK", hexes[:32]), "Twilio key"},
	{join("key-", hexes[:32]), "Mailgun key"},
	{join("sk-proj-", letters[:40]), "OpenAI key"},
	{join("sk-ant-", "api03-", letters[:40]), "Anthropic key"},
	{join("hf_", letters[:34]), "Hugging Face token"},
	{join("dckr_pat_", letters[:27]), "Docker token"},
	{join("dop_v1_", hexes), "DigitalOcean token"},
	{join("shpat_", hexes[:32]), "Shopify token"},
	{join("dapi", hexes[:32]), "Databricks token"},
	{join("glsa_", letters[:32]), "Grafana token"},
	{join("hvs.", letters[:24]), "Vault token"},
	{join("ATATT3", letters[:40]), "Atlassian token"},
	{join("lin_api_", letters[:40]), "Linear key"},
	{join("NRAK-", strings.ToUpper(letters[:27])), "New Relic key"},
	{join("123456789:AA", letters[:33]), "Telegram token"},
	{join("AGE-SECRET-KEY-1", strings.ToUpper(letters[:58])), "age key"},
	{join("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxMjM0In0", ".abcDEF123"), "JSON web token"},
	{join("-----BEGIN", " RSA PRIVATE KEY-----"), "private key"},
	{join("-----BEGIN", " OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----"), "private key"},
	{join("https://hooks.slack.com/services/", "T0001/B0002/abcdef"), "webhook"},
	{join("https://discord.com/api/webhooks/", "1234567890/abcDEF-123"), "webhook"},
	{join("https://acme.webhook.office.com/", "webhookb2/1a2b"), "webhook"},
	{join("postgres://app:", "hunter2x@db.acme.io/prod"), "address with a password"},
	{join("redis://:", "hunter2x@cache:6379/0"), "address with a password"},
	{join("https://anna:", "hunter2x@git.acme.com/x"), "address with a password"},
	{join("Server=db;User=sa;Password=", "hunter2x;"), "password or key"},
	{join("AccountName=acme;AccountKey=", letters[:40], "=="), "password or key"},
	{join("DB_PASSWORD=", "correcthorse"), "password or key"},
	{join("password: ", "hunter2x"), "password or key"},
	{join("PASSWORD = ", "hunter2x"), "password or key"},
	{join(`"password": "`, `hunter2x"`), "password or key"},
	{join("the password was ", "Summer2019!"), "password or key"},
	{join("client_secret=", "9a8b7c6d5e"), "password or key"},
	{join("api_key:", "9a8b7c6d5e"), "password or key"},
	{join("API key: ", "9a8b7c6d5e4f"), "password or key"},
	{join("aws_secret_access_key = ", "wJalrXUtnFEMIxK7MDENGxbPxRfiCYQQAMPLEKEY"), "password or key"},
	{join("https://acme.io/cb?a=1&access_token=", "9a8b7c6d5e4f&b=2"), "password or key"},
	{join("Authorization: Bearer ", letters[:32]), "bearer token"},
	{join("Authorization: Basic ", "dXNlcjpwYXNzMTIzNDU2"), "basic credentials"},
	{"PIN 4821", "PIN"},

	{"anna.schmidt@acme-bank.de", "e-mail address"},
	{"write to <bob@mail.corp.co.uk>.", "e-mail address"},
	{"[Anna](mailto:anna.schmidt@acme.de)", "e-mail address"},
	{"+49 170 1234567", "telephone number"},
	{"+491701234567", "telephone number"},
	{"+44 (0)20 7123 4567", "telephone number"},
	{"+1 (415) 555-2671", "telephone number"},
	{"(415) 555-2671", "telephone number"},
	{"415.555.2671", "telephone number"},
	{"1-800-555-2671", "telephone number"},
	{"0170 1234567", "telephone number"},
	{"0049 30 1234567", "telephone number"},
	{"06 12 34 56 78", "telephone number"},
	{"phone: 555-2671", "telephone number"},
	{"call me at 4155552671", "telephone number"},
	{"4526 0181 5908 3012", "card number"},
	{"5452601815908303", "card number"},
	{"3752-601815-90834", "card number"},
	{"536-90-4399", "social security number"},
	{"SSN 536904399", "social security number"},
	{"AB123456C", "national insurance number"},
	{"DE89370400440532013000", "bank account"},
	{"GB29 NWBK 6016 1331 9268 19", "bank account"},
	{"passport number C01X00T47", "passport number"},
	{"driver's license D1234567", "licence number"},
	{"tax id 12-3456789", "tax number"},
	{"patient id 8839201", "patient number"},
	{"customer number 4711234", "customer number"},
	{"date of birth: 1984-03-12", "date of birth"},
	{"DOB 12/03/1984", "date of birth"},
	{"date of birth is 12 March 1984", "date of birth"},
	{"a patient born on 12 March 1984", "date of birth"},
	{"she was born March 12th, 1984", "date of birth"},
	{"(born: 12.03.1984)", "date of birth"},
	{"his birthday, 3 May 1979", "date of birth"},
	{"sort code 40-47-84", "bank account"},
	{"40-47-84 70872490", "bank account"},
	{"221 Baker Street, London", "street address"},

	{"87.106.20.44", "IP address"},
	{"87.106.20.44:8080", "IP address"},
	{"87.106.20.0/24", "IP address"},
	{"the server 10.20.30.40", "IP address"},
	{"10.20.30.40 (our bastion)", "IP address"},
	{"10.20.30.40:8080", "IP address"},
	{"the host at 192.168.17.5/24", "IP address"},
	{"the address 12.2.0.1", "IP address"},
	{"2a00:1450:4001:81b::200e", "IP address"},
	{"00:1A:2B:3C:4D:5E", "hardware address"},
	{"00-1A-2B-3C-4D-5E", "hardware address"},
	{"001A.2B3C.4D5E", "hardware address"},
	{"https://jira.acme.com/browse/SEC-1234", "internal address"},
	{"https://acme.atlassian.net/browse/SEC-1", "internal address"},
	{"https://docs.google.com/document/d/1a2b3c/edit", "internal address"},
	{"http://intranet/wiki", "internal address"},
	{"http://10.2.3.4/admin", "internal address"},
	{`\\fileserver\finance`, "internal address"},
	{"s3://acme-prod-logs/2025/", "storage address"},
	{"db01.prod.acme.internal", "internal host"},
	{"jira.corp.acme.com", "internal host"},
	{"mydb.abc1.eu-west-1.rds.amazonaws.com", "internal host"},
	{"arn:aws:iam::482913017755:role/admin", "cloud resource"},
	{"in account 482913017755", "account number"},
	{"AWS account 4829-1301-7755", "account number"},
	{"tenant 550e8400-e29b-41d4-a716-446655440000", "cloud account"},
	{"SEC-1234", "ticket number"},
	{"ABC-123", "ticket number"},
	{"ticket OPS-7", "ticket number"},
	{"`PAY-77: fix the total`", "ticket number"},
	{"[PAY-77] fix", "ticket number"},
	{"commit PAY-77", "ticket number"},
	{"ticket #48213", "ticket number"},
	{"INC0012345", "ticket number"},
	{"employee id 482913", "employee number"},
	{"badge 48213", "employee number"},
}

func TestFound(t *testing.T) {
	for _, test := range found {
		text := "I found " + test.text + " in the log, and told them."
		got := Find([]byte(text))
		if len(got) != 1 || got[0].Kind != test.kind {
			t.Errorf("%q: %v, want one %s", text, got, test.kind)
			continue
		}
		if quote := text[got[0].Start:got[0].End]; !strings.Contains(test.text, quote) {
			t.Errorf("%q: %q is quoted", text, quote)
		}
	}
}

// innocent is what only looks like a secret.
var innocent = []string{
	"AES-256", "AES-256-GCM", "SHA-256", "SHA-512", "RSA-2048", "ECDSA-P256", "P-256", "CRC-32", "CVE-2024-12345", "CWE-79", "RFC-2616", "ISO-27001", "IEC-62443", "PCI-DSS", "SOC-2", "UTF-8", "COVID-19", "F-16", "GPT-4", "HTTP-404",
	"us-east-1", "US-East-1", "NIST SP-800-53", "FIPS-140", "FY-2025", "Q3-2024", "TLS-1.2", "MS17-010", "AZ-104", "APT-29", "SEV-1", "TOP-100", "FORTUNE-500", "MATH-241", "ERC-721", "PEP-257", "RTX-4090", "BOEING-737", "CA-94103", "MTTR-30", "ABC-1", "A1-B2", "T1059.001", "SY0-601",
	"192.0.2.17", "198.51.100.1", "203.0.113.9", "2001:db8::1", "127.0.0.1:8080", "8.8.8.8", "169.254.169.254", "255.255.255.0", "0.0.0.0/0", "10.0.0.0/8", "192.168.0.0/16", "::1", "fe80::1", "00:00:00:00:00:00",
	"10.20.30.40", "192.168.17.5/24", "172.16.4.9", "192.168.1.1", "a router at 192.168.1.1", "the server 10.0.0.1", "the subnet 10.20.30.0/24", "12.2.0.1", "19.3.0.0 and 11.2.0.4",
	"1.2.3.4", "version 10.20.30.40", "v10.20.30.40", "an upgrade from 10.2.1.0 to 10.2.1.3", "Oracle 12.2.0.1", "requirement 12.10.4.1", "version 2.10.4", "Chrome 96.0.4664.110", "3.14159265",
	"a@example.com", "bob@service.test", "me@localhost", "git@github.com:acme/x.git", "you@company.com", "lodash@4.17.21", "@babel/core", "actions/checkout@v4", "image@2x.png", "@anna",
	"https://jira.example.com/x", "https://example.com/?token=9a8b7c6d5e4f", "https://acme.com/blog/2024", "https://github.com/golang/go/issues/12345", "https://wiki.archlinux.org/title/X", "https://gitlab.com/x/y", "https://confluence.atlassian.com/x", "https://www.scribd.com/document/720162734/X", "http://localhost:8080/x", "s3://bucket/key",
	"host.example.internal", "localhost.localdomain", "metadata.google.internal", "host.docker.internal", ".env.local", "settings.local.json", "docker-compose.local", "com.sun.internal", "node.js", "main.go:42", "e.g.", "std::vector", "a:b:c",
	"from 1,200 to 1,500", "1200-1500 users", "2024-03-15", "15.03.2024", "10/12/2024", "2024-11-25T10:20:30Z", "2019-2024", "12:30-14:00", "10:30:45", "24/7", "16:9", "3:1", "50 000 000 events", "1 000 000 000 rows", "+1 000 000 000 rows", "+30 %", "$1,234,567", "100-200-3000", "10-20-30", "999-12-3456", "4111 1111 1111 1112", "4242 4242 4242 4242", "4111 1111 1111 1111", "378282246310005", "6011 0009 9013 9424", "4000056655665556", "123-45-6789", "078-05-1120", "SSN 219099999", "111-11-1111",
	"555-0123", "(212) 555-0100", "+1 415 555 0142", "phone: 555-0199", "call me at 4155550123", "020 7946 0123", "+44 7700 900123", "01632 960123", "12-34-56", "the sort code 12-34-56", "a zip code 40-47-84", "12-03-24",
	"an idea born on 12 March 2019", "the team was born 2019-03-12", "born in 1984", "12 March 1984", "released on March 12, 2019",
	"PART-12: the end", "COVID-19: what we did", "STEP-10: deploy", "GPT-35", "WEEK-12: review", "PAY-7: fix", "(PAY-77)", "1234567890123", "ISBN 978-3-16-148410-0", "#1", "DE12 years", "5 Wall Street banks", "10 Main goals",
	"`d41d8cd98f00b204e9800998ecf8427e`", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "550e8400-e29b-41d4-a716-446655440000", "sk-learn-20240101-abcdefghij", "path/to/some/deep/folder/with/A1/levels",
	join("AKIA", "IOSFODNN7EXAMPLE"), join("wJalrXUtnFEMI/", "K7MDENG/bPxRfiCYEXAMPLEKEY"), join("sk_test_", "4eC39HqLyjWDEXAMPLE00zdp7dc"), "password=MY_PASSWORD", "DB_PASSWORD=password", "api_key=the_api_key", "token=example123", "password: sample123",
	"s3://my-bucket/x", "s3://mybucket/x", "s3://example-logs/x", "gs://your-data/x", "s3://sample-data/x", "http://host/x", "http://backend:8080/x", "http://db:5432", "https://hostname/x", "http://myserver/x",
	"the password was changed", "password: changed", "password: 12-character minimum", "the password was base64-encoded", "a token of 12 bytes", "token: 15 minutes", "secret: <redacted1>", "password: ********", "password=${DB_PASSWORD1}", "token=<TOKEN123>", "api_key=YOUR_API_KEY1", "basic auth for 300 users", "bearer of bad news", "PIN pads",
	join("-----BEGIN", " CERTIFICATE-----"), join("-----BEGIN", " PUBLIC KEY-----"),
	"the account was 12 days old", "accounts 120000", "employee 7 of 12", "employee 12345 joined", "tickets 4000", "incident 2024", "case 3", "call 911", "in 2024",
	"and/or", "O(n)", "i18n", "K8s", "S3", "EC2", "x86-64", "v1.2.3", "ratio 1:10", "well-known", "C++17-20",
}

func TestInnocent(t *testing.T) {
	for _, text := range innocent {
		for _, got := range Find([]byte("We used " + text + " and told them.")) {
			t.Errorf("%q is taken for a %s", text, got.Kind)
		}
	}
}

// TestTables holds that the tables stay as broad as the rule promises.
func TestTables(t *testing.T) {
	kinds := map[string]bool{}
	for _, test := range found {
		kinds[test.kind] = true
	}
	if len(kinds) < 60 || len(innocent) < 150 {
		t.Errorf("%d kinds and %d look-alikes", len(kinds), len(innocent))
	}
}

func TestSeveral(t *testing.T) {
	text := "| 87.106.20.44 | anna@acme.de | " + join("password: ", "hunter2x") + " |\n" + join("-----BEGIN", " PRIVATE KEY-----\nMIIE 10.20.30.40\n-----END PRIVATE KEY-----") + " 415-555-2671 3 times\n"
	var kinds []string
	for _, got := range Find([]byte(text)) {
		kinds = append(kinds, got.Kind)
	}
	if got, want := strings.Join(kinds, ", "), "IP address, e-mail address, password or key, private key, telephone number"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}

// FuzzFind holds that what is found lies within the text and in order.
func FuzzFind(f *testing.F) {
	for _, test := range found {
		f.Add(test.text)
	}
	for _, text := range innocent {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, got := range Find([]byte(text)) {
			if got.Start < last || got.End <= got.Start || got.End > len(text) {
				t.Fatalf("%+v in %d bytes, behind %d", got, len(text), last)
			}
			last = got.End
		}
	})
}

// BenchmarkFind reads what a story has: a figure or two in a sentence.
func BenchmarkFind(b *testing.B) {
	text := []byte(strings.Repeat("In March 2025 our payment team lost one release in three to a suite that took 50 minutes. Nobody knew why, and the well-known vendor did not say, so I asked. ", 22))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
