package secret

import (
	"bytes"
	"sync"
)

// token is a credential that its vendor gave a prefix.
type token struct {
	begins string
	rest   func(byte) bool // what may follow
	least  int             // how much follows at least
	exact  bool            // and no more than that
	kind   string
}

// tokens lists them by the forms that their vendors publish for scanners.
var tokens = []token{
	{"AKIA", isKeyID, 16, true, "AWS access key"}, {"ASIA", isKeyID, 16, true, "AWS access key"},
	{"ghp_", isAlnum, 30, false, "GitHub token"}, {"gho_", isAlnum, 30, false, "GitHub token"}, {"ghu_", isAlnum, 30, false, "GitHub token"},
	{"ghs_", isAlnum, 30, false, "GitHub token"}, {"ghr_", isAlnum, 30, false, "GitHub token"}, {"github_pat_", isWordly, 22, false, "GitHub token"},
	{"glpat-", isWordly, 20, false, "GitLab token"}, {"gldt-", isWordly, 20, false, "GitLab token"}, {"glrt-", isWordly, 20, false, "GitLab token"},
	{"xoxb-", isWordly, 10, false, "Slack token"}, {"xoxp-", isWordly, 10, false, "Slack token"}, {"xoxa-", isWordly, 10, false, "Slack token"},
	{"xoxr-", isWordly, 10, false, "Slack token"}, {"xoxs-", isWordly, 10, false, "Slack token"}, {"xoxe-", isWordly, 10, false, "Slack token"}, {"xapp-", isWordly, 20, false, "Slack token"},
	{"sk_live_", isAlnum, 16, false, "Stripe key"}, {"sk_test_", isAlnum, 16, false, "Stripe key"}, {"rk_live_", isAlnum, 16, false, "Stripe key"},
	{"rk_test_", isAlnum, 16, false, "Stripe key"}, {"whsec_", isAlnum, 24, false, "Stripe key"},
	{"AIza", isWordly, 35, true, "Google API key"}, {"ya29.", isWordly, 20, false, "Google token"}, {"GOCSPX-", isWordly, 20, false, "Google client secret"},
	{"npm_", isAlnum, 30, false, "npm token"}, {"pypi-", isWordly, 40, false, "PyPI token"}, {"rubygems_", isHex, 40, false, "RubyGems token"},
	{"SG.", isDotted, 40, false, "SendGrid key"}, {"AC", isHex, 32, true, "Twilio account"}, {"SK", isHex, 32, true, "Twilio key"}, {"key-", isHex, 32, true, "Mailgun key"},
	{"sk-ant-", isWordly, 20, false, "Anthropic key"}, {"sk-proj-", isWordly, 20, false, "OpenAI key"}, {"sk-", isAlnum, 32, false, "API key"}, {"hf_", isAlnum, 30, false, "Hugging Face token"},
	{"dckr_pat_", isWordly, 20, false, "Docker token"}, {"dop_v1_", isHex, 40, false, "DigitalOcean token"}, {"shpat_", isHex, 32, true, "Shopify token"}, {"shpss_", isHex, 32, true, "Shopify token"},
	{"dapi", isHex, 32, true, "Databricks token"}, {"glsa_", isWordly, 30, false, "Grafana token"}, {"hvs.", isWordly, 20, false, "Vault token"}, {"ATATT3", isBase64, 30, false, "Atlassian token"},
	{"lin_api_", isAlnum, 30, false, "Linear key"}, {"NRAK-", isKeyID, 20, false, "New Relic key"}, {"PMAK-", isWordly, 30, false, "Postman key"}, {"figd_", isWordly, 20, false, "Figma token"},
	{"pul-", isHex, 40, true, "Pulumi token"}, {"sq0csp-", isWordly, 40, false, "Square secret"}, {"sq0atp-", isWordly, 20, false, "Square token"}, {"HRKU-", isWordly, 30, false, "Heroku key"},
	{"nfp_", isAlnum, 36, false, "Netlify token"}, {"sbp_", isHex, 40, true, "Supabase token"}, {"ntn_", isAlnum, 40, false, "Notion token"}, {"gsk_", isAlnum, 40, false, "Groq key"}, {"AGE-SECRET-KEY-1", isKeyID, 40, false, "age key"}, {"eyJ", isDotted, 30, false, "JSON web token"},
}

// tokensBy holds the tokens by the byte with which they begin.
var tokensBy = sync.OnceValue(func() (by [256][]token) {
	for _, t := range tokens {
		by[t.begins[0]] = append(by[t.begins[0]], t)
	}
	return by
})

func isAlnum(c byte) bool  { return isDigit(c) || isLetter(c) }
func isKeyID(c byte) bool  { return isDigit(c) || isUpper(c) }
func isWordly(c byte) bool { return isAlnum(c) || c == '_' || c == '-' }
func isDotted(c byte) bool { return isWordly(c) || c == '.' }
func isBase64(c byte) bool {
	return isAlnum(c) || c == '+' || c == '/' || c == '=' || c == '_' || c == '-'
}

// shortestToken is the length of the shortest one.
const shortestToken = 14

// token looks for the tokens of vendors at the start of a word and behind each
// mark inside it, as in key=AKIA….
func (f *finder) token(start, end int) bool {
	if end-start < shortestToken {
		return false
	}
	by := tokensBy()
	for at := start; at+shortestToken <= end; at++ {
		if at > start && isDotted(f.text[at-1]) {
			continue
		}
		for _, t := range by[f.text[at]] {
			if n := t.in(f.text[at:end]); n > 0 {
				return f.add(at, at+n, Credential, t.kind)
			}
		}
	}
	return false
}

// in returns the length of the token that a text begins with, or 0.
func (t token) in(text []byte) int {
	if !bytes.HasPrefix(text, []byte(t.begins)) {
		return 0
	}
	rest := text[len(t.begins):]
	n := run(rest, t.rest)
	if n < t.least || t.exact && (n > t.least || n < len(rest) && isAlnum(rest[n])) || count(rest[:n], isDigit) == 0 {
		return 0
	}
	if t.begins == "eyJ" && bytes.Count(rest[:n], []byte(".")) != 2 {
		return 0
	}
	if sampleKey(rest[:n]) {
		return 0
	}
	return len(t.begins) + n
}

// bot looks for a token of Telegram: the number of a bot, a colon, 35 characters.
func (f *finder) bot(start, end int) bool {
	word := f.text[start:end]
	if n := run(word, isDigit); n < 8 || n > 10 || !bytes.HasPrefix(word[n:], []byte(":AA")) || run(word[n+1:], isWordly) < 34 {
		return false
	}
	return f.add(start, end, Credential, "Telegram token")
}

// bareKey is the length of a secret key of AWS, which has no prefix.
const bareKey = 40

// bare looks for such a key: letters of both cases, digits and a few slashes, in
// no order that a path would have.
func (f *finder) bare(start, end int) bool {
	word := f.text[start:end]
	slashes := bytes.Count(word, []byte("/"))
	if len(word) != bareKey || run(word, isBase64) != bareKey || slashes > 3 || bytes.ContainsAny(word, "-_=") ||
		sampleKey(word) ||
		count(word, isDigit) < 2 || count(word, isUpper) < 6 || count(word, isLower) < 6 {
		return false
	}
	return f.add(start, end, Credential, "AWS secret key")
}

// longestKey is how far the end of a block of key material is looked for.
const longestKey = 8 << 10

// privateKey looks for the first line of a private key and takes the block.
func (f *finder) privateKey(start, end int) bool {
	rest := f.text[start:min(len(f.text), start+longestKey)]
	if !bytes.HasPrefix(rest, []byte("-----BEGIN")) {
		return false
	}
	line := rest
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	if !bytes.Contains(line, []byte("PRIVATE KEY")) {
		return false
	}
	stop := bytes.Index(line, []byte("PRIVATE KEY")) + len("PRIVATE KEY")
	stop = len(bytes.TrimRight(line[:stop+run(line[stop:], func(c byte) bool { return c == '-' || c == ' ' || isUpper(c) })], " "))
	if at := bytes.Index(rest, []byte("-----END ")); at >= 0 {
		if n := bytes.Index(rest[at+9:], []byte("-----")); n >= 0 {
			stop = at + 9 + n + 5
		}
	}
	return f.add(start, start+stop, Credential, "private key")
}
