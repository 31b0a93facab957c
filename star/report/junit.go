package report

import (
	"cmp"
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
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
	Error   *junitFailure `xml:"error"`
	Output  string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// JUnit writes test results, which nearly every build server shows: a suite a
// story, a failed test a finding. A suggestion is a passed test with a remark,
// a story without a finding one passed test, and a trouble a test in error. The
// names of tests survive when lines move.
func JUnit(w io.Writer, r Report) error {
	all := junitSuites{Name: "star"}
	for _, trouble := range r.Troubles {
		all.add(junitSuiteOfTrouble(trouble))
	}
	for _, result := range r.Results {
		all.add(junitSuiteOf(result))
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

func (all *junitSuites) add(suite junitSuite) {
	all.Suites = append(all.Suites, suite)
	all.Tests, all.Failures, all.Errors = all.Tests+suite.Tests, all.Failures+suite.Failures, all.Errors+suite.Errors
}

func junitSuiteOf(result lint.Result) junitSuite {
	suite, times := junitSuite{Name: result.Story.Path}, map[string]int{}
	for _, d := range result.Diagnostics {
		c := junitCaseOf(d)
		if times[d.Rule.ID]++; times[d.Rule.ID] > 1 {
			c.Name = fmt.Sprintf("%s (%d)", c.Name, times[d.Rule.ID])
		}
		suite.add(c)
	}
	if len(suite.Cases) == 0 {
		suite.add(junitCase{Name: "no finding", Class: result.Story.ID, File: servicePath(result.Story.Path)})
	}
	return suite
}

func junitSuiteOfTrouble(t Trouble) junitSuite {
	suite := junitSuite{Name: cmp.Or(t.Path, "star")}
	suite.add(junitCase{Name: "not checked", Class: suite.Name, File: servicePath(t.Path), Error: &junitFailure{"trouble", t.Reason, t.String()}})
	return suite
}

func (s *junitSuite) add(c junitCase) {
	s.Cases = append(s.Cases, c)
	s.Tests++
	if c.Failure != nil {
		s.Failures++
	}
	if c.Error != nil {
		s.Errors++
	}
}

func junitCaseOf(d lint.Diagnostic) junitCase {
	at := d.Story.Position(d.Span.Start)
	c := junitCase{Name: d.Rule.ID + " " + d.Rule.Name, Class: d.Story.ID, File: servicePath(d.Story.Path), Line: at.Line}
	text := fmt.Sprintf("%s:%d:%d: %s", d.Story.Path, at.Line, at.Column, sentence(d))
	if d.Severity == lint.Info {
		c.Output = text
	} else {
		c.Failure = &junitFailure{d.Severity.String(), d.Message, text}
	}
	return c
}
