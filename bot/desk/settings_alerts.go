package desk

import "fmt"

// WholeChat is the channel of a place that has no channels: a Telegram group without topics.
const WholeChat = "0"

// channel is where messages for the moderators of the place can go: where the caller acts from.
func (t *turn) channel() (string, error) {
	switch {
	case t.caller.Channel != "":
		return t.caller.Channel, nil
	case t.caller.Place.Platform == "telegram":
		return WholeChat, nil
	}
	return "", refuse(t.w.ChannelUnknown)
}

// alerts subscribes the channel that the caller acts from to changes that curators tell, or takes it off.
func (t *turn) alerts() (Screen, error) {
	if t.act.arg(0) != "1" {
		if err := t.d.store.Unsubscribe(t.ctx, t.caller.Place); err != nil && !notFound(err) {
			return Screen{}, fmt.Errorf("unsubscribe: %w", err)
		}
		return t.backToSettings(t.w.AlertsAreOff), nil
	}
	channel, err := t.channel()
	if err != nil {
		return Screen{}, err
	}
	if err := t.d.store.Subscribe(t.ctx, t.caller.Place, channel); err != nil {
		return Screen{}, fmt.Errorf("subscribe: %w", err)
	}
	return t.backToSettings(t.w.AlertsAreOn), nil
}

func (t *turn) backToSettings(text string) Screen {
	s := t.screen(t.w.Done, text)
	s.Buttons = nil
	s.row(Button{Label: t.w.Settings, Act: NewAct("settings")}, t.homeButton())
	return s
}
