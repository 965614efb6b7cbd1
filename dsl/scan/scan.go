// Package scan cuts the text of an agreement into tokens. It is written by
// hand: literals hold spaces (`1 April 2015`), pound signs and slashes
// (`2015/16 Q1`), which generated scanners misread. Nothing is dropped: the
// tokens and the blanks between them are the whole text, so the formatter can
// put a file together again. What does not belong in an agreement, such as
// letters that look like others, is a finding and a Bad token.
package scan

import (
	"bytes"
	"unicode/utf8"

	"concordat/dsl/diag"
	"concordat/dsl/token"
)

// Tokens cuts a source into tokens, in the order of the text; the last is EOF.
// Offsets are bytes. What the findings are about is also there, as Bad tokens,
// unless it stands in a comment or a string.
func Tokens(path string, src []byte) ([]token.Token, diag.List) {
	s := scanner{path: path, src: src, tokens: make([]token.Token, 0, len(src)/5+16)}
	if bytes.HasPrefix(src, []byte("\uFEFF")) {
		s.at = 3 // a byte order mark at the start is how some editors say UTF-8
	}
	for s.at < len(src) {
		s.next()
	}
	s.emit(token.EOF, len(src), len(src))
	return s.tokens, s.found
}

type scanner struct {
	path   string
	src    []byte
	at     int
	tokens []token.Token
	found  diag.List
}

func (s *scanner) emit(k token.Kind, start, end int) {
	s.tokens = append(s.tokens, token.Token{Kind: k, Start: start, End: end})
	s.at = end
}

// byteAt is the byte at an offset, or 0 beyond the end.
func (s *scanner) byteAt(i int) byte {
	if i < len(s.src) {
		return s.src[i]
	}
	return 0
}

// next takes one token, or one blank.
func (s *scanner) next() {
	c := s.src[s.at]
	switch class[c] {
	case blank:
		s.at++
	case lineEnd:
		s.emit(token.Newline, s.at, s.at+1)
	case letter:
		s.word()
	case digit:
		s.number()
	case quote:
		s.quoted()
	case hash:
		end := s.lineEnd(s.at)
		s.hidden(s.at, end)
		s.emit(token.Comment, s.at, end)
	case sign:
		s.sign(c)
	case high:
		s.beyondASCII()
	default:
		s.stray(s.at, s.at+1)
		s.emit(token.Bad, s.at, s.at+1)
	}
}

// lineEnd is the offset at which the line ends that holds offset i.
func (s *scanner) lineEnd(i int) int {
	n := bytes.IndexByte(s.src[i:], '\n')
	if n < 0 {
		return len(s.src)
	}
	if n > 0 && s.src[i+n-1] == '\r' {
		n--
	}
	return i + n
}

var signs = map[byte]token.Kind{
	'{': token.Open, '}': token.Close, '(': token.LParen, ')': token.RParen, ',': token.Comma, '.': token.Dot,
	'+': token.Plus, '-': token.Minus, '*': token.Star, '/': token.Slash, '<': token.Less, '>': token.More,
}

var withEqual = map[byte]token.Kind{'<': token.AtMost, '>': token.AtLeast, '=': token.Equal, '!': token.Differs}

func (s *scanner) sign(c byte) {
	if s.byteAt(s.at+1) == '=' {
		if k, ok := withEqual[c]; ok {
			s.emit(k, s.at, s.at+2)
			return
		}
	}
	if k, ok := signs[c]; ok {
		s.emit(k, s.at, s.at+1)
		return
	}
	s.stray(s.at, s.at+1)
	s.emit(token.Bad, s.at, s.at+1)
}

// word takes a word, or a currency and its sum.
func (s *scanner) word() {
	start := s.at
	end := s.wordEnd(start)
	if class[s.byteAt(end)] == high {
		if _, n := s.space(end); n == 0 {
			s.foreignWord(start, end)
			return
		}
	}
	if end-start == 3 && currencies[string(s.src[start:end])] {
		if sum := s.blanks(end); sum > end && class[s.byteAt(sum)] == digit {
			s.money(start, sum)
			return
		}
	}
	s.emit(token.Ident, start, end)
}

// wordEnd is where a word ends that starts at i. `year's` and `half-year` are
// one word each.
func (s *scanner) wordEnd(i int) int {
	start := i
	for inWord[s.byteAt(i)] {
		i++
	}
	switch {
	case s.byteAt(i) == '\'' && class[s.byteAt(i+1)] == letter:
		return s.wordEnd(i + 1)
	case s.byteAt(i) == '-' && string(s.src[start:i]) == "half" && bytes.HasPrefix(s.src[i:], []byte("-year")) && !inWord[s.byteAt(i+5)]:
		return i + 5
	}
	return i
}

func (s *scanner) quoted() {
	start := s.at
	if bytes.HasPrefix(s.src[start:], []byte(`"""`)) {
		s.prose(start)
		return
	}
	end := s.lineEnd(start)
	n := bytes.IndexByte(s.src[start+1:end], '"')
	if n < 0 {
		s.unterminatedString(start, end)
		s.hidden(start, end)
		s.emit(token.Bad, start, end)
		return
	}
	s.hidden(start, start+n+2)
	s.emit(token.String, start, start+n+2)
}

func (s *scanner) prose(start int) {
	end, closed := len(s.src), false
	if n := bytes.Index(s.src[start+3:], []byte(`"""`)); n >= 0 {
		end, closed = start+3+n+3, true
	}
	if brace := s.braceInside(start, end); brace > 0 {
		end, closed = brace, false
	}
	s.hidden(start, end)
	if closed {
		s.emit(token.Prose, start, end)
		return
	}
	s.unterminatedProse(start)
	s.emit(token.Bad, start, end)
}

// braceInside finds a line of prose that is nothing but a closing brace and
// stands further left than the line on which the prose begins: there the
// closing quotes were forgotten, and the next ones belong to another text. It
// returns the end of the line before, or 0.
func (s *scanner) braceInside(start, end int) int {
	line := bytes.LastIndexByte(s.src[:start], '\n') + 1
	indent := s.blanks(line) - line
	for i := start; ; {
		n := bytes.IndexByte(s.src[i:end], '\n')
		if n < 0 {
			return 0
		}
		i += n + 1
		if brace := s.blanks(i); s.byteAt(brace) == '}' && brace-i < indent && s.lineEnd(brace) == brace+1 {
			return i - 1
		}
	}
}

// hidden looks for what must not stand even in comments and strings: signs
// that turn the direction of the text, and bytes that are no text.
func (s *scanner) hidden(start, end int) {
	for i := start; i < end; {
		if s.src[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(s.src[i:end])
		switch {
		case r == utf8.RuneError && n == 1:
			n = s.noText(i, end)
			s.notUTF8(i, i+n)
		case bidi(r):
			s.turns(i, i+n, r)
		}
		i += n
	}
}

// noText counts the bytes from i on that are not UTF-8.
func (s *scanner) noText(i, end int) int {
	n := 0
	for i+n < end && s.src[i+n] >= utf8.RuneSelf {
		if r, size := utf8.DecodeRune(s.src[i+n : end]); r != utf8.RuneError || size > 1 {
			break
		}
		n++
	}
	return n
}
