package syntax

// Reserved reports whether a word joins values and can therefore not be a
// name: `of`, `to`, `within`. The words that the expression language keeps
// for itself are among them.
func Reserved(word string) bool { return reserved[word] }

var reserved = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range []string{
		"a", "about", "above", "after", "an", "and", "any", "as", "at", "because", "before", "below", "but", "by", "declaring",
		"each", "except", "every", "expect", "final", "for", "from", "if", "in", "is", "its", "never", "no", "nobody", "not",
		"nothing", "of", "on", "once", "or", "over", "refuse", "running", "than", "the", "then", "to", "under", "unless", "until",
		"up", "when", "while", "with", "within", "without",
		"start",
		"contains", "else", "endsWith", "false", "let", "matches", "nil", "startsWith", "true",
	} {
		m[w] = true
	}
	return m
}()
