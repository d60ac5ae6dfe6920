package storetest

import (
	"time"

	"nonmerci/knowledge"
)

var invitations = []demand{
	{"AnInvitationIsGoodForAWhile", func(k *kit) {
		k.join(discord)
		at := k.tick()
		k.ok(k.Invite(k.ctx, discord, "a", at, at.Add(time.Minute)))
		k.inviter("a", at, discord)
		k.inviter("a", at.Add(time.Minute), discord)
		k.noInviter("a", at.Add(time.Minute+time.Millisecond))
		k.noInviter("b", at)
		k.noInviter("", at)
	}},
	{"OneForAPlace", func(k *kit) {
		k.join(discord)
		k.join(telegram)
		at := k.tick()
		until := at.Add(time.Hour)
		k.ok(k.Invite(k.ctx, discord, "a", at, until))
		k.ok(k.Invite(k.ctx, telegram, "b", at, until))
		k.ok(k.Invite(k.ctx, discord, "c", at, until))
		k.noInviter("a", at)
		k.inviter("b", at, telegram)
		k.inviter("c", at, discord)
		k.ok(k.EndInvitation(k.ctx, "b"))
		k.ok(k.EndInvitation(k.ctx, "b"))
		k.noInviter("b", at)
		k.inviter("c", at, discord)
	}},
	{"ItGoesWhereItsPlaceGoes", func(k *kit) {
		k.join(club)
		at := k.tick()
		k.ok(k.Invite(k.ctx, club, "a", at, at.Add(time.Hour)))
		k.ok(k.Move(k.ctx, club, telegram))
		k.inviter("a", at, telegram)
		found, err := k.At(k.ctx, telegram)
		k.ok(err)
		k.ok(k.Erase(k.ctx, found.ID))
		k.noInviter("a", at)
		k.missing("Invite", k.Invite(k.ctx, telegram, "b", at, at))
	}},
	{"WhatRanOutIsDropped", func(k *kit) {
		k.join(discord)
		k.join(telegram)
		at := k.tick()
		k.ok(k.Invite(k.ctx, discord, "a", at, at.Add(time.Minute)))
		k.ok(k.Invite(k.ctx, telegram, "b", at.Add(time.Hour), at.Add(2*time.Hour)))
		k.noInviter("a", at)
		k.inviter("b", at, telegram)
	}},
}

func (k *kit) inviter(digest string, at time.Time, want knowledge.Place) {
	k.Helper()
	got, err := k.Inviter(k.ctx, digest, at)
	k.ok(err)
	same(k, "Inviter", got, want)
}

func (k *kit) noInviter(digest string, at time.Time) {
	k.Helper()
	_, err := k.Inviter(k.ctx, digest, at)
	k.missing("Inviter of "+digest, err)
}
