package org.comity.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.casework.joint.JointViews.Clause;
import org.comity.casework.joint.JointViews.Item;
import org.comity.casework.joint.JointViews.LastDocument;
import org.comity.casework.joint.JointViews.Meeting;
import org.comity.casework.joint.JointViews.Said;
import org.comity.procedure.file.MadeUpJoint;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.table.JointState;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.junit.jupiter.api.Test;

/** A joint procedure of which no Java knows shows its cards by what its file says. */
class CardsOfAnyProcedureTest {

    private static final String THREAD = "11111111-1111-8111-8111-111111111111";
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2027-06-30T12:00:00Z");

    private final List<KeptAct> acts = new ArrayList<>();
    private final Map<String, Object> table = new TreeMap<>(Map.of("name", "Watching"));
    private final Map<String, Object> said = new TreeMap<>();

    @Test
    void a_text_that_is_open_stands_beside_the_one_that_it_would_change() {
        var signed =
                says("XA-1", "plan", Map.of("hours", "From ten", "meals", "None"), Map.of("ends", NOON.toString()));
        var open = says("XB-1", "plan", Map.of("hours", "From nine", "meals", "None"), Map.of("ends", NOON.toString()));
        says("XA-1", "comment", Map.of("verdict", "change", "points", List.of("turns"), "why", "Too early."), Map.of());
        table.putAll(Map.of("signed", signed, "rota", open, "ends", LATER.toString()));
        said.put("sign", Map.of("act", open, "by", List.of("XB-1")));

        var texts = cards().texts();

        assertThat(texts)
                .extracting(JointViews.TextView::title)
                .containsExactly("night-watch.card.rota", "night-watch.card.signed");
        var rota = texts.getFirst();
        assertThat(rota.by()).isEqualTo("State XB-1");
        assertThat(rota.said()).containsExactly(new Said("State XA-1", false), new Said("State XB-1", true));
        var answer = "State XA-1 · night-watch.option.verdict.change: Too early.";
        assertThat(rota.clauses())
                .startsWith(
                        new Clause(
                                "night-watch.field.hours", List.of("From nine"), List.of("From ten"), List.of(answer)),
                        new Clause("night-watch.field.meals", List.of("None"), List.of(), List.of()));
        assertThat(rota.clauses().getLast().answers())
                .as("turns are hours and their end")
                .containsExactly(answer);
        var agreed = texts.getLast();
        assertThat(agreed.said()).isEmpty();
        assertThat(agreed.clauses().getLast().words().toString()).contains("30 June 2027");
        assertThat(agreed.clauses().getLast().before().toString()).contains("1 March 2027");
    }

    @Test
    void a_new_text_begins_with_the_open_one_and_what_is_said_whole_with_what_one_said_last() {
        var signed = says("XA-1", "plan", Map.of("hours", "From ten"), Map.of("ends", NOON.toString()));
        table.put("signed", signed);
        assertThat(before("plan", "XB-1")).isEqualTo(signed);
        table.put("rota", says("XB-1", "plan", Map.of("hours", "From nine"), Map.of("ends", NOON.toString())));
        assertThat(before("plan", "XA-1")).isEqualTo(table.get("rota"));

        var ours = says("XA-1", "watchers", Map.of("people", List.of(Map.of("person", "M. Aro"))), Map.of());
        says("XB-1", "watchers", Map.of("people", List.of(Map.of("person", "T. Vik"))), Map.of());
        assertThat(before("watchers", "XA-1")).isEqualTo(ours);
        assertThat(cards().before("come-by", "XA-1")).isEmpty();
    }

    @Test
    void meetings_things_and_last_words_are_found_by_the_names_that_the_file_gives_them() {
        says(
                "XA-1",
                "come-by",
                Map.of("visit", "planned", "cause", "Locks", "at", "2027-03-04T09:00:00Z", "door", "Gate 2"),
                Map.of());
        says("XA-1", "come-by", Map.of("visit", "dropped", "cause", "Locks"), Map.of());
        says("XA-1", "have-key", Map.of("keys", List.of(Map.of("label", "K1"))), Map.of());
        says(
                "XB-1",
                "want-key",
                Map.of("wanted", List.of(Map.of("label", "K1", "keeper", "XA-1", "reason", "Cellar"))),
                Map.of());
        says(
                "XA-1",
                "lend-key",
                Map.of("lent", List.of(Map.of("label", "K2", "borrower", "XB-1", "days", "3"))),
                Map.of());
        says("XB-1", "watchers", Map.of("people", List.of(Map.of("person", "T. Vik", "night", "Friday"))), Map.of());

        var cards = cards();

        assertThat(cards.meetings())
                .containsExactly(new Meeting(Instant.parse("2027-03-04T09:00:00Z"), "Locks", "", true, 1));
        assertThat(cards.items())
                .containsExactly(
                        new Item(
                                "K1",
                                "State XA-1",
                                Map.of("State XB-1", "night-watch.card.want-key label=K1 keeper=XA-1 reason=Cellar")),
                        new Item(
                                "K2",
                                "State XA-1",
                                Map.of("State XB-1", "night-watch.card.lend-key label=K2 borrower=XB-1 days=3")));
        assertThat(cards.last())
                .containsExactly(
                        new LastDocument("night-watch.card.watchers", "State XB-1", List.of("T. Vik · Friday")));
        assertThat(PartyColumns.parties(cards, "borrower", "XA-1"))
                .extracting("value")
                .containsExactly("XB-1");
        assertThat(PartyColumns.parties(cards, "party", "XA-1")).isEmpty();
    }

    private String before(String type, String party) {
        return cards().before(type, party).orElseThrow().envelope().id();
    }

    private AgreementCards cards() {
        var words = new Keys();
        var party = Map.of("as", "member", "from", 1);
        var state = JointState.read(Map.of(
                "keeper",
                "XA-1",
                "table",
                table,
                "parties",
                new TreeMap<>(Map.of("XA-1", Map.of("as", "host", "from", 1), "XB-1", party)),
                "invited",
                Map.of(),
                "said",
                said));
        var joint = new Joint(
                THREAD,
                MadeUpJoint.ID,
                false,
                "XA-1",
                true,
                org.comity.thread.JointThreads.OurPart.PARTY,
                state,
                9,
                null);
        return new AgreementCards(
                MadeUpJoint.procedure(words), joint, acts, it -> "State " + it, words, Language.ENGLISH);
    }

    private String says(String by, String type, Map<String, Object> body, Map<String, String> facts) {
        var envelope = new Envelope(
                "1".repeat(64),
                THREAD,
                MadeUpJoint.ID,
                MadeUpJoint.EDITION,
                type,
                by,
                Envelope.ALL_PARTIES,
                "member",
                NOON.plusSeconds(acts.size()),
                List.of(),
                false,
                facts,
                SaltedHash.of(CanonicalJson.write(body)),
                List.of());
        var zeros = "0".repeat(64);
        var entry = new Entry(
                zeros, THREAD, acts.size() + 1L, zeros, envelope.id(), zeros, envelope.time(), Entry.EFFECTIVE, zeros);
        acts.add(new KeptAct(envelope, body, new SignedEntry(entry, "AAAA"), null));
        return envelope.id();
    }

    /** Says each key with its slots, so that a test sees what a page asks for. */
    private record Keys() implements Words {

        @Override
        public List<Language> languages() {
            return List.of(Language.ENGLISH);
        }

        @Override
        public List<Language> languagesOn(String path) {
            return languages();
        }

        @Override
        public boolean has(String language, String key) {
            return false;
        }

        @Override
        public String say(Language language, String key, Object... named) {
            var said = new StringBuilder(key);
            for (int n = 0; n < named.length; n += 2) {
                said.append(' ').append(named[n]).append('=').append(named[n + 1]);
            }
            return said.toString();
        }
    }
}
