package secret

import (
	"strings"
	"testing"
)

// The tokens are put together here so that no scanner takes this file for a leak.
func join(parts ...string) string { return strings.Join(parts, "") }

var letters = strings.Repeat("Ab3d", 16)

// found is what is found, and as what.
var found = []struct{ text, kind string }{
	{join("AKIA", "IOSFODNN7QXAMPLZ"), "AWS access key"},
	{join("ASIA", "IOSFODNN7QXAMPLZ"), "AWS access key"},
	{join("ghp_", letters[:36]), "GitHub token"},
	{join("github_pat_", letters[:40]), "GitHub token"},
	{join("glpat-", letters[:20]), "GitLab token"},
	{join("xoxb-", "123456789012-", letters[:24]), "Slack token"},
	{join("https://hooks.slack.com/services/", "T0001/B0002/abcdef"), "Slack webhook"},
	{join("https://discord.com/api/webhooks/", "1234567890/abcDEF-123"), "Discord webhook"},
	{join("sk_live_", letters[:24]), "Stripe key"},
	{join("AIza", letters[:35]), "Google API key"},
	{join("ya29.", letters[:30]), "Google token"},
	{join("npm_", letters[:36]), "npm token"},
	{join("pypi-", letters), "PyPI token"},
	{join("SG.", letters[:22], ".", letters[:43]), "SendGrid key"},
	{join("AC", strings.Repeat("0f", 16)), "Twilio key"},
	{join("key-", strings.Repeat("0f", 16)), "Mailgun key"},
	{join("sk-proj-", letters[:40]), "API key"},
	{join("hf_", letters[:34]), "Hugging Face token"},
	{join("dckr_pat_", letters[:27]), "Docker token"},
	{join("dop_v1_", strings.Repeat("0f", 32)), "DigitalOcean token"},
	{join("shpat_", strings.Repeat("0f", 16)), "Shopify token"},
	{join("123456789:AA", letters[:33]), "Telegram token"},
	{join("eyJhbGciOiJI", ".eyJzdWIiOiIx", ".abcDEF123"), "JSON web token"},
	{join("-----BEGIN", " RSA PRIVATE KEY-----"), "private key"},
	{join("postgres://app:", "hunter2x@db.acme.io/prod"), "address with a password"},
	{join("Server=db;User=sa;Password=", "hunter2x;"), "connection string"},
	{join("AccountKey=", letters[:40], "=="), "connection string"},
	{join("client_secret=", "9a8b7c6d5e"), "password"},
	{join("api_key:", "9a8b7c6d5e"), "password"},
	{join("password: ", "hunter2x"), "password"},
	{join("PASSWORD = ", "hunter2x"), "password"},
	{join("Authorization: Bearer ", letters[:32]), "bearer token"},
	{join("Authorization: Basic ", "dXNlcjpwYXNzMTIzNDU2"), "basic credentials"},
	{join(letters[:30], "/", letters[:9]), "secret key"},
	{"anna.schmidt@acme-bank.de", "e-mail address"},
	{"write to <bob@mail.corp.co.uk>.", "e-mail address"},
	{"+49 170 1234567", "telephone number"},
	{"+1 (415) 555-2671", "telephone number"},
	{"(415) 555-2671", "telephone number"},
	{"415-555-2671", "telephone number"},
	{"0170 1234567", "telephone number"},
	{"4111 1111 1111 1111", "card number"},
	{"5500005555555559", "card number"},
	{"123-45-6789", "social security number"},
	{"AB123456C", "national insurance number"},
	{"DE89370400440532013000", "bank account"},
	{"arn:aws:iam::123456789012:role/admin", "cloud account"},
	{"in account 123456789012", "cloud account"},
	{"00:1A:2B:3C:4D:5E", "hardware address"},
	{"10.20.30.40", "IP address"},
	{"192.168.17.5/24", "IP address"},
	{"2a00:1450:4001:81b::200e", "IP address"},
	{"https://jira.acme.com/browse/X", "internal address"},
	{"s3://acme-prod-logs/2025/", "storage address"},
	{"db01.prod.acme.internal", "internal host"},
	{"SEC-1234", "ticket number"},
	{"passport number C01X00T47", "passport number"},
	{"employee id 482913", "employee number"},
}

func TestFound(t *testing.T) {
	if len(found) < 40 {
		t.Fatalf("only %d kinds", len(found))
	}
	for _, test := range found {
		text := "I found " + test.text + " in the log, and told them."
		got := Find([]byte(text))
		if len(got) != 1 || got[0].Kind != test.kind {
			t.Errorf("%q: %v, want one %s", text, got, test.kind)
			continue
		}
		if quote := text[got[0].Start:got[0].End]; !strings.Contains(test.text, strings.TrimSpace(quote)) {
			t.Errorf("%q: %q is quoted", text, quote)
		}
	}
}

var innocent = []string{
	"AES-256", "SHA-256", "SHA-512", "RSA-2048", "CVE-2024-12345", "CWE-79", "RFC-2616", "ISO-27001", "PCI-DSS", "SOC-2", "UTF-8", "UTF-16", "COVID-19", "F-16", "GPT-4", "HTTP-404", "us-east-1", "P-256",
	"NIST SP-800-53", "FY-2025", "TLS-13", "192.0.2.17", "198.51.100.1", "203.0.113.9", "2001:db8::1", "127.0.0.1", "8.8.8.8", "1.2.3.4", "version 2.10.4", "0.0.0.0/0", "10.0.0.0/8",
	"a@example.com", "bob@service.test", "me@localhost", "https://jira.example.com/x", "host.example.internal", "localhost.localdomain",
	"from 1,200 to 1,500", "2024-03-15", "15.03.2024", "2019-2024", "12:30-14:00", "50 000 000 events", "1 000 000 000 rows", "999-12-3456", "4111 1111 1111 1112", "1234567890123",
	"`d41d8cd98f00b204e9800998ecf8427e`", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "550e8400-e29b-41d4-a716-446655440000",
	"the password was changed", "password: changed", "a token of 12 bytes", "secret: <redacted1>", "password: ********", "the account was 12 days old", "employee 7 of 12", "basic auth for 300 users", "bearer of bad news",
	"https://acme.com/blog/2024", "std::vector", "a:b:c", "3:1", "16:9", "and/or", "10/12/2024", "#1", "24/7", "$1,234,567", "O(n)", "i18n", "K8s", "S3", "EC2", "x86-64", "v1.2.3", "ratio 1:10", "RTX-4090", "@anna", "e.g.", "node.js", "main.go:42", "DE12 years", "ABC-1",
}

func TestInnocent(t *testing.T) {
	if len(innocent) < 40 {
		t.Fatalf("only %d look-alikes", len(innocent))
	}
	for _, text := range innocent {
		for _, got := range Find([]byte("We used " + text + " and told them.")) {
			t.Errorf("%q is taken for a %s", text, got.Kind)
		}
	}
}

// FuzzFind holds that what is found lies within the text and in order.
func FuzzFind(f *testing.F) {
	for _, test := range found {
		f.Add(test.text)
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

func BenchmarkFind(b *testing.B) {
	text := []byte(strings.Repeat("In March 2025 our payment team lost one release in three to a suite that took 50 minutes. ", 37))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
