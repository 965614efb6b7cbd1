package value

import "strings"

// commas puts a comma before every three digits of a whole number's digits.
func commas(digits string) string {
	if len(digits) <= 3 {
		return digits
	}
	var b strings.Builder
	for i, c := range []byte(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(c)
	}
	return b.String()
}

// uncomma takes the thousands commas out of a whole number. It accepts either
// no comma at all or one before every three digits.
func uncomma(s string) (digits string, ok bool) {
	if allDigits(s) {
		return s, true
	}
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if !allDigits(g) || i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && len(g) > 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func allDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}
