package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.casework.Officers;
import org.comity.database.CountedStatements;
import org.comity.procedure.RequestRow;
import org.comity.ui.LiveRights;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of what changed in a closed request only those who are named in it learn, and the database is asked once for all. */
class LiveForReadersTest extends Officers {

    @Autowired
    private List<LiveRights> rights;

    @Autowired
    private JdbcClient db;

    private RequestRow closed;
    private List<Official> everybody;

    @BeforeEach
    void a_request_closed_to_all_but_one() {
        everybody = Stream.of("maren", "okell", "tolva", "sorane", "norel")
                .map(this::official)
                .toList();
        closed = requests.find(sent("XD-1", emergency(), "maren").reference()).orElseThrow();
        db.sql("insert into cooperation.compartment (thread, closed_at) values (:thread, now())")
                .param("thread", closed.thread())
                .update();
        db.sql("insert into cooperation.compartment_officer (thread, official) values (:thread, 'okell')")
                .param("thread", closed.thread())
                .update();
    }

    /** Other tests of this node read the same requests. */
    @AfterEach
    void opened_again() {
        db.sql("update cooperation.compartment set closed_at = null where thread = :thread")
                .param("thread", closed.thread())
                .update();
    }

    @Test
    void a_change_is_told_to_whoever_is_named_and_reads_requests() {
        assertThat(readers("requests", closed.reference())).containsExactly("okell");
        assertThat(readers("messages", closed.thread())).containsExactly("okell");
        assertThat(readers("requests", "XA-2026-999999"))
                .contains("maren", "okell", "tolva")
                .doesNotContain("sorane", "norel");
    }

    @Test
    void for_any_number_of_readers_the_database_is_asked_twice() {
        int asked = CountedStatements.of("cooperation", () -> readers("requests", closed.reference()));
        assertThat(asked).isEqualTo(2);
    }

    private List<String> readers(String topic, String id) {
        var may = rights.stream()
                .map(it -> it.readers(topic, id))
                .reduce(Predicate::and)
                .orElseThrow();
        return everybody.stream().filter(may).map(Official::id).toList();
    }
}
