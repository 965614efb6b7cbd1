package scan

import (
	"bytes"

	"concordat/dsl/token"
)

// number takes a number and what belongs to it: 6,400,000 · 12.5% · 1 April
// 2015 · 2015-04-01 · 2015/16 Q1.
func (s *scanner) number() {
	start := s.at
	digits := s.digits(start)
	if digits-start == 4 {
		switch s.byteAt(digits) {
		case '-':
			if s.isoDate(start) {
				return
			}
		case '/':
			if s.period(start) {
				return
			}
		}
	}
	if digits-start <= 2 && s.longDate(start, digits) {
		return
	}
	end := s.decimal(start)
	if s.byteAt(end) == '%' {
		s.emit(token.Percent, start, end+1)
		return
	}
	s.emit(token.Number, start, end)
}

// digits is where a run of digits ends.
func (s *scanner) digits(i int) int {
	for class[s.byteAt(i)] == digit {
		i++
	}
	return i
}

// decimal is where a number ends: digits, thousands behind commas, a point and
// digits. A comma belongs to it if exactly three digits touch it.
func (s *scanner) decimal(start int) int {
	i := s.digits(start)
	if i-start <= 3 {
		for s.byteAt(i) == ',' && s.digits(i+1) == i+4 {
			i += 4
		}
	}
	if s.byteAt(i) == '.' && class[s.byteAt(i+1)] == digit {
		i = s.digits(i + 1)
	}
	return i
}

// money takes a sum whose digits start at i: £426,937 · £1.2m · EUR 5.
func (s *scanner) money(start, i int) {
	end := s.decimal(i)
	for _, suffix := range []string{"bn", "m", "k"} {
		if bytes.HasPrefix(s.src[end:], []byte(suffix)) && !inWord[s.byteAt(end+len(suffix))] {
			end += len(suffix)
			break
		}
	}
	s.emit(token.Money, start, end)
}

// isoDate takes 2015-04-01.
func (s *scanner) isoDate(start int) bool {
	end := start + 10
	if s.digits(start+5) != start+7 || s.byteAt(start+7) != '-' || s.digits(start+8) != end {
		return false
	}
	s.date(start, end, atoi(s.src[start:start+4]), atoi(s.src[start+5:start+7]), atoi(s.src[start+8:end]))
	return true
}

// longDate takes 1 April 2015, with any blanks between.
func (s *scanner) longDate(start, digits int) bool {
	word := s.blanks(digits)
	if word == digits {
		return false
	}
	wordEnd := s.wordEnd(word)
	month := months[string(s.src[word:wordEnd])]
	if month == 0 {
		return false
	}
	year := s.blanks(wordEnd)
	end := s.digits(year)
	if year == wordEnd || end-year != 4 || inWord[s.byteAt(end)] {
		return false
	}
	s.date(start, end, atoi(s.src[year:end]), month, atoi(s.src[start:digits]))
	return true
}

func (s *scanner) date(start, end, year, month, day int) {
	if month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		s.noSuchDate(start, end)
		s.emit(token.Bad, start, end)
		return
	}
	s.emit(token.Date, start, end)
}

// period takes 2015/16, and a quarter, half or month behind it.
func (s *scanner) period(start int) bool {
	end := start + 7
	if s.digits(start+5) != end || inWord[s.byteAt(end)] {
		return false
	}
	first, last := atoi(s.src[start:start+4]), atoi(s.src[start+5:end])
	if last != (first+1)%100 {
		s.noSuchYear(start, end, first)
		s.emit(token.Bad, start, end)
		return true
	}
	if part := s.blanks(end); part > end && !inWord[s.byteAt(part+2)] {
		letter, n := s.byteAt(part), s.byteAt(part+1)
		if letter == 'Q' && n >= '1' && n <= '4' || letter == 'H' && n >= '1' && n <= '2' {
			end = part + 2
		}
	} else if part > end && s.byteAt(part) == 'M' && s.digits(part+1) == part+3 && !inWord[s.byteAt(part+3)] {
		if n := atoi(s.src[part+1 : part+3]); n >= 1 && n <= 12 {
			end = part + 3
		}
	}
	s.emit(token.Period, start, end)
	return true
}

// blanks is where a run of blanks ends.
func (s *scanner) blanks(i int) int {
	for s.byteAt(i) == ' ' || s.byteAt(i) == '\t' {
		i++
	}
	return i
}

func atoi(digits []byte) int {
	n := 0
	for _, c := range digits {
		n = n*10 + int(c-'0')
	}
	return n
}

var months = map[string]int{
	"January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6, "July": 7, "August": 8, "September": 9,
	"October": 10, "November": 11, "December": 12,
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// currencies are those that may stand before a sum. Others are names.
var currencies = map[string]bool{
	"AUD": true, "CAD": true, "CHF": true, "DKK": true, "EUR": true, "GBP": true, "JPY": true, "NOK": true, "NZD": true,
	"SEK": true, "USD": true,
}
