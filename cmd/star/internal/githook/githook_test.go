package githook

import (
	"errors"
	"testing"
)

const lines = "star check --staged || exit\n"

// TestInstall holds where the lines go, and that taking them out gives back what
// was there.
func TestInstall(t *testing.T) {
	const block = begin + lines + end
	for hook, want := range map[string]string{
		"":                                    block,
		"#!/bin/sh\n":                         "#!/bin/sh\n" + block,
		"#!/bin/sh":                           "#!/bin/sh\n" + block[:len(block)-1],
		"#!/bin/sh\nexit 0\n":                 "#!/bin/sh\n" + block + "exit 0\n",
		"#!/bin/sh\nexit 0":                   "#!/bin/sh\n" + block + "exit 0",
		"make lint\r\n\r\n":                   block + "make lint\r\n\r\n",
		"\n\n":                                block + "\n\n",
		"#!/usr/bin/env -S bash -e\nset -u\n": "#!/usr/bin/env -S bash -e\n" + block + "set -u\n",
		"#! /usr/bin/env A=b zsh\n":           "#! /usr/bin/env A=b zsh\n" + block,
		"#!C:/Program\\bin\\sh.exe\nx":        "#!C:/Program\\bin\\sh.exe\n" + block + "x",
	} {
		got, err := Install([]byte(hook), lines)
		if err != nil || string(got) != want {
			t.Errorf("Install(%q) = %q, %v; want %q", hook, got, err, want)
			continue
		}
		if found, is := Lines(got); !is || found != lines {
			t.Errorf("Lines(%q) = %q, %t", got, found, is)
		}
		again, err := Install(got, "other\n")
		if found, is := Lines(again); err != nil || !is || found != "other\n" {
			t.Errorf("installed again: %q, %v", again, err)
		}
		if rest, ours, err := Uninstall(again); err != nil || ours || string(rest) != hook {
			t.Errorf("Uninstall(%q) = %q, %v; want %q", again, rest, err, hook)
		}
	}
}

// TestLeftAlone holds which hooks are not touched.
func TestLeftAlone(t *testing.T) {
	for _, hook := range []string{"#!/usr/bin/env python3\n", "#!/usr/bin/perl -w\n", "\x7fELF\x00", "#!\n", "#!/bin/sh\r\nx\r\n", "#!/usr/bin/fish\n"} {
		if got, err := Install([]byte(hook), lines); !errors.Is(err, ErrNotShell) {
			t.Errorf("Install(%q) = %q, %v", hook, got, err)
		}
	}
	damaged := "#!/bin/sh\n" + begin + lines
	if _, err := Install([]byte(damaged), lines); !errors.Is(err, ErrDamaged) {
		t.Errorf("Install(damaged): %v", err)
	}
	if _, _, err := Uninstall([]byte(damaged)); !errors.Is(err, ErrDamaged) {
		t.Errorf("Uninstall(damaged): %v", err)
	}
	if got, _, err := Uninstall([]byte("#!/bin/sh\necho '" + begin + "'")); err != nil || len(got) == 0 {
		t.Errorf("Uninstall of none = %q, %v", got, err)
	}
	if rest, ours, err := Uninstall(New(lines)); err != nil || !ours {
		t.Errorf("Uninstall(New) = %q, %t, %v", rest, ours, err)
	}
}

// FuzzInstall holds that every file is given back as it was.
func FuzzInstall(f *testing.F) {
	f.Add([]byte("#!/bin/sh\nexit 0\n"))
	f.Add([]byte("#!/bin/sh"))
	f.Add([]byte(begin + end))
	f.Fuzz(func(t *testing.T, hook []byte) {
		if _, had := Lines(hook); had || string(hook) == made {
			return
		}
		got, err := Install(hook, lines)
		if err != nil {
			return
		}
		if rest, _, err := Uninstall(got); err != nil || string(rest) != string(hook) {
			t.Errorf("Uninstall(Install(%q)) = %q, %v", hook, rest, err)
		}
	})
}
