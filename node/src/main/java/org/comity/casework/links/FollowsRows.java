package org.comity.casework.links;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.procedure.Redirection;
import org.comity.vocabulary.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.follows}, and the requests that another may follow. */
@Repository
class FollowsRows {

    /** So many of the newest are compared with a link; older ones are long over. */
    private static final int MOST_COMPARED = 20_000;

    static final int MOST = 20;

    private final JdbcClient db;

    FollowsRows(JdbcClient db) {
        this.db = db;
    }

    void add(String thread, String followed) {
        db.sql("""
                insert into cooperation.follows (thread, followed) values (:thread, :followed)
                on conflict (thread) do nothing
                """).param("thread", thread).param("followed", followed).update();
    }

    /** The thread of the request that it follows. */
    Optional<String> followed(String thread) {
        return db.sql("select followed from cooperation.follows where thread = :thread")
                .param("thread", thread)
                .query(String.class)
                .optional();
    }

    /** Threads of all requests that follow it: of one that is left out nobody would know that it is not decided. */
    List<String> following(String followed) {
        return following(followed, Set.of(), Integer.MAX_VALUE);
    }

    /** As {@link #following(String)}, the newest so many, without those that are hidden from whoever asks. */
    List<String> following(String followed, Collection<String> hidden, int most) {
        return db.sql("""
                select f.thread from cooperation.follows f left join cooperation.request r on r.thread = f.thread
                 where f.followed = :it and f.thread <> all (:hidden)
                 order by r.opened_at desc nulls last, f.thread
                 limit :most
                """)
                .param("it", followed)
                .param("hidden", hidden.toArray(String[]::new))
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Threads of requests of these laws between us and that participant in that role, newest first. */
    Stream<String> followable(Set<String> laws, String counterpart, Role ourRole) {
        return db
                .sql("""
                select thread from cooperation.request
                 where counterpart = :counterpart and our_role = :role and split_part(procedure, '/', 1) in (:laws)
                 order by opened_at desc limit :most
                """)
                .param("laws", laws)
                .param("counterpart", counterpart)
                .param("role", ourRole.word())
                .param("most", MOST_COMPARED)
                .query(String.class)
                .list()
                .stream();
    }

    /** Threads of requests of this law, in which we have that role and which are for somebody else, newest first. */
    Stream<String> redirected(String law, Role ourRole) {
        return db
                .sql("""
                select thread from cooperation.request
                 where state = :state and our_role = :role and split_part(procedure, '/', 1) = :law
                 order by opened_at desc limit :most
                """)
                .param("state", Redirection.STATE)
                .param("law", law)
                .param("role", ourRole.word())
                .param("most", MOST_COMPARED)
                .query(String.class)
                .list()
                .stream();
    }
}
