package syntax

import (
	"iter"
	"slices"

	"github.com/alecthomas/participle/v2/lexer"
)

// BlockDef is a row of the registry: what the language knows of one block.
// The registry drives the parser, its suggestions, the checker's findings about
// missing statements, and the language reference.
type BlockDef struct {
	Keyword    string
	Named      bool // a name follows the keyword
	Titled     bool // a title in quotes follows
	Inside     string
	In         Kind
	Doc        string // what it says, one sentence
	Becomes    string // what it becomes at run time; empty: nothing of its own
	Example    string // a short whole block
	Bare       bool   // it may stand without braces, where it has nothing to say inside
	Column     int    // how wide the formatter makes the column of keywords, at the least; 0 means 11
	Statements []*StatementDef
}

// Need says whether a block must have a statement.
type Need uint8

const (
	Optional Need = iota
	Required
	OneOf // at least one of the statements that share the same Group
)

// StatementDef is a row of the registry: what the language knows of one
// statement of one block.
type StatementDef struct {
	Keyword string
	Need    Need
	Group   string // with OneOf: what the group is about
	Unless  string // not needed where the block has a statement with this keyword
	Many    bool   // may stand more than once
	Shape   string // the value in words: `within LENGTH of ANCHOR`
	Example string // a whole line that parses
	Means   string // one sentence
	Key     int    // how many words of the value the formatter keeps beside the keyword: `band stretch`
	Column  int    // how wide the formatter makes the column of keyword and key, at the least
	value   grammar
}

// Read reads the statement's value from where lex stands, and leaves lex behind it.
func (d *StatementDef) Read(lex *lexer.PeekingLexer) (any, error) { return d.value.parse(lex) }

// Furthest says how far any reading of the tokens gets: the offset of the first
// one that no reading accepts.
func (d *StatementDef) Furthest(tokens []lexer.Token) int { return d.value.furthest(tokens) }

// Blocks yields every block of the language, in the order of the reference.
func Blocks() iter.Seq[*BlockDef] { return slices.Values(registry) }

// LookupBlock returns the block with this keyword, or nil.
func LookupBlock(keyword string) *BlockDef { return blockByKeyword[keyword] }

// Lookup returns the statement with this keyword, or nil.
func (b *BlockDef) Lookup(keyword string) *StatementDef {
	for _, s := range b.Statements {
		if s.Keyword == keyword {
			return s
		}
	}
	return nil
}

// registry is the whole language. One file a block declares its row.
var registry = []*BlockDef{
	agreementBlock, templateBlock, defineBlock, partyBlock, bodyBlock, groupBlock, officerBlock, placeBlock, areaBlock, sharesBlock, returnBlock, countBlock, costBlock, outcomeBlock, measureBlock,
	fundingBlock, trancheBlock, commitmentBlock, advanceBlock, fundBlock, gainshareBlock, scorecardBlock, ratecardBlock, priceBlock, socialReturnBlock, benefitBlock, routeBlock, decisionBlock, reviewBlock, ruleBlock, disputeBlock, noticeBlock, contractBlock, registerBlock, processBlock, stepBlock, clauseBlock, scenarioBlock,
	frameworkBlock, dataBlock, tallyBlock, claimBlock,
}

var blockByKeyword = func() map[string]*BlockDef {
	m := make(map[string]*BlockDef, len(registry))
	for _, b := range registry {
		m[b.Keyword] = b
	}
	return m
}()
