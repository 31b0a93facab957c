package secret

import "bytes"

// ticket looks for the number of a ticket: ABC-123. Standards, ciphers, exams and
// models look alike; short ones are tickets only beside a word that says so.
func (f *finder) ticket(start, end int) bool {
	word := f.text[start:end]
	key := word[:run(word, isKeyID)]
	if len(key) < 2 || len(key) > 10 || !isUpper(key[0]) || len(word) < len(key)+2 || word[len(key)] != '-' {
		return false
	}
	rest := word[len(key)+1:]
	digits := run(rest, isDigit)
	if digits == 0 || digits > 6 || rest[0] == '0' || digits < len(rest) && (isWordly(rest[digits]) || rest[digits] == '.' || rest[digits] == '%' || rest[digits] == '/') {
		return false
	}
	letters := count(key, isLetter)
	stop := start + len(key) + 1 + digits
	if standards()[string(key)] || letters < 2 || (letters < 3 || digits < 3) && !f.tracked(start) && !(digits > 1 && f.committed(start, stop)) {
		return false
	}
	return f.add(start, stop, Internal, "ticket number")
}

// committed reports a number that begins the message of a commit: "PAY-77: fix",
// "[PAY-77] fix".
func (f *finder) committed(start, stop int) bool {
	if stop+1 >= len(f.text) {
		return false
	}
	behind := f.text[stop]
	return behind == ':' && (f.text[stop+1] == ' ' || isLetter(f.text[stop+1])) || behind == ']' && start > 0 && f.text[start-1] == '[' && f.text[stop+1] == ' '
}

// tracked reports whether one of the two words before a place speaks of tickets.
func (f *finder) tracked(at int) bool {
	for range 2 {
		word, from := f.previous(at)
		var into [16]byte
		if trackers()[string(lower(word, &into))] {
			return true
		}
		at = from
	}
	return false
}

var trackers = lazy("ticket tickets issue issues jira story stories task bug epic incident incidents case pr commit commits branch merge merged")

// desk looks for the numbers of service desks: INC0012345.
func (f *finder) desk(start, end int) bool {
	word := f.text[start:end]
	letters := run(word, isUpper)
	if letters < 3 || letters > 6 || !desks()[string(word[:letters])] {
		return false
	}
	digits := run(word[letters:], isDigit)
	if digits < 6 || digits > 10 || letters+digits < len(word) && isAlnum(word[letters+digits]) {
		return false
	}
	return f.add(start, start+letters+digits, Internal, "ticket number")
}

// cloud looks for the name of a resource with the account or the bucket in it.
func (f *finder) cloud(start, end int) bool {
	word := f.text[start:end]
	if !bytes.HasPrefix(word, []byte("arn:aws")) || bytes.Count(word, []byte(":")) < 5 || bytes.IndexByte(word, '*') >= 0 || bytes.Contains(word, []byte(":aws:policy/")) {
		return false
	}
	return f.add(start, end, Internal, "cloud resource")
}

var desks = lazy("INC CHG REQ RITM PRB SCTASK CTASK TASK HRC")

// standards are the beginnings of names that look like tickets.
var standards = lazy(
	"AES SHA MD DES RSA DSA ECC ECDSA ED HMAC HS RS ES PS CRC GCM CBC CTR XTS CHACHA POLY BLAKE ARGON PBKDF TLS SSL WPA WEP DH BASE UTF UCS ASCII EBCDIC SIPHASH KYBER SECP " +
		"ISO IEC IEEE RFC ITU ANSI ECMA DIN EN BS AS NZS ASTM MIL STD SAE DO ARP ATA NEMA UL NFPA OSHA CFR FAR DFARS CMMC HIPAA GDPR CCPA PCI SOC SOX FIPS NIST SP CSF CIS CSA CCM OWASP ASVS MASVS WCAG HTTP HTTPS ERR ERROR STATUS CODE TCP UDP PORT IPC ATX NERC " +
		"CVE CWE CAPEC GHSA RHSA RHBA RHEL DSA DLA USN MS KB PEP JEP JSR ADR EIP ERC BIP TIP KIP SEP APT FIN UNC TA TEMP DEV ATT CVSS EPSS TTP " +
		"COVID SARS MERS ICD DSM HIV HPV GPT LLAMA BERT CLAUDE MIXTRAL AZ AI DP SY CS CISSP CISM CKA CKAD SAA SAP DVA SOA ANS LPIC CCNA CCNP CCIE OSCP GIAC SAFE " +
		"USB PCIE DDR LGA AM SM RTX GTX RX ARM ARMV ESP STM PIC TI LTE GSM CDMA UMTS CAT RJ RG VLAN IPV JDK JAVA PHP NET HTML CSS SQL IE LOG RAID LTO MPEG MP AAC CD DVD HD SD NVME SATA HDMI XPS EOS " +
		"MIG SU BOEING AIRBUS BMW MH UA UTC GMT EST EDT CST CDT MST PST PDT CET CEST IST JST BST FY CY US EU UK UN ITAR EAR TRL NASDAQ FTSE DOW FORTUNE FORBES DAX NIKKEI " +
		"OPTION ITEM PLAN EXAMPLE QUESTION RULE LAB EXAM LESSON MILESTONE GRADE COURSE TABLE FIGURE TRACK GOAL CYCLE ROW COLUMN BLOCK GROUP RELEASE Q H " +
		"SEV SEVERITY PRIO PRIORITY TIER LEVEL PHASE STEP STAGE SPRINT WEEK DAY DAYS MONTH YEAR TOP TEAM STAR SDE SWE PM ROUND CLASS TYPE PART PAGE LINE VERSION CHAPTER SECTION MODEL ROOM FLOOR GATE UNIT AREA ZONE RACK SLOT NODE HOST " +
		"COMP MATH PHYS CHEM BIO ECE EECS CSE ENG ENGL ECON STAT HIST INFO PSYC MBA MSC BSC EBITDA ROI NPS KPI OKR SLA SLO MTTR MTTD ARR MRR CSAT")
