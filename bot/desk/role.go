package desk

import (
	"context"
	"fmt"
)

// ModeratorRole is the role whose members may edit in a place, besides those who manage it; "" when none was chosen. An adapter asks it to
// tell the rights of a Caller.
func (d *Desk) ModeratorRole(ctx context.Context, p Place) (string, error) {
	c, err := d.store.At(ctx, p)
	if notFound(err) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("find the community of a place: %w", err)
	}
	return c.Settings.Roles[p.String()], nil
}
