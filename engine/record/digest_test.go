package record

import (
	"bytes"
	"encoding/binary"
	"math"
	"testing"
)

// Small numbers are written by hand, in the bytes that every digest on record has.
func TestNumbersAreWrittenAsBefore(t *testing.T) {
	numbers := []int64{math.MinInt64, math.MaxInt64, math.MinInt32, math.MaxInt32}
	for n := int64(-300); n <= 300; n++ {
		numbers = append(numbers, n)
	}
	for _, n := range numbers {
		var b canonical
		if b.int(n); !bytes.Equal(b, binary.AppendVarint(nil, n)) {
			t.Errorf("%d is written as %x", n, []byte(b))
		}
	}
}
