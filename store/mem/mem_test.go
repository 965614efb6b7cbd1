package mem_test

import (
	"testing"

	"concordat/store"
	"concordat/store/mem"
	"concordat/store/storetest"
)

func TestLog(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Log { return mem.New() })
}
