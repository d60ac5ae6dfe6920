package memstore_test

import (
	"testing"

	"nonmerci/knowledge"
	"nonmerci/knowledge/memstore"
	"nonmerci/knowledge/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) knowledge.Store { return memstore.New() })
}
