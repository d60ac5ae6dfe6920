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

// subscribed returns the channel of the caller's place that gets alerts, "" when none does.
func (t *turn) subscribed() (channel string, err error) {
	sub, err := t.d.store.Subscription(t.ctx, t.caller.Place)
	if err != nil && !notFound(err) {
		return "", fmt.Errorf("look for a subscription: %w", err)
	}
	return sub.Channel, nil
}

// alertButtons are those that change something: the one that subscribes unless this channel is subscribed, and the one that ends it when any is.
func (t *turn) alertButtons(subscribed string) []Button {
	var out []Button
	here, err := t.channel()
	if subscribed == "" || err == nil && here != subscribed {
		out = append(out, Button{Label: t.w.AlertsHere, Act: NewAct("alerts", "1")})
	}
	if subscribed != "" {
		out = append(out, Button{Label: t.w.AlertsOff, Act: NewAct("alerts", "0")})
	}
	return out
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
