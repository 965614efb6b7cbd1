package ratecard

import (
	"strings"
	"unicode"
)

// Pseudonym finds what is wrong with a person's name in a claim; empty where
// nothing is. The form shows what may stand where: "P-000" is a capital P, a
// hyphen and three digits. What else looks like a name, an NHS number or a
// National Insurance number is said so, because none of these may be recorded.
func Pseudonym(form, name string) string {
	if fits(form, name) {
		return ""
	}
	digits := strings.Count(strings.Map(digit, name), "0")
	switch letters := strings.Map(letter, name); {
	case name == "":
		return "it names nobody"
	case digits == 10 && letters == "":
		return "that looks like an NHS number"
	case digits == 6 && len(letters) == 3 && strings.HasSuffix(strings.TrimSpace(name), letters[2:]):
		return "that looks like a National Insurance number"
	case digits == 0:
		return "that looks like somebody's name"
	case letters == "" && strings.ContainsAny(name, "/.-"):
		return "that looks like a date of birth"
	}
	return "that is not of this form"
}

// Form reports whether a form can be one: it begins with a capital letter and
// has two to six zeros, each a digit, and nothing else but capitals and hyphens.
func Form(form string) bool {
	zeros := strings.Count(form, "0")
	return zeros >= 2 && zeros <= 6 && form[0] >= 'A' && form[0] <= 'Z' && strings.Trim(form, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-0") == ""
}

func fits(form, name string) bool {
	if len(form) != len(name) {
		return false
	}
	for i := range len(form) {
		if form[i] == '0' && name[i] >= '0' && name[i] <= '9' || form[i] != '0' && form[i] == name[i] {
			continue
		}
		return false
	}
	return true
}

func digit(r rune) rune {
	if r >= '0' && r <= '9' {
		return '0'
	}
	return -1
}

func letter(r rune) rune {
	if unicode.IsLetter(r) {
		return r
	}
	return -1
}
