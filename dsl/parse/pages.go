package parse

import (
	"strings"

	"concordat/dsl/diag"
)

// Pages explain the findings of this package.
func Pages() diag.Pages { return pages }

var pages = diag.Pages{
	{
		Code: codeUnknownKeyword,
		Says: `A line or a block begins with a word that means nothing there. Every line begins with a keyword, and each kind of block has
its own; a line never goes on with the line above unless that one ends in a comma, a sign of arithmetic, or inside brackets. If the word
is nearly a keyword, the finding says which.`,
		Wrong: "body expert \"An independent expert\" {\n  payed by paying\n}\n",
		Right: "body expert \"An independent expert\" {\n  paid by paying\n}\n",
	},
	{
		Code: codeForm,
		Says: `What follows a keyword does not have the form that the statement has. The finding underlines the first word that does not
fit and shows the form, with an example.`,
		Wrong: "body expert \"An independent expert\" {\n  paid paying\n}\n",
		Right: "body expert \"An independent expert\" {\n  paid by paying\n}\n",
	},
	{
		Code: codeBlockForm,
		Says: `The first line of a block does not have its form: a keyword, a name, a title in quotes, and an opening brace. A title that is
still open is written as a hole: to be agreed "what".`,
		Wrong: "body expert { paid by paying }\n",
		Right: "body expert \"An independent expert\" { paid by paying }\n",
	},
	{
		Code: codeBrace,
		Says: `A brace is missing or is one too many. Where it should be is told by the layout: what stands inside a block is indented
further than the block.`,
		Wrong: "body expert \"An independent expert\" {\n  paid by paying\n",
		Right: "body expert \"An independent expert\" {\n  paid by paying\n}\n",
	},
	{
		Code: codeBlockPlace,
		Says: `A block stands where it cannot: a measure outside an outcome, a block inside another that holds none, a scenario in the file
of an agreement.`,
		Wrong: "body expert \"An independent expert\" {\n  paid by paying\n  define fee \"Fee\" { means \"What an expert asks.\" }\n}\n",
		Right: "body expert \"An independent expert\" {\n  paid by paying\n}\n",
	},
	{
		Code:  codeTooLong,
		Says:  `A statement has more words than anybody reads right, or blocks stand too deep inside one another.`,
		Wrong: "body expert \"An independent expert\" {\n  paid by paying" + strings.Repeat(", paying", maxTokens) + "\n}\n",
		Right: "body expert \"An independent expert\" {\n  paid by paying\n}\n",
	},
}
