package scan

import (
	"io"
	"sync"

	"github.com/alecthomas/participle/v2/lexer"

	"concordat/dsl/diag"
	"concordat/dsl/token"
)

// Definition makes the scanner's tokens known to participle: a grammar can
// name each kind.
type Definition struct{}

// Symbols numbers the kinds for participle as they are numbered here; only the
// end of the file has participle's own number.
func (Definition) Symbols() map[string]lexer.TokenType { return symbols() }

var symbols = sync.OnceValue(func() map[string]lexer.TokenType {
	m := make(map[string]lexer.TokenType, token.Kinds)
	for k := range token.Kinds {
		m[token.Kind(k).String()] = lexer.TokenType(k)
	}
	m[token.EOF.String()] = lexer.EOF
	return m
})

// Lex scans a whole source; line ends and comments are left out. The findings
// are dropped: use Tokens to see them.
func (Definition) Lex(path string, r io.Reader) (lexer.Lexer, error) {
	src, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	tokens, _ := Tokens(path, src)
	text := string(src)
	var out []lexer.Token
	for _, t := range tokens {
		if t.Kind != token.Newline && t.Kind != token.Comment {
			out = append(out, Participle(path, text, t))
		}
	}
	return Replay(out), nil
}

// Participle is a token as participle wants it. The position has only a path
// and an offset, in bytes; the value is the text as written.
func Participle(path, text string, t token.Token) lexer.Token {
	kind := lexer.TokenType(t.Kind)
	if t.Kind == token.EOF {
		kind = lexer.EOF
	}
	return lexer.Token{Type: kind, Value: text[t.Start:t.End], Pos: lexer.Position{Filename: path, Offset: t.Start}}
}

// Replay is a lexer over tokens that are already there. The last must be EOF.
func Replay(tokens []lexer.Token) lexer.Lexer { return &replay{tokens} }

type replay struct{ rest []lexer.Token }

func (r *replay) Next() (lexer.Token, error) {
	t := r.rest[0]
	if !t.EOF() {
		r.rest = r.rest[1:]
	}
	return t, nil
}

// Is reports whether a token of participle's is of this kind.
func Is(t *lexer.Token, k token.Kind) bool { return t.Type == lexer.TokenType(k) }

// At is where a token of participle's stands, in bytes.
func At(t *lexer.Token) diag.Span {
	return diag.Span{Path: t.Pos.Filename, Start: t.Pos.Offset, End: t.Pos.Offset + len(t.Value)}
}
