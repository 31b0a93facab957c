package report

import (
	"io"
	"slices"
	"strings"

	"starbank/star"
	"starbank/star/lint"
)

// The document of the static analysis results interchange format, version 2.1.0
// (OASIS, 2020): what code scanning services and editors read.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool        sarifTool            `json:"tool"`
	Invocations []sarifInvocation    `json:"invocations"`
	Bases       map[string]sarifBase `json:"originalUriBaseIds"`
	Files       []sarifFile          `json:"artifacts"`
	Results     []sarifResult        `json:"results"`
	ColumnKind  string               `json:"columnKind"`
}

type sarifBase struct {
	Description sarifText `json:"description"`
}

type sarifFile struct {
	Location sarifArtifact `json:"location"`
	MimeType string        `json:"mimeType"`
	Encoding string        `json:"encoding"`
	Roles    []string      `json:"roles"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID            string             `json:"id"`
	Name          string             `json:"name"`
	Short         sarifText          `json:"shortDescription"`
	Full          sarifText          `json:"fullDescription"`
	Help          sarifText          `json:"help"`
	Configuration sarifConfiguration `json:"defaultConfiguration"`
}

type sarifConfiguration struct {
	Enabled bool   `json:"enabled"`
	Level   string `json:"level"`
}

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations,omitempty"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    int               `json:"ruleIndex"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Fixes        []sarifFix        `json:"fixes,omitempty"`
}

type sarifLocation struct {
	ID       *int          `json:"id,omitempty"`
	Message  *sarifText    `json:"message,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI   string `json:"uri"`
	Base  string `json:"uriBaseId,omitempty"`
	Index *int   `json:"index,omitempty"` // into the artifacts of the run
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

type sarifFix struct {
	Description sarifText     `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted sarifText   `json:"insertedContent"`
}

const (
	sarifSchema = "https://json.schemastore.org/sarif-2.1.0.json"
	sourceRoot  = "%SRCROOT%"
)

var sarifLevels = map[lint.Severity]string{lint.Error: "error", lint.Warning: "warning", lint.Info: "note", lint.Off: "none"}

// sarifFingerprint is the name of our fingerprints. GitHub goes by
// primaryLocationLineHash alone, which its upload adds and complains about when
// it finds another there; so that is left to it.
const sarifFingerprint = "words/v1"

// SARIF writes a SARIF 2.1.0 log with one run. Columns count code points; the
// fingerprints survive that lines move. Paths are relative to the folder that the
// program ran in, for which %SRCROOT% stands; one outside of it is as it was given.
func SARIF(w io.Writer, r Report) error {
	writer := sarifWriter{rules: r.rules(), names: fingerprints{}, files: map[string]int{}}
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}, Files: []sarifFile{},
		Bases: map[string]sarifBase{sourceRoot: {sarifText{Text: "the folder that star ran in"}}},
		Tool:  sarifTool{sarifDriver{Name: "star", Version: r.Version, Rules: []sarifRule{}}}, Invocations: []sarifInvocation{r.invocation()}}
	for _, rule := range writer.rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(rule))
	}
	for _, result := range r.Results {
		if path := result.Story.Path; writer.isNew(path) {
			run.Files = append(run.Files, sarifFile{artifact(path), "text/markdown", "utf-8", []string{"analysisTarget"}})
		}
		for _, d := range result.Diagnostics {
			run.Results = append(run.Results, writer.result(d, result.Diagnostics))
		}
	}
	return EncodeJSON(w, sarifLog{sarifSchema, "2.1.0", []sarifRun{run}})
}

func (r Report) invocation() sarifInvocation {
	out := sarifInvocation{Successful: len(r.Troubles) == 0}
	for _, trouble := range r.Troubles {
		notification := sarifNotification{Level: "error", Message: sarifMessage(trouble.String())}
		if trouble.Path != "" {
			notification.Locations = []sarifLocation{{Physical: sarifPhysical{Artifact: artifact(trouble.Path)}}}
		}
		out.Notifications = append(out.Notifications, notification)
	}
	return out
}

func sarifRuleOf(rule *lint.Rule) sarifRule {
	severity := rule.Severity
	return sarifRule{ID: rule.ID, Name: rule.Name, Short: sarifText{Text: rule.Title}, Full: sarifText{Text: rule.Why},
		Help:          sarifText{Text: rule.Text(), Markdown: rule.Markdown()},
		Configuration: sarifConfiguration{severity != lint.Off, sarifLevels[severity]}}
}

// sarifWriter knows what the results of a run refer to.
type sarifWriter struct {
	rules []*lint.Rule
	names fingerprints
	files map[string]int // where a path stands among the artifacts
}

// isNew notes a file and reports whether it is the first of its path.
func (w sarifWriter) isNew(path string) bool {
	_, known := w.files[path]
	if !known {
		w.files[path] = len(w.files)
	}
	return !known
}

func (w sarifWriter) result(d lint.Diagnostic, all []lint.Diagnostic) sarifResult {
	out := sarifResult{RuleID: d.Rule.ID, RuleIndex: slices.Index(w.rules, d.Rule), Level: sarifLevels[d.Severity], Message: sarifMessage(sentence(d)),
		Locations: []sarifLocation{{Physical: w.physical(d.Story, d.Span)}}, Fingerprints: map[string]string{sarifFingerprint: w.names.of(d, all)}}
	for i, related := range d.Related {
		message := sarifMessage(related.Message)
		out.Related = append(out.Related, sarifLocation{ID: &i, Message: &message, Physical: w.physical(d.Story, related.Span)})
	}
	if mend := offered(d, all); mend != nil {
		out.Fixes = []sarifFix{w.fix(d.Story, mend)}
	}
	return out
}

func (w sarifWriter) fix(s *star.Story, mend *lint.Fix) sarifFix {
	change := sarifChange{Artifact: w.artifact(s.Path)}
	for _, edit := range mend.Edits {
		change.Replacements = append(change.Replacements, sarifReplacement{region(s, edit.Span), sarifText{Text: edit.Text}})
	}
	return sarifFix{sarifMessage(mend.Title), []sarifChange{change}}
}

func (w sarifWriter) physical(s *star.Story, span star.Span) sarifPhysical {
	place := region(s, span)
	return sarifPhysical{w.artifact(s.Path), &place}
}

func (w sarifWriter) artifact(path string) sarifArtifact {
	out, index := artifact(path), w.files[path]
	out.Index = &index
	return out
}

func artifact(path string) sarifArtifact {
	reference, relative := uri(path)
	out := sarifArtifact{URI: reference}
	if relative && !strings.HasPrefix(reference, "../") {
		out.Base = sourceRoot
	}
	return out
}

func region(s *star.Story, span star.Span) sarifRegion {
	at := placeOf(s, span)
	return sarifRegion{at.Line, at.Column, at.EndLine, at.EndColumn}
}

// sarifMessage is a text without the links that SARIF knows in messages:
// [text](target).
func sarifMessage(text string) sarifText {
	return sarifText{Text: strings.ReplaceAll(text, "](", "] (")}
}

// sentence is a finding in one text: what is wrong and what to do.
func sentence(d lint.Diagnostic) string {
	if d.Help == "" {
		return d.Message
	}
	return d.Message + "; " + d.Help
}
