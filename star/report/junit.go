package report

import (
	"encoding/xml"
	"fmt"
	"io"

	"starbank/star/lint"
)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Failure *junitFailure `xml:"failure"`
	Output  string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// JUnit writes test results, which nearly every build server shows: a suite a
// story, a failed test a finding. A suggestion is a passed test with a remark,
// and a story without a finding one passed test.
func JUnit(w io.Writer, r Report) error {
	all := junitSuites{Name: "star"}
	for _, result := range r.Results {
		suite := junitSuite{Name: result.Story.Path}
		for _, d := range result.Diagnostics {
			suite.add(junitCaseOf(d))
		}
		if len(suite.Cases) == 0 {
			suite.add(junitCase{Name: "no finding", Class: result.Story.ID})
		}
		all.Suites = append(all.Suites, suite)
		all.Tests, all.Failures = all.Tests+suite.Tests, all.Failures+suite.Failures
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (s *junitSuite) add(c junitCase) {
	s.Cases = append(s.Cases, c)
	s.Tests++
	if c.Failure != nil {
		s.Failures++
	}
}

func junitCaseOf(d lint.Diagnostic) junitCase {
	at := d.Story.Position(d.Span.Start)
	c := junitCase{Name: fmt.Sprintf("%s %s, line %d", d.Rule.ID, d.Rule.Name, at.Line), Class: d.Story.ID}
	text := fmt.Sprintf("%s:%d:%d: %s", d.Story.Path, at.Line, at.Column, sentence(d))
	if d.Severity == lint.Info {
		c.Output = text
	} else {
		c.Failure = &junitFailure{d.Severity.String(), d.Message, text}
	}
	return c
}
