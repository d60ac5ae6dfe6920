package bot

import "errors"

// ErrStandBy says that an adapter receives nothing because another instance of the program receives for it, and that it is ready to take that
// instance's place. It is no failure.
var ErrStandBy = errors.New("standing by: another instance receives")
