package discordtest

// A Permission is a bit set of what a member may do.
type Permission uint64

// Permissions that matter to a bot that answers questions (docs: topics/permissions).
const (
	Administrator          Permission = 1 << 3
	ManageChannels         Permission = 1 << 4
	ManageGuild            Permission = 1 << 5
	AddReactions           Permission = 1 << 6
	ViewChannel            Permission = 1 << 10
	SendMessages           Permission = 1 << 11
	ManageMessages         Permission = 1 << 13
	EmbedLinks             Permission = 1 << 14
	AttachFiles            Permission = 1 << 15
	ReadMessageHistory     Permission = 1 << 16
	MentionEveryone        Permission = 1 << 17
	UseExternalEmojis      Permission = 1 << 18
	UseApplicationCommands Permission = 1 << 31
	ManageThreads          Permission = 1 << 34
	CreatePublicThreads    Permission = 1 << 35
	SendMessagesInThreads  Permission = 1 << 38
	UseExternalApps        Permission = 1 << 50
	PinMessages            Permission = 1 << 51
)

// Ordinary is what @everyone may do in a new guild.
const Ordinary = AddReactions | ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | UseExternalEmojis |
	UseApplicationCommands | CreatePublicThreads | SendMessagesInThreads | UseExternalApps

// everything is what an administrator may do.
const everything Permission = 1<<52 - 1

// Has says whether every bit of p is set.
func (ps Permission) Has(p Permission) bool { return ps&p == p }

// overwrite changes the permissions of a role or a member in one channel.
type overwrite struct {
	id          string
	member      bool
	allow, deny Permission
}

// permissions computes what u may do in c, as documented: roles, then overwrites of @everyone, roles and the member. s.mu is held.
func (c *Channel) permissions(u *User) Permission {
	if c.guild == nil {
		return c.privatePermissions(u)
	}
	m := c.guild.members[u.id]
	if m == nil {
		return 0
	}
	base := m.base()
	if base.Has(Administrator) || c.guild.owner == u {
		return everything
	}
	at := c
	if c.parent != nil { // a thread has its parent's
		at = c.parent
	}
	base = at.overwritten(base, m)
	if !base.Has(ViewChannel) {
		return 0
	}
	return base
}

func (c *Channel) overwritten(base Permission, m *member) Permission {
	var allow, deny Permission
	for _, o := range c.overwrites {
		switch {
		case o.id == c.guild.id:
			base = base&^o.deny | o.allow
		case !o.member && m.has(o.id):
			allow |= o.allow
			deny |= o.deny
		}
	}
	base = base&^deny | allow
	for _, o := range c.overwrites {
		if o.member && o.id == m.user.id {
			base = base&^o.deny | o.allow
		}
	}
	return base
}

// privatePermissions are those in a direct message or a group: everything that exists there, for who is in it.
func (c *Channel) privatePermissions(u *User) Permission {
	for _, r := range c.recipients {
		if r == u {
			return Ordinary | PinMessages | MentionEveryone
		}
	}
	return 0
}

// base is what the member's roles grant together.
func (m *member) base() Permission {
	p := m.guild.everyone.permissions
	for _, r := range m.roles {
		p |= r.permissions
	}
	return p
}

func (m *member) has(role string) bool {
	for _, r := range m.roles {
		if r.id == role {
			return true
		}
	}
	return false
}
