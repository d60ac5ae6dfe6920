package load

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"nonmerci/knowledge"
	"nonmerci/knowledge/sqlstore"
)

// topics are what the own entries of a community are about; there is one entry for each.
var topics = strings.Fields(`wifi tournoi cotisation horaires vestiaires parking calendrier badge clé salle galerie charte parrainage bénévolat
	buvette minibus covoiturage affiche bulletin assemblée trésorerie licence assurance certificat maillot stage goûter bibliothèque imprimante
	projecteur cuisine jardin compost chorale atelier couture vélo randonnée marché photo vidéo podcast sondage élection règlement modération
	bienvenue rôles événement partenariat`)

// own is the entry of a community about a topic, as it is written the nth time.
func own(topic string, n int) knowledge.Content {
	return knowledge.Content{Entry: &knowledge.Entry{
		ID: ownID(topic), Kind: knowledge.Info, Status: knowledge.Published,
		Text: map[string]knowledge.Text{"fr": {
			Title: "Qui s’occupe ici de : " + topic + " ?", Short: fmt.Sprintf("Demandez à l’accueil (%s, %d).", topic, n),
			Phrases: []string{topic + " du club", "à qui demander pour " + topic, "c’est où, " + topic, "infos " + topic},
		}},
	}}
}

func ownID(topic string) knowledge.ID { return knowledge.NewID("local", topic) }

// populate makes a database for the program, before it starts, with n communities that have fifty own entries each. The first of them are those of
// places. The first is written as the program would, the others are copies of it.
func (st *stage) populate(ctx context.Context, n int, places []knowledge.Place) (*sqlstore.Store, error) {
	path := filepath.Join(st.dir, "communities.db")
	st.settings["NONMERCI_DATABASE_URL"] = "sqlite:" + path
	s, err := sqlstore.Open(ctx, st.settings["NONMERCI_DATABASE_URL"], sqlstore.Options{})
	if err != nil {
		return nil, fmt.Errorf("make a database: %w", err)
	}
	first, err := s.Join(ctx, places[0], time.Now())
	if err != nil {
		return s, fmt.Errorf("make a community: %w", err)
	}
	for _, t := range topics {
		save := knowledge.Save{Community: first.ID, Entry: ownID(t), By: knowledge.ByCommandLine, Origin: knowledge.FromImport, Content: own(t, 1), At: time.Now()}
		if _, err := s.Save(ctx, save); err != nil {
			return s, fmt.Errorf("write an entry: %w", err)
		}
	}
	return s, copies(ctx, path, n, first.ID, places)
}

// copies gives the database more communities with what the first one has.
func copies(ctx context.Context, path string, n int, first knowledge.CommunityID, places []knowledge.Place) error {
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=busy_timeout(10000)&_pragma=synchronous(off)")
	if err != nil {
		return fmt.Errorf("open the database: %w", err)
	}
	defer db.Close() //nolint:errcheck // what was written is committed
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("fill the database: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it says that there is nothing to take back
	do := func(query string, args ...any) {
		if err == nil {
			_, err = tx.ExecContext(ctx, query, args...)
		}
	}
	for i := 1; i < n; i++ {
		id, p := fmt.Sprintf("load-%05d", i), knowledge.Place{Platform: telegram, Chat: fmt.Sprint(-1_009_000_000_000 - i)} // silent: nobody asks there
		if i < len(places) {
			p = places[i]
		}
		do("INSERT INTO communities (id, settings, joined_ms) SELECT $1, settings, joined_ms FROM communities WHERE id = $2", id, string(first))
		do("INSERT INTO places (platform, chat, community) VALUES ($1, $2, $3)", p.Platform, p.Chat, id)
		do("INSERT INTO records SELECT $1, entry, latest, published, draft, seeded FROM records WHERE community = $2", id, string(first))
		do(`INSERT INTO revisions (community, entry, number, at_ms, actor, origin, summary, content)
			SELECT $1, entry, number, at_ms, actor, origin, summary, content FROM revisions WHERE community = $2`, id, string(first))
	}
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return fmt.Errorf("fill the database: %w", err)
	}
	return nil
}
