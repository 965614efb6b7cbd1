package parse_test

import (
	"concordat/dsl/parse"
	"flag"
	"slices"
	"strings"
	"testing"
)

// faults are ways in which one line goes wrong. Each returns the line changed,
// or "" where it does not apply.
var faults = []struct {
	name   string
	change func(line string) string
}{
	{"two letters of the keyword exchanged", func(line string) string {
		first := strings.Fields(line)[0]
		if len(first) < 4 || first[1] == first[2] {
			return ""
		}
		return strings.Replace(line, first, first[:1]+first[2:3]+first[1:2]+first[3:], 1)
	}},
	{"last word left out", func(line string) string {
		if i := strings.LastIndexByte(line, ' '); i > 0 && strings.TrimSpace(line[:i]) != "" {
			return line[:i]
		}
		return ""
	}},
	{"keyword left out", func(line string) string {
		words := strings.Fields(line)
		if len(words) < 2 {
			return ""
		}
		return strings.Replace(line, words[0]+" ", "", 1)
	}},
	{"last word twice", func(line string) string { return line + " " + line[strings.LastIndexByte(line, ' ')+1:] }},
	{"comma left out", func(line string) string {
		if !strings.Contains(line, ", ") {
			return ""
		}
		return strings.Replace(line, ", ", " ", 1)
	}},
	{"comma at the end", func(line string) string { return line + "," }},
	{"sign in the middle", func(line string) string {
		if !strings.Contains(strings.TrimSpace(line), " ") {
			return ""
		}
		i := strings.LastIndexByte(line, ' ')
		return line[:i] + " %" + line[i:]
	}},
	{"quote left out", func(line string) string {
		if strings.TrimSpace(line) == `"""` {
			return "" // what is never closed is found where it opens
		}
		if strings.Contains(line, `"""`) {
			return strings.Replace(line, `"""`, "", 1)
		}
		return strings.Replace(line, `"`, "", 1)
	}},
	{"brace left out", func(line string) string {
		if i := strings.LastIndexAny(line, "{}"); i >= 0 {
			return strings.TrimRight(line[:i]+line[i+1:], " ") + " "
		}
		return ""
	}},
	{"brace too many", func(line string) string {
		if strings.HasSuffix(line, ",") || strings.HasSuffix(line, `"""`) && len(strings.Fields(line)) > 1 {
			return ""
		}
		return line + "\n}"
	}},
}

var stride = flag.Int("stride", 5, "TestFaults takes one line in so many")

// TestFaults puts one fault into every line of the worked example, in turn. A
// fault may be one that only the checker can see; but what the parser finds must
// stand on the line of the fault, or of a missing brace the line above, and
// nearly always be the only finding.
func TestFaults(t *testing.T) {
	for _, path := range []string{agreement, scenario} {
		lines := strings.Split(string(read(t, path)), "\n")
		if len(lines) > 450 {
			lines = lines[:100+slices.Index(lines[100:], "}")+1]
		}
		inProse := make([]bool, len(lines))
		for i, prose := 0, false; i < len(lines); i++ {
			quotes := strings.Contains(lines[i], `"""`)
			inProse[i] = prose && !quotes
			prose = prose != quotes
		}
		all, far, many := 0, 0, 0
		for k, fault := range faults {
			found, elsewhere, more := 0, 0, 0
			for i, text := range lines {
				code, _, _ := strings.Cut(text, "  #")
				if strings.HasPrefix(code, "#") || inProse[i] || (i+k)%*stride != 0 || strings.TrimSpace(code) == "" {
					continue
				}
				code = strings.TrimRight(code, " ")
				changed := fault.change(code)
				if changed == "" || changed == code || strings.TrimSpace(code) == "}" && !strings.HasPrefix(fault.name, "brace") {
					continue
				}
				src := strings.Join(lines[:i], "\n") + "\n" + changed + "\n" + strings.Join(lines[i+1:], "\n")
				_, list := parse.Text(path, []byte(src))
				if len(list) == 0 {
					continue
				}
				found++
				at := line([]byte(src), list[0].At.Start)
				if at < i || at > i+3 {
					elsewhere++
					t.Logf("%s: line %d %q: found at %d: %s", fault.name, i+1, code, at, list[0].Text)
				} else if len(list) > 1 {
					more++
					t.Logf("%s: line %d %q: also at %d: %s", fault.name, i+1, code, line([]byte(src), list[1].At.Start), list[1].Text)
				}
			}
			t.Logf("%-40s found %3d, elsewhere %d, more than one %d", fault.name, found, elsewhere, more)
			all, far, many = all+found, far+elsewhere, many+more
		}
		if far*100 > all || many*50 > all {
			t.Errorf("of %d found, %d stand elsewhere and %d have more than one finding", all, far, many)
		}
	}
}
