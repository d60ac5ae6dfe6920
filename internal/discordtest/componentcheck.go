package discordtest

import (
	"slices"
	"unicode/utf8"
)

// allowedIn lists what may be inside what (docs: components/reference). The key 0 is a message with IS_COMPONENTS_V2, -1 one
// without, -2 a form.
func allowedIn(kind int) []int {
	switch kind {
	case 0:
		return []int{ActionRow, Section, TextDisplay, MediaGallery, FileComponent, Separator, Container}
	case -1:
		return []int{ActionRow}
	case -2:
		return []int{ActionRow, Label, TextDisplay}
	case Container:
		return []int{ActionRow, Section, TextDisplay, MediaGallery, FileComponent, Separator}
	case Section:
		return []int{TextDisplay}
	case ActionRow:
		return []int{Button, StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect}
	}
	return nil
}

// checkComponents notes every limit that the components of one message break.
func (f *formErrors) checkComponents(list []Component, v2 bool) {
	top, total, text := -1, 0, 0
	if v2 {
		top = 0
	} else if len(list) > 5 {
		f.max("components", 5)
	}
	f.nesting("components", list, top)
	seen := map[string]bool{}
	walk("components", list, func(path string, c *Component) {
		total++
		text += utf8.RuneCountInString(c.Content)
		f.checkComponent(path, c)
		f.unique(path, c, seen)
	})
	if total > 40 {
		f.add("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "The maximum number of total components allowed is 40.")
	}
	if text > 4000 {
		f.add("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "The total displayable text size exceeds the maximum size of 4000")
	}
}

// nesting notes components where their kind is not allowed.
func (f *formErrors) nesting(path string, list []Component, parent int) {
	allowed := allowedIn(parent)
	for i := range list {
		c, at := &list[i], path+"."+decimal(i)
		if !slices.Contains(allowed, c.Type) && (parent != ActionRow || c.Type != TextInput) {
			f.add(at+".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of the types allowed here.")
			continue
		}
		f.nesting(at+".components", c.Components, c.Type)
	}
}

// unique notes a custom_id that is missing, too long or used before, and counts it.
func (f *formErrors) unique(path string, c *Component, seen map[string]bool) {
	if !c.isInput() {
		return
	}
	f.text(path+".custom_id", c.CustomID, 1, 100)
	if seen[c.CustomID] {
		f.add(path+".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
	}
	seen[c.CustomID] = true
}

func (f *formErrors) checkComponent(path string, c *Component) {
	switch {
	case c.Type == ActionRow:
		f.checkRow(path, c)
	case c.Type == Button:
		f.checkButton(path, c)
	case c.isSelect():
		f.checkSelect(path, c)
	case c.Type == Section:
		if n := len(c.Components); n < 1 || n > 3 {
			f.length(path+".components", 1, 3)
		}
		if c.Accessory == nil {
			f.required(path + ".accessory")
			c.Accessory = &Component{Type: Button}
		}
	case c.Type == TextDisplay:
		f.text(path+".content", c.Content, 1, 4000)
	case c.Type == Container && len(c.Components) == 0:
		f.required(path + ".components")
	}
}

// checkRow: five buttons or one select.
func (f *formErrors) checkRow(path string, c *Component) {
	if n := len(c.Components); n < 1 || n > 5 {
		f.length(path+".components", 1, 5)
	}
	for i := range c.Components {
		if c.Components[i].Type != Button && len(c.Components) > 1 {
			f.add(path+".components."+decimal(i), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width")
		}
	}
}

func (f *formErrors) checkButton(path string, c *Component) {
	if utf8.RuneCountInString(c.Label) > 80 {
		f.max(path+".label", 80)
	}
	switch {
	case c.Style < 1 || c.Style > 6:
		f.choices(path+".style", "(1, 2, 3, 4, 5, 6)")
	case c.Style == LinkButton:
		f.checkLink(path, c)
	case c.URL != "":
		f.add(path, "BUTTON_COMPONENT_URL_FORBIDDEN", "A url cannot be specified for this button style")
	}
	if c.Label == "" && len(c.Emoji) == 0 {
		f.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required")
	}
}

func (f *formErrors) checkLink(path string, c *Component) {
	if c.URL == "" {
		f.add(path, "BUTTON_COMPONENT_URL_REQUIRED", "A url is required")
	}
	f.text(path+".url", c.URL, 0, 512)
	f.link(path+".url", c.URL)
	if c.CustomID != "" {
		f.add(path, "BUTTON_COMPONENT_CUSTOM_ID_FORBIDDEN", "A custom id cannot be specified for a link button")
	}
}

func (f *formErrors) checkSelect(path string, c *Component) {
	f.text(path+".placeholder", c.Placeholder, 0, 150)
	least, most := or(c.MinValues, 1), or(c.MaxValues, 1)
	if least < 0 || least > 25 || most < 1 || most > 25 || least > most {
		f.add(path, "COMPONENT_SELECT_VALUES_INVALID", "min_values and max_values must be between 0 and 25, and in order")
	}
	if c.Type == StringSelect {
		f.checkOptions(path, c, 1, 25, most)
	}
	f.checkDefaults(path, c, least, most)
}

// checkDefaults notes defaults of another kind than what the select chooses from, and too many or too few of them (docs: components/reference).
func (f *formErrors) checkDefaults(path string, c *Component, least, most int) {
	kinds := map[int][]string{
		UserSelect: {"user"}, RoleSelect: {"role"}, MentionableSelect: {"user", "role"}, ChannelSelect: {"channel"},
	}[c.Type]
	if n := len(c.Defaults); n > 0 && (n < least || n > most) {
		f.length(path+".default_values", least, most)
	}
	seen := map[string]bool{}
	for i, d := range c.Defaults {
		at := path + ".default_values." + decimal(i)
		if !slices.Contains(kinds, d.Type) {
			f.choices(at+".type", "those that this select chooses from")
		}
		if seen[d.ID] {
			f.add(at+".id", "SELECT_COMPONENT_DEFAULT_VALUE_DUPLICATED", "The specified default value is already used")
		}
		seen[d.ID] = true
	}
	if c.Type != StringSelect && len(c.Options) > 0 {
		f.add(path+".options", "SELECT_COMPONENT_OPTIONS_FORBIDDEN", "Only a string select has options")
	}
}

// checkOptions notes what is wrong with the lines of a select or a group.
func (f *formErrors) checkOptions(path string, c *Component, least, most, chosen int) {
	if n := len(c.Options); n < least || n > most {
		f.length(path+".options", least, most)
	}
	seen, defaults := map[string]bool{}, 0
	for i, o := range c.Options {
		at := path + ".options." + decimal(i)
		f.text(at+".label", o.Label, 1, 100)
		f.text(at+".value", o.Value, 1, 100)
		f.text(at+".description", o.Description, 0, 100)
		if seen[o.Value] {
			f.add(at+".value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
		}
		seen[o.Value] = true
		if o.Default {
			defaults++
		}
	}
	if defaults > chosen {
		f.add(path+".options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "The number of default options exceeds max_values")
	}
}
