package search

// counter counts how often each number occurs in one text after another.
type counter struct {
	times   []uint32
	touched []uint32
}

// begin makes room for n numbers.
func (c *counter) begin(n int) { c.times = zeroed(c.times, n) }

func (c *counter) add(id, times uint32) {
	if c.times[id] == 0 {
		c.touched = append(c.touched, id)
	}
	c.times[id] += times
}

func (c *counter) reset() {
	for _, id := range c.touched {
		c.times[id] = 0
	}
	c.touched = c.touched[:0]
}
