package report

import (
	"encoding/json"
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
	Results     []sarifResult        `json:"results"`
	ColumnKind  string               `json:"columnKind"`
}

type sarifBase struct {
	Description sarifText `json:"description"`
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
	Level   string    `json:"level"`
	Message sarifText `json:"message"`
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
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI  string `json:"uri"`
	Base string `json:"uriBaseId,omitempty"`
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

// SARIF writes a SARIF 2.1.0 log with one run. Columns count code points; the
// fingerprints survive that lines move.
func SARIF(w io.Writer, r Report) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{},
		Bases: map[string]sarifBase{sourceRoot: {sarifText{Text: "the folder that star ran in"}}},
		Tool:  sarifTool{sarifDriver{Name: "star", Version: r.Version, Rules: []sarifRule{}}}, Invocations: []sarifInvocation{r.invocation()}}
	rules := r.rules()
	for _, rule := range rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(rule))
	}
	names := fingerprints{}
	for _, result := range r.Results {
		for _, d := range result.Diagnostics {
			out := sarifResultOf(d, names)
			out.RuleIndex = slices.Index(rules, d.Rule)
			run.Results = append(run.Results, out)
		}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(sarifLog{sarifSchema, "2.1.0", []sarifRun{run}})
}

func (r Report) invocation() sarifInvocation {
	out := sarifInvocation{Successful: len(r.Troubles) == 0}
	for _, trouble := range r.Troubles {
		out.Notifications = append(out.Notifications, sarifNotification{"error", sarifText{Text: trouble}})
	}
	return out
}

func sarifRuleOf(rule *lint.Rule) sarifRule {
	severity := rule.Severity
	return sarifRule{ID: rule.ID, Name: rule.Name, Short: sarifText{Text: rule.Title}, Full: sarifText{Text: rule.Why},
		Help:          sarifText{Text: rule.Why + "\n\nBad:\n\n" + rule.Bad + "\n\nGood:\n\n" + rule.Good, Markdown: rule.Markdown()},
		Configuration: sarifConfiguration{severity != lint.Off, sarifLevels[severity]}}
}

func sarifResultOf(d lint.Diagnostic, names fingerprints) sarifResult {
	out := sarifResult{RuleID: d.Rule.ID, Level: sarifLevels[d.Severity], Message: sarifText{Text: sentence(d)},
		Locations: []sarifLocation{{Physical: physical(d.Story, d.Span)}}, Fingerprints: map[string]string{"words/v1": names.of(d)}}
	for i, related := range d.Related {
		out.Related = append(out.Related, sarifLocation{ID: &i, Message: &sarifText{Text: related.Message}, Physical: physical(d.Story, related.Span)})
	}
	if d.Fix != nil {
		change := sarifChange{Artifact: physical(d.Story, d.Span).Artifact}
		for _, edit := range d.Fix.Edits {
			change.Replacements = append(change.Replacements, sarifReplacement{physical(d.Story, edit.Span).Region, sarifText{Text: edit.Text}})
		}
		out.Fixes = []sarifFix{{sarifText{Text: d.Fix.Title}, []sarifChange{change}}}
	}
	return out
}

func physical(s *star.Story, span star.Span) sarifPhysical {
	at := placeOf(s, span)
	reference, relative := uri(s.Path)
	artifact := sarifArtifact{URI: reference}
	if relative && !strings.HasPrefix(reference, "../") {
		artifact.Base = sourceRoot
	}
	return sarifPhysical{artifact, sarifRegion{at.Line, at.Column, at.EndLine, at.EndColumn}}
}

// sentence is a finding in one text: what is wrong and what to do.
func sentence(d lint.Diagnostic) string {
	if d.Help == "" {
		return d.Message
	}
	return d.Message + "; " + d.Help
}
