package scan

import (
	"unicode"
	"unicode/utf8"

	"concordat/dsl/token"
)

// What a byte can begin.
const (
	nothing = iota
	blank
	lineEnd
	letter
	digit
	quote
	hash
	sign
	high // the first byte of a character beyond ASCII
)

var class, inWord = func() (class [256]uint8, inWord [256]bool) {
	for c := range 256 {
		switch {
		case c == ' ' || c == '\t' || c == '\r':
			class[c] = blank
		case c == '\n':
			class[c] = lineEnd
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_':
			class[c], inWord[c] = letter, true
		case '0' <= c && c <= '9':
			class[c], inWord[c] = digit, true
		case c == '"':
			class[c] = quote
		case c == '#':
			class[c] = hash
		case c >= utf8.RuneSelf:
			class[c] = high
		}
	}
	for _, c := range "{}(),.+-*/<>=!" {
		class[c] = sign
	}
	return class, inWord
}()

// beyondASCII takes a sum in pounds; anything else beyond ASCII is a finding.
func (s *scanner) beyondASCII() {
	start := s.at
	r, n := utf8.DecodeRune(s.src[start:])
	end := start + n
	switch {
	case r == '£' && class[s.byteAt(end)] == digit:
		s.money(start, end)
		return
	case r == '£':
		s.poundAlone(start, end)
	case r == utf8.RuneError && n == 1:
		end = start + s.noText(start, len(s.src))
		s.notUTF8(start, end)
	case bidi(r):
		s.turns(start, end, r)
	case unicode.IsLetter(r):
		s.foreignWord(start, start)
		return
	default:
		s.odd(start, end, r)
	}
	s.emit(token.Bad, start, end)
}

// space reports whether the character at i looks like a blank, and its size.
func (s *scanner) space(i int) (rune, int) {
	r, n := utf8.DecodeRune(s.src[i:])
	if unicode.IsSpace(r) || !unicode.IsLetter(r) && !unicode.IsMark(r) {
		return r, n
	}
	return r, 0
}

// foreignWord takes a word with letters beyond a to z, as one Bad token, so
// that it is one finding and not an unknown name as well. It starts at start;
// the first such letter stands at first.
func (s *scanner) foreignWord(start, first int) {
	end := first
	for end < len(s.src) {
		r, n := utf8.DecodeRune(s.src[end:])
		if r < utf8.RuneSelf && !inWord[r] || r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		end += n
	}
	r, n := utf8.DecodeRune(s.src[first:])
	s.odd(first, first+n, r)
	s.emit(token.Bad, start, end)
}

// bidi reports whether a character changes the direction in which text is shown.
func bidi(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x061C
}

// twin is the character that another one looks like, or 0.
func twin(r rune) rune {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E: // the wide forms of ASCII
		return r - 0xFEE0
	case unicode.IsSpace(r):
		return ' '
	}
	return twins[r]
}

var twins = func() map[rune]rune {
	m := map[rune]rune{}
	for _, pair := range []struct{ odd, plain string }{
		{"аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw"}, // Cyrillic
		{"АВЕКМНОРСТХІЈЅ", "ABEKMHOPCTXIJS"}, // Cyrillic capitals
		{"οανρυικ", "oavpuik"},               // Greek
		{"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"}, // Greek capitals
		{"ıɡ", "ig"},
		{"‐‑‒–—―−", "-------"},
		{"“”„″", `""""`},
		{"‘’‚′", "''''"},
		{"×∗", "**"},
		{"÷∕⁄", "///"},
		{"‚،", ",,"},
		{"％", "%"},
	} {
		plain := []rune(pair.plain)
		for i, r := range []rune(pair.odd) {
			m[r] = plain[i]
		}
	}
	return m
}()
