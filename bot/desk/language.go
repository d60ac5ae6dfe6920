package desk

import (
	"context"
	"fmt"
)

// Language is the language that the community of a place chose, one of Languages; "" when it follows its readers, or when nobody has chosen there
// yet. An adapter asks it where it writes to everybody: for a guide whose languages nobody named.
func (d *Desk) Language(ctx context.Context, p Place) (string, error) {
	c, err := d.store.At(ctx, p)
	if notFound(err) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("find the community of a place: %w", err)
	}
	return c.Settings.Lang, nil
}
