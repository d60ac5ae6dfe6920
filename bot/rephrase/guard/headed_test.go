package guard

import "testing"

// TestConditionsMade: what a sentence speaks of may be made a condition, all of it and nothing else; an imperative may be said as what one can do; and who
// found nothing could not find it.
func TestConditionsMade(t *testing.T) {
	judge(t, []verdictOf{
		{"Refusing today protects your data.", "If you refuse today, your data is protected.", "en", true},
		{"Deleting does not make the models forget.", "If you delete, the models do not forget.", "en", true},
		{"Un post supprimé ne sert plus.", "Quand un post est supprimé, il ne sert plus.", "fr", true},
		{"Couper la publicité n’arrête pas l’entraînement.", "Si vous coupez la publicité, l’entraînement ne s’arrête pas.", "fr", true},
		{"A deleted message is not used.", "If a message is deleted, it is not used.", "en", true},
		{"A crawler not on the list is not covered.", "When a crawler isn’t on the list, it isn’t covered.", "en", true},
		{"Les équipes qui ont refusé avant le 26 juin 2024 restent exclues.", "Si une équipe a refusé avant le 26 juin 2024, elle reste exclue.", "fr", true},
		{"What you type is processed.", "If you type something, it is processed.", "en", true},
		{"Même réglage coupé, vos posts peuvent servir.", "Même si le réglage est coupé, vos posts peuvent servir.", "fr", true},
		{"After an account is closed, the profile stays public.", "When you close an account, the profile stays public.", "en", true},

		{"Vos posts sont publics et servent à l’entraînement.", "Si vos posts sont publics, ils servent à l’entraînement.", "fr", false},
		{"Meta reads your messages and keeps them.", "If Meta reads your messages, it keeps them.", "en", false},
		{"Vos textes servent à entraîner l’IA.", "Si vos textes servent, ils entraînent l’IA.", "fr", false},
		{"Refusing today protects your data.", "If you do not refuse today, your data is protected.", "en", false},
		{"Refusing today protects your data.", "If your data is protected, you refuse today.", "en", false},
		{"Un post supprimé ne sert plus.", "Si un post ne sert plus, il est supprimé.", "fr", false},
		{"A deleted message is not used.", "A message is not used.", "en", false},
		{"A deleted message is not used.", "If Meta deletes a message, it is not used.", "en", false},
		{"Your data is used, the models are trained.", "If your data is used, the models are trained.", "en", false},
		{"Your photos are public or private.", "If your photos are public, they are private.", "en", false},
		{"The setting is on by default.", "If the setting is on, it is by default.", "en", false},
		{"Le même réglage vaut pour vos posts.", "Même si le réglage vaut, vos posts.", "fr", false},
		{"Même réglage pour le site.", "Même si le réglage est coupé, pour le site.", "fr", false},
		{"Thirty days after a refusal, your data is deleted.", "When you refuse, your data is deleted.", "en", false},

		{"Ask your employer to send the letter.", "You can ask your employer to send the letter.", "en", true},
		{"Écrivez à Tinder.", "Vous pouvez écrire à Tinder.", "fr", true},
		{"Delete your old posts.", "What you can do is delete your old posts.", "en", true},
		{"If you wish, close the account.", "You can close the account if you like.", "en", true},
		{"Contact for your questions: dpo@reddit.com.", "You can contact dpo@reddit.com for your questions.", "en", true},
		{"The Data Protection Officer: dpo@reddit.com.", "The Data Protection Officer can be reached at dpo@reddit.com.", "en", true},
		{"We found no setting.", "We couldn’t find a setting.", "en", true},
		{"Nous n’avons trouvé aucun réglage.", "Nous n’avons pas pu trouver de réglage.", "fr", true},

		{"You must ask your employer.", "You can ask your employer.", "en", false},
		{"Do not write to Tinder.", "You can write to Tinder.", "en", false},
		{"Ask your employer to delete it.", "Your employer can ask to delete it.", "en", false},
		{"Ask your employer to delete it.", "Ask your employer, who can delete it.", "en", false},
		{"Ouvrez **Paramètres**.", "Vous pouvez ouvrir **Paramètres**.", "fr", false},
		{"Slack deletes your messages.", "You can delete your messages.", "en", false},
		{"Contact for your questions: dpo@reddit.com.", "You can object at dpo@reddit.com.", "en", false},
		{"Contact for your questions: dpo@reddit.com.", "You cannot contact dpo@reddit.com for your questions.", "en", false},
		{"We found no setting.", "You couldn’t find a setting.", "en", false},
		{"We could not find the setting.", "We can find no setting.", "en", false},
		{"There is no setting.", "We couldn’t find a setting.", "en", false},
	})
}
