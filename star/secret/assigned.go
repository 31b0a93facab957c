package secret

import (
	"bytes"
	"sync"
)

// The lengths of a value: below six it is no secret, as 12 in "password: 12".
const (
	shortestSecret = 6
	longestSecret  = 256
)

// assignments looks for name=value and name:value with the name of a secret.
func (f *finder) assignments(start, end int) bool {
	for at := start + 1; at < end; at++ {
		if c := f.text[at]; c != '=' && c != ':' {
			continue
		}
		name := f.text[start:at]
		for i := len(name); i > 0; i-- {
			if !isDotted(name[i-1]) && name[i-1] != '"' && name[i-1] != '\'' {
				name = name[i:]
				break
			}
		}
		if !secretName(name) {
			continue
		}
		from := at + 1 + run(f.text[at+1:end], func(c byte) bool { return c == '"' || c == '\'' })
		to := from + run(f.text[from:min(end, from+longestSecret)], func(c byte) bool { return bytes.IndexByte([]byte("\"'&;,`)"), c) < 0 })
		if placeholder(f.text[from:to]) {
			continue
		}
		if n := to - from; n >= shortestSecret && (f.text[at] == '=' || mixed(f.text[from:to])) {
			return f.add(from, to, Credential, "password or key")
		}
	}
	return false
}

var secretNames = [][]byte{[]byte("password"), []byte("passwd"), []byte("pwd"), []byte("passphrase"), []byte("secret"), []byte("token"), []byte("apikey"),
	[]byte("accesskey"), []byte("accountkey"), []byte("secretkey"), []byte("privatekey"), []byte("sharedaccesskey"), []byte("signingkey"), []byte("signature")}

// secretName reports whether a name, such as DB_PASSWORD or "api-key", is that of
// a secret.
func secretName(name []byte) bool {
	var plain [32]byte
	n := 0
	for _, c := range name[max(0, len(name)-len(plain)):] {
		if isLetter(c) {
			plain[n], n = c|0x20, n+1
		}
	}
	for _, known := range secretNames {
		if bytes.HasSuffix(plain[:n], known) {
			return true
		}
	}
	return false
}

// placeholder reports a value that stands for a secret and is none.
func placeholder(value []byte) bool {
	if len(value) == 0 || bytes.IndexByte([]byte("$<{%*[("), value[0]) >= 0 {
		return true
	}
	if secretName(value) {
		return true // password=MY_PASSWORD
	}
	small := bytes.ToLower(value)
	for _, sign := range placeholders() {
		if bytes.Contains(small, sign) {
			return true
		}
	}
	return false
}

var placeholders = sync.OnceValue(func() [][]byte {
	return bytes.Fields([]byte("*** xxxx .... redacted your example sample dummy changeme placeholder environ getenv env. process. vault: base64 sha1 sha2 sha5 aes1 aes2 bcrypt argon2 pbkdf2 oauth2 hs256 rs256 es256 utf8"))
})

// link looks at an address with a scheme. A public one is left alone, with all
// the digits in it.
func (f *finder) link(start, end int) bool {
	at := bytes.Index(f.text[start:end], []byte("://"))
	if at < 0 {
		return false
	}
	for start += at; start > 0 && (isAlnum(f.text[start-1]) || f.text[start-1] == '+'); {
		start--
	}
	end = start + run(f.text[start:end], func(c byte) bool { return bytes.IndexByte([]byte("\"'<>`"), c) < 0 })
	if n := bytes.Index(f.text[start:end], []byte("](")); n > 0 {
		end = start + n
	}
	if kind, class := linkKind(f.text[start:end]); kind != "" {
		return f.add(start, end, class, kind)
	}
	if !documented(hostOf(f.text[start:end])) {
		f.assignments(start, end)
	}
	return true
}

// hostOf returns the host of an address with a scheme, and its port.
func hostOf(link []byte) []byte {
	_, rest, _ := bytes.Cut(link, []byte("://"))
	rest = rest[:run(rest, func(c byte) bool { return bytes.IndexByte([]byte("/?#)"), c) < 0 })]
	return rest[bytes.LastIndexByte(rest, '@')+1:]
}

// linkKind tells what an address is that is not public.
func linkKind(link []byte) (kind string, class Class) {
	scheme, rest, _ := bytes.Cut(link, []byte("://"))
	authority := rest[:run(rest, func(c byte) bool { return bytes.IndexByte([]byte("/?#)"), c) < 0 })]
	user, host, hasUser := bytes.Cut(authority, []byte("@"))
	if !hasUser {
		host = authority
	}
	path := string(rest[len(authority):])
	switch name, word, ok := bytes.Cut(user, []byte(":")); {
	case len(host) == 0 || documented(host):
	case hasUser && ok && len(word) > 0 && !placeholder(word) && !bytes.Equal(name, word):
		return "address with a password", Credential
	case webhook(string(host), path):
		return "webhook", Credential
	case sampleBucket(host):
	case string(scheme) == "s3" || string(scheme) == "gs" || string(scheme) == "wasbs" || string(scheme) == "abfss":
		return "storage address", Internal
	case internalLink(host, path):
		return "internal address", Internal
	}
	return "", Internal
}
