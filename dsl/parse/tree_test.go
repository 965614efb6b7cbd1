package parse_test

import (
	"fmt"
	"reflect"
	"strings"

	"concordat/dsl/diag"
	"concordat/dsl/syntax"
)

// tree writes a file's tree: a block or statement a line, values in one line,
// without places. Empty fields are left out.
func tree(f *syntax.File) string {
	var b strings.Builder
	if f.For.Name != "" {
		fmt.Fprintf(&b, "for %s\n", f.For.Name)
	}
	for _, block := range f.Blocks {
		treeBlock(&b, block, "")
	}
	return b.String()
}

func treeBlock(b *strings.Builder, block *syntax.Block, indent string) {
	fmt.Fprintf(b, "%s%s %s %s\n", indent, block.Keyword.Name, block.Name.Name, show(reflect.ValueOf(block.Title)))
	for _, s := range block.Statements {
		fmt.Fprintf(b, "%s  %s: ", indent, s.Keyword.Name)
		switch {
		case s.Hole != nil:
			fmt.Fprintf(b, "hole %q\n", s.Hole.What)
		case s.Value == nil:
			fmt.Fprintln(b, "bad")
		default:
			fmt.Fprintln(b, show(reflect.ValueOf(s.Value)))
		}
	}
	for _, inner := range block.Blocks {
		treeBlock(b, inner, indent+"  ")
	}
}

func show(v reflect.Value) string {
	if !v.IsValid() || v.IsZero() {
		return ""
	}
	if v.Kind() == reflect.Pointer {
		return show(v.Elem())
	}
	switch x := v.Interface().(type) {
	case diag.Span:
		return ""
	case syntax.Ident:
		if x.Hole == nil {
			return x.Name
		}
	case syntax.Date:
		if x.Hole == nil {
			return fmt.Sprintf("%04d-%02d-%02d", x.Year, x.Month, x.Day)
		}
	case syntax.Expression:
		if x.Hole == nil {
			words := make([]string, len(x.Tokens))
			for i, t := range x.Tokens {
				words[i] = t.Text(x.Src)
			}
			return "⟨" + strings.Join(words, "·") + "⟩"
		}
	}
	switch v.Kind() {
	case reflect.String:
		return fmt.Sprintf("%q", v.String())
	case reflect.Slice:
		var parts []string
		for i := range v.Len() {
			parts = append(parts, show(v.Index(i)))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case reflect.Struct:
		var parts []string
		for i := range v.NumField() {
			if text := show(v.Field(i)); text != "" {
				parts = append(parts, v.Type().Field(i).Name+":"+text)
			}
		}
		return "{" + strings.Join(parts, " ") + "}"
	}
	return fmt.Sprint(v.Interface())
}
